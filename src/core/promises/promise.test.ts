import { expect, test } from 'vitest'
import { promisedFrom, promisedLine } from './promise.ts'

test('a promise noted in a line may end with the day by which it is due (F2)', () => {
  expect(promisedFrom('Send her the article, by 2026-03-20')).toEqual({
    text: 'Send her the article',
    dueOn: '2026-03-20',
  })
  expect(promisedFrom('Send it by 2026-03-20')).toEqual({ text: 'Send it', dueOn: '2026-03-20' })
  expect(promisedFrom('Read the report, by chapter')).toEqual({ text: 'Read the report, by chapter' })
  for (const one of [{ text: 'Call' }, { text: 'Call, or write', dueOn: '2026-04-01' }])
    expect(promisedFrom(promisedLine(one))).toEqual(one)
})
