import { describe, expect, test } from 'vitest'
import type { Advocacy } from '../advocacy/advocacy.ts'
import type { Rung } from '../advocacy/ladder.ts'
import type { Person } from '../people/person.ts'
import { whoMightHelp } from './who-might-help.ts'

const person = (id: string, organizationKey: string, more: Partial<Person> = {}) =>
  ({ id, name: id, organizationKey, ...more }) as Person
const rungs: Record<string, Rung> = { ally: 'ally', friend: 'advocate', silent: 'ally' }
const people = [
  person('colleague', 'lakeside health'),
  person('ally', 'lakeside health'),
  person('silent', 'lakeside health', { doNotContact: true }),
  person('friend', 'elsewhere'),
  person('nobody', 'elsewhere'),
]
const advocacies = [
  { personId: 'ally', status: 'asked', at: 1 },
  { personId: 'ally', status: 'asked', at: 3 },
  { personId: 'friend', status: 'helped', at: 2, evidence: 'Sent my letter on' },
] as Advocacy[]
const found = whoMightHelp(
  { organizationKey: 'lakeside health' },
  { people, rungOf: (id) => rungs[id], advocacies },
)

describe('who might help with an opening', () => {
  test('is whoever works there, and whoever was asked or helped, the highest rung first (W5)', () => {
    expect(found.map((one) => one.person.id)).toEqual(['friend', 'ally', 'silent', 'colleague'])
  })
  test('may be asked from an ally up, unless they are not to be contacted (W5)', () => {
    expect(found.filter((one) => one.mayBeAsked).map((one) => one.person.id)).toEqual(['friend', 'ally'])
  })
  test('is shown with when they were asked last, and the evidence of what they did (W5)', () => {
    expect(found[1]).toMatchObject({ askedAt: 3, evidence: [] })
    expect(found[0]!.evidence).toEqual([{ at: 2, text: 'Sent my letter on' }])
  })
})
