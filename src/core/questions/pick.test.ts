import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bank } from './bank.ts'
import { tiaraParts, topics } from './bank-question.ts'
import { fieldGroups, fieldGroupsOf } from './field-groups.ts'
import { alike, gist } from './likeness.ts'
import { type Candidate, type PickFacts, pickQuestions } from './pick.ts'

const candidates = bank.map((one): Candidate => ({ ...one, own: false }))
const nobody: PickFacts = {
  seed: 'nadia',
  groups: [],
  aims: [],
  planned: [],
  asked: [],
  heard: new Map(),
}
const pick = (facts: Partial<PickFacts> = {}, count = 12, plan: 'topics' | 'tiara' = 'topics') =>
  pickQuestions(candidates, { ...nobody, ...facts }, { count, plan })
const texts = (picked: readonly { text: string }[]) => picked.map(({ text }) => text)

describe('the questions for a conversation', () => {
  it('go through every topic, starred ones first, then from their story to the close (P3, W6)', () => {
    const picked = pick()
    expect(picked).toHaveLength(12)
    expect(new Set(picked.map(({ topic }) => topic))).toEqual(new Set(topics))
    const starred = picked.filter(({ mustAsk }) => mustAsk)
    expect(picked.slice(0, starred.length)).toEqual(starred)
    expect(starred.length).toBeGreaterThanOrEqual(1)
    expect(starred.length).toBeLessThanOrEqual(4)
    expect(picked.at(-1)?.topic).toBe('closing')
  })

  it('ask one in each of its five parts first, where the plan is that of 3b7 (X8)', () => {
    const starred = pick({ groups: ['law'] }, 10, 'tiara').filter(({ mustAsk }) => mustAsk)
    const parts = pick({ groups: ['law'] }, 10, 'tiara').map(({ part }) => part)
    for (const part of tiaraParts) expect(parts).toContain(part)
    expect(starred.length).toBeGreaterThanOrEqual(4)
    expect(new Set(pick({}, 5, 'tiara').map(({ part }) => part))).toEqual(new Set(tiaraParts))
  })

  it('know their field, and leave other fields alone (P4)', () => {
    const picked = pick({ groups: fieldGroupsOf('Nurse', 'Lakeside Hospital') })
    const fields = picked.flatMap(({ field }) => field ?? [])
    expect(new Set(fields)).toEqual(new Set(['health']))
    expect(pick().every(({ field }) => field === undefined)).toBe(true)
  })

  it('follow what you want to know (P2)', () => {
    const picked = pick({ aims: ['which courses to take next year'] })
    expect(picked.filter(({ mustAsk }) => mustAsk).map(({ topic }) => topic)).toContain('preparation')
  })

  it('suit your stage (W6)', () => {
    expect(pick({ stage: 'changer' }, 15).some(({ stage }) => stage === 'student')).toBe(false)
    expect(pick({ stage: 'student' }, 15).some(({ stage }) => stage === 'changer')).toBe(false)
  })

  it('ask a person nothing again, and give way to what others have not answered yet (C5)', () => {
    const first = pick()
    const again = pick({ asked: texts(first) })
    expect(texts(again).filter((text) => texts(first).includes(text))).toEqual([])
    const heard = new Map(texts(first).map((text) => [text, 3]))
    expect(texts(pick({ heard })).filter((text) => heard.has(text))).toEqual([])
  })

  it('keep what is planned already, and the user’s own must-asks come in (P3)', () => {
    const planned: Candidate = {
      id: '',
      topic: 'work',
      text: 'Which jar would you save first?',
      own: true,
      mustAsk: true,
    }
    const own: Candidate = {
      id: 'own',
      topic: 'advice',
      text: 'What did my teacher forget to tell me?',
      own: true,
      mustAsk: true,
    }
    const picked = pickQuestions(
      [own, ...candidates],
      { ...nobody, planned: [planned] },
      { count: 10, plan: 'topics' },
    )
    expect(picked).toHaveLength(10)
    expect(texts(picked.filter(({ mustAsk }) => mustAsk))).toEqual(
      expect.arrayContaining([planned.text, own.text]),
    )
  })

  it('are the same for the same facts, no two alike, and as many as asked for (P3)', () => {
    const facts = fc.record({
      seed: fc.uuid(),
      groups: fc.uniqueArray(fc.constantFrom(...fieldGroups), { maxLength: 3 }),
      stage: fc.constantFrom(undefined, 'student' as const, 'changer' as const),
      aims: fc.array(fc.constantFrom('how they began', 'courses', 'the future of the field', '¿?'), {
        maxLength: 3,
      }),
      planned: fc.constant([]),
      asked: fc.uniqueArray(fc.constantFrom(...bank.map(({ text }) => text)), { maxLength: 30 }),
      heard: fc.constant(new Map<string, number>()),
    })
    fc.assert(
      fc.property(
        facts,
        fc.integer({ min: 1, max: 15 }),
        fc.constantFrom('topics' as const, 'tiara' as const),
        (given, count, plan) => {
          const picked = pickQuestions(candidates, given, { count, plan })
          expect(picked).toHaveLength(count)
          expect(pickQuestions(candidates, given, { count, plan })).toEqual(picked)
          const gists = picked.map(({ text }) => gist(text))
          for (const [at, one] of gists.entries())
            for (const other of gists.slice(at + 1)) expect(alike(one, other)).toBe(false)
          for (const text of given.asked) expect(texts(picked)).not.toContain(text)
        },
      ),
      { numRuns: 60 },
    )
  })
})
