import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asRead, findingAt, nextBlank, stretchesOf } from './reading.ts'
import type { Finding } from './review/rule.ts'

const finding = (start: number, end: number, more: Partial<Finding> = {}): Finding => ({
  rule: 'W2',
  check: 'asks for a job',
  severity: 'error',
  message: '',
  suggestion: '',
  where: 'text',
  start,
  end,
  ...more,
})

test('findings are read as the letter is: the subject, then the text from its beginning', () => {
  const subject = finding(5, 9, { where: 'subject' })
  const late = finding(40, 50)
  const early = finding(3, 4, { severity: 'hint' })
  expect(asRead([late, subject, early])).toEqual([subject, early, late])
})

test('a text cut by its findings and blanks is still the same text', () => {
  const text = fc.string({ maxLength: 60 })
  const spans = fc.array(fc.tuple(fc.nat(70), fc.nat(20), fc.constantFrom('error', 'warning', 'hint')))
  fc.assert(
    fc.property(text, spans, (body, list) => {
      const findings = list.map(([start, length, severity]) =>
        finding(start, start + length, { severity: severity as Finding['severity'] }),
      )
      const stretches = stretchesOf(body, findings, findings[0])
      expect(stretches.map((one) => one.text).join('')).toBe(body)
    }),
  )
})

test('a stretch bears the gravest mark, shows blanks, and knows what is chosen', () => {
  const text = 'Dear [their name], hire me.'
  const job = finding(19, 26)
  const all = [job, finding(5, 17, { severity: 'warning' }), finding(0, 26, { severity: 'hint' })]
  expect(
    stretchesOf(text, all, job).map(({ text: said, severity, isBlank, isChosen }) => [
      said,
      severity,
      isBlank,
      isChosen,
    ]),
  ).toEqual([
    ['Dear ', 'hint', false, false],
    ['[their name]', 'warning', true, false],
    [', ', 'hint', false, false],
    ['hire me', 'error', false, true],
    ['.', undefined, false, false],
  ])
  expect(findingAt(all, 20)).toBe(job)
  expect(findingAt(all, 27)).toBeUndefined()
})

test('Tab goes from blank to blank, and out at the end', () => {
  const text = '[a] and [b]'
  const first = nextBlank(text, { start: 0, end: 0 })
  expect(first).toMatchObject({ start: 0, end: 3 })
  expect(nextBlank(text, first!)).toMatchObject({ start: 8, end: 11 })
  expect(nextBlank(text, { start: 8, end: 11 })).toBeUndefined()
  expect(nextBlank(text, { start: 8, end: 11 }, { back: true })).toMatchObject({ start: 0, end: 3 })
  expect(nextBlank(text, { start: 0, end: 3 }, { back: true })).toBeUndefined()
})
