import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { readLog } from '../log/log.ts'
import { standing } from '../method/standing.ts'
import { addOpening, askAdvocate, editOpening, recordAdvocate } from './commands.ts'
import { opening } from './opening.ts'

const monday = '2026-03-02T10:00:00+01:00'
const at = Date.parse(monday)

async function considered() {
  const w = world(monday)
  const { id } = await w.run(addOpening, { title: 'Summer assistant', organization: 'Lakeside Health' })
  return { ...w, openingId: id }
}

test('an opening goes its way with the date of each status, and closes with what came of it', async () => {
  const { run, openingId } = await considered()
  expect(await run(editOpening, { openingId, status: 'applied', at: at - 1000 })).toMatchObject({
    appliedAt: at - 1000,
  })
  await expect(run(editOpening, { openingId, status: 'applied' })).rejects.toMatchObject({
    code: 'WRONG_STATE',
  })
  expect(await run(editOpening, { openingId, status: 'interviewing' })).toMatchObject({
    appliedAt: at - 1000,
  })
  expect(await run(editOpening, { openingId, status: 'offer' })).toMatchObject({ offeredAt: at })
  await expect(run(editOpening, { openingId, status: 'closed' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  await expect(run(editOpening, { openingId, status: 'applied', outcome: 'accepted' })).rejects.toMatchObject(
    {
      code: 'INVALID_INPUT',
    },
  )
  const closed = await run(editOpening, { openingId, outcome: 'accepted' })
  expect(closed).toMatchObject({ status: 'closed', outcome: 'accepted', closedAt: at, appliedAt: at - 1000 })
  expect(closed).not.toHaveProperty('offeredAt')
})

test('whoever helps with an application is an advocate, by a record that can be taken back (W5)', async () => {
  const { run, read, add, openingId, undo } = await considered()
  const nadia = await add('Nadia Haddad', { organization: 'lakeside health' })
  await run(askAdvocate, { openingId, personId: nadia.id })
  const rung = async () => (await read((tx) => tx.get(standing, nadia.id)))?.rung
  expect(await rung()).toBeUndefined()
  await run(recordAdvocate, { openingId, personId: nadia.id, evidence: 'Sent my letter on' })
  expect(await rung()).toBe('advocate')
  await undo()
  expect(await rung()).toBeUndefined()
})

test('what was asked of somebody and what they did are lines of the log (F3, W5)', async () => {
  const { run, read, add, openingId } = await considered()
  const nadia = await add('Nadia Haddad')
  await run(askAdvocate, { openingId, personId: nadia.id })
  await run(recordAdvocate, { openingId, personId: nadia.id, evidence: 'Sent my letter on' })
  const log = await read((tx) => readLog(tx, {}, 'Europe/Berlin'))
  expect(log.map(({ person, outcome, notes }) => [person, outcome, notes])).toEqual([
    ['Nadia Haddad', 'asked for help with Summer assistant', null],
    ['Nadia Haddad', 'helped with Summer assistant', 'Sent my letter on'],
  ])
})

test('evidence is of what has happened, and nobody who is not to be written to is asked (W5)', async () => {
  const { run, add, openingId } = await considered()
  const nadia = await add('Nadia Haddad', { doNotContact: true })
  const future = { openingId, personId: nadia.id, evidence: 'Will put in a word', at: at + 1 }
  await expect(run(recordAdvocate, future)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(run(askAdvocate, { openingId, personId: nadia.id })).rejects.toMatchObject({
    code: 'WRONG_STATE',
  })
})

test('facts of an opening are changed and taken off, and it is found by its title', async () => {
  const { run, read, openingId } = await considered()
  await run(editOpening, { openingId, deadline: '2026-04-30', title: 'Winter Assistant' })
  await run(editOpening, { openingId, clear: ['deadline'] })
  const [row] = await read((tx) => tx.find(opening, 'byName', { nameKey: 'winter assistant' }))
  expect(row).toMatchObject({ title: 'Winter Assistant', status: 'considering' })
  expect(row!.deadline).toBeUndefined()
})
