import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Introduction } from '../introductions/introduction.ts'
import type { Id } from '../kernel/ids.ts'
import { personOf } from '../people/commands.ts'
import type { Person } from '../people/person.ts'
import { chainTo, shortestChain } from './chain.ts'
import { referralGraph } from './referral-graph.ts'
import { yields } from './yield.ts'

const someone = (id: string, facts: Partial<Person> = {}): Person => ({
  ...personOf({ name: id, origin: 'direct-contact', ...facts }, id, 0),
  revision: 1,
  updatedAt: 0,
})
const names = (from: string, to: string, status: Introduction['status'] = 'named'): Introduction =>
  ({ id: `${from}>${to}`, fromPersonId: from, toPersonId: to, namedAt: 0, status }) as Introduction
const ids = (chain: readonly Person[]) => chain.map(({ id }) => id)

describe('the chain of referrals (N1, N2)', () => {
  test('says how the user came to somebody, from whom they found themselves', () => {
    const people = [
      someone('ada'),
      someone('ben', { referredById: 'ada' }),
      someone('cleo', { referredById: 'ben' }),
    ]
    const graph = referralGraph({ people, introductions: [] })
    expect(ids(chainTo(graph, 'cleo'))).toEqual(['ada', 'ben', 'cleo'])
    expect(ids(chainTo(graph, 'ada'))).toEqual(['ada'])
  })
  test('to an organisation is the shortest, and of two the one through the closer people', () => {
    const people = [
      someone('far', { closeness: 1 }),
      someone('near', { closeness: 5 }),
      someone('x', { referredById: 'far', organization: 'Goal', closeness: 5 }),
      someone('y', { referredById: 'near', organization: 'GOAL', closeness: 1 }),
    ]
    const introductions = [names('far', 'x'), names('near', 'y')]
    expect(ids(shortestChain({ people, introductions }, { organizationKey: 'goal' }))).toEqual(['near', 'y'])
    const direct = [...people, someone('z', { organization: 'goal', closeness: 1 })]
    expect(ids(shortestChain({ people: direct, introductions }, { organizationKey: 'goal' }))).toEqual(['z'])
  })
  test('to a field goes around whoever is not to be contacted, and is empty where nobody is', () => {
    const people = [
      someone('ada', { doNotContact: true }),
      someone('ben', { fields: ['Law'], doNotContact: true }),
      someone('cleo'),
      someone('dan', { referredById: 'cleo', fields: ['law'] }),
    ]
    const rows = { people, introductions: [names('ada', 'dan')] }
    expect(ids(shortestChain(rows, { fieldKey: 'field:law' }))).toEqual(['cleo', 'dan'])
    expect(shortestChain(rows, { fieldKey: 'field:alchemy' })).toEqual([])
  })
})

describe('the yield of a branch (N2, X1)', () => {
  test('counts whom somebody named, and what came of them, each number within the one before', () => {
    const people = [
      someone('ada'),
      ...['named', 'asked', 'met', 'told'].map((id) => someone(id, { referredById: 'ada' })),
      someone('below', { referredById: 'met' }),
    ]
    const introductions = [
      names('ada', 'named'),
      names('ada', 'met', 'met'),
      names('ada', 'told', 'reported-back'),
    ]
    const held = (personId: string) => ({ personId, status: 'held' as const })
    const [ada, met] = yields(referralGraph({ people, introductions }), {
      introductions,
      approaches: [{ personId: 'asked' }],
      conversations: [held('met'), held('below'), held('below'), { personId: 'asked', status: 'no-show' }],
    })
    expect(ada).toMatchObject({
      ...{ person: { id: 'ada' }, named: 4, contacted: 3, met: 2, reportedBack: 1 },
      branch: { people: 5, met: 2, conversations: 3 },
    })
    expect(met).toMatchObject({ person: { id: 'met' }, named: 1, contacted: 1, met: 1, reportedBack: 0 })
  })
})

const network = fc
  .record({
    size: fc.integer({ min: 1, max: 8 }),
    referrers: fc.array(fc.option(fc.nat(7), { nil: undefined }), { minLength: 8, maxLength: 8 }),
    closeness: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 8 }),
    links: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 12 }),
    goal: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ size, referrers, closeness, links, goal }) => ({
    people: Array.from({ length: size }, (_, at) =>
      someone(`p${at}`, {
        closeness: closeness[at]!,
        ...(referrers[at] === undefined ? {} : { referredById: `p${referrers[at]}` }),
        ...(goal[at] ? { organization: 'Goal' } : {}),
      }),
    ),
    introductions: links.map(([from, to]) => names(`p${from}`, `p${to}`)),
  }))

describe('any network of referrals', () => {
  test('has everybody once, each after who led to them, whatever order the rows come in (N2)', () => {
    fc.assert(
      fc.property(network, (rows) => {
        const graph = referralGraph(rows)
        expect([...graph.order].sort()).toEqual(rows.people.map(({ id }) => id).sort())
        const before = new Set<Id>()
        for (const id of graph.order) {
          const from = graph.parent.get(id)
          expect(from === undefined || before.has(from)).toBe(true)
          expect(chainTo(graph, id)).toHaveLength(graph.depth.get(id)!)
          before.add(id)
        }
        const turned = referralGraph({
          people: rows.people.toReversed(),
          introductions: rows.introductions.toReversed(),
        })
        expect(turned.order).toEqual(graph.order)
        expect(turned.parent).toEqual(graph.parent)
      }),
    )
  })
  test('has no chain shorter than the shortest, tried one by one (N2)', () => {
    fc.assert(
      fc.property(network, (rows) => {
        const graph = referralGraph(rows)
        const lengths = rows.people
          .filter(({ organizationKey }) => organizationKey === 'goal')
          .map(({ id }) => chainTo(graph, id).length)
        const chain = shortestChain(rows, { organizationKey: 'goal' })
        expect(chain.length).toBe(lengths.length > 0 ? Math.min(...lengths) : 0)
      }),
    )
  })
  test('counts everybody below as often as they were led to, and never more of a number than of the one before', () => {
    fc.assert(
      fc.property(network, (rows) => {
        const graph = referralGraph(rows)
        const all = yields(graph, { introductions: rows.introductions, approaches: [], conversations: [] })
        for (const one of all) {
          expect(one.contacted).toBeLessThanOrEqual(one.named)
          expect(one.met).toBeLessThanOrEqual(one.contacted)
          expect(one.reportedBack).toBeLessThanOrEqual(one.met)
          const below = graph.order.filter((id) => {
            const chain = ids(chainTo(graph, id))
            return chain.includes(one.person.id) && id !== one.person.id
          })
          expect(one.branch.people).toBe(below.length)
        }
      }),
    )
  })
})

test('a ring of 30,000 people who only named each other is walked once', () => {
  const people = Array.from({ length: 30_000 }, (_, at) =>
    someone(`p${at}`, { referredById: `p${(at + 1) % 30_000}` }),
  )
  const graph = referralGraph({ people, introductions: [] })
  expect(graph.order).toHaveLength(30_000)
  expect(chainTo(graph, graph.order.at(-1)!)).toHaveLength(30_000)
})
