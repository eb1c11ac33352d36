import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { startApproach } from '../approaches/commands.ts'
import { addField, editField } from '../fields/commands.ts'
import { addIntroduction } from '../introductions/commands.ts'
import { editOrganizationCommand } from '../organizations/commands.ts'
import { tables } from '../tables.ts'
import { addTouch } from '../touches/commands.ts'
import { namedPerson } from './named-person.ts'
import { whomToMeet } from './whom-to-meet.ts'

const monday = '2026-03-02T10:00:00+01:00'
const editOrganization = editOrganizationCommand(tables)

const suggested = async (w: ReturnType<typeof world>, limit = 10) =>
  (await w.read((tx) => whomToMeet(tx, limit))).map(
    ({ person, reasons }) => `${person.name}: ${reasons.map(({ rule }) => rule).join(' ')}`,
  )

describe('whom to meet next', () => {
  test('a referral not used yet first, then a target, a field explored, closeness, each with its reason', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { keepInTouch: 'yes' })
    await w.add('Stranger')
    await w.add('Friend', { closeness: 4 })
    await w.add('Planner', { fields: ['city planning'] })
    await w.add('At a target', { organization: 'Lakeside health' })
    await w.add('At a target, too', {
      organization: 'Lakeside Health',
      closeness: 1,
      fields: ['City planning'],
    })
    await w.run(editOrganization, { organization: 'Lakeside Health', target: true })
    const { id } = await w.run(addField, { name: 'City planning' })
    await w.run(addIntroduction, { fromPersonId: nadia.id, named: namedPerson('Tomás Reyes') })
    expect(await suggested(w)).toEqual([
      'Tomás Reyes: N2',
      'At a target, too: W5 W6',
      'At a target: W5',
      'Planner: W6',
      'Friend: N1',
    ])
    expect(await suggested(w, 2)).toHaveLength(2)
    const [first] = await w.read((tx) => whomToMeet(tx, 1))
    expect(first!.reasons[0]!.why).toBe('Nadia Haddad named them to you on Monday, 2 March.')
    await w.run(editField, { fieldId: id, exploring: false })
    expect(await suggested(w)).not.toContain('Planner: W6')
  })
  test('only the listed: nobody chosen, written to, met, kept, paused or not to be contacted', async () => {
    const w = world(monday)
    const close = { closeness: 5 }
    await w.add('Chosen', { ...close, chosen: true })
    await w.add('Kept', { ...close, keepInTouch: 'yes' })
    await w.add('Never', { ...close, doNotContact: true })
    await w.add('Paused', { ...close, pausedUntil: '2026-03-09' })
    const asked = await w.add('Asked', close)
    await w.run(startApproach, { personId: asked.id })
    const known = await w.add('Heard from', close)
    await w.run(addTouch, { personId: known.id, kind: 'message', from: 'them' })
    expect(await suggested(w)).toEqual(['Heard from: N1'])
    w.at('2026-03-09T10:00:00+01:00')
    expect(await suggested(w)).toEqual(['Heard from: N1', 'Paused: N1'])
  })
  test('not more at one organisation than may be asked besides those already asked (X7)', async () => {
    const w = world(monday)
    const there = { organization: 'Fabrikam', closeness: 3 }
    for (const name of ['Ada', 'Ben', 'Cleo']) await w.add(name, there)
    expect(await suggested(w)).toEqual(['Ada: N1', 'Ben: N1'])
    const dan = await w.add('Dan', { ...there, closeness: 1 })
    await w.run(startApproach, { personId: dan.id })
    expect(await suggested(w)).toEqual(['Ada: N1'])
    const eve = await w.add('Eve', { ...there, closeness: 1 })
    await w.run(startApproach, { personId: eve.id })
    expect(await suggested(w)).toEqual([])
  })
  test('is found among 30,000 people of an address book without a look at each', async () => {
    const w = world(monday)
    await w.run(
      {
        name: 'test.many',
        run: async (tx) => {
          const { personOf } = await import('./commands.ts')
          const { person } = await import('./person.ts')
          for (let at = 0; at < 30_000; at++)
            await tx.put(
              person,
              personOf({ name: `P ${at}`, origin: 'direct-contact', closeness: 1 }, tx.newId(), 0),
            )
        },
        summary: () => 'Many',
      },
      undefined,
    )
    await w.add('Friend', { closeness: 4 })
    const asked: string[] = []
    const found = await w.read((tx) =>
      whomToMeet(
        {
          ...tx,
          get: tx.get,
          find: async (table, index, where, options) => {
            const rows = await tx.find(table, index, where, options)
            asked.push(`${table.name} ${rows.length}`)
            return rows
          },
        } as typeof tx,
        5,
      ),
    )
    expect(found.map(({ person: { name } }) => name)).toEqual(['Friend'])
    expect(asked.every((one) => Number(one.split(' ')[1]) < 10)).toBe(true)
  })
})
