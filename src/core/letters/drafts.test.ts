import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { advocacy } from '../advocacy/advocacy.ts'
import { addOpening } from '../openings/commands.ts'
import { composeDraft, discardDraft, editDraft, sendLetter } from './commands.ts'
import { letter } from './letter.ts'

const begin = async () => {
  const w = world('2026-03-02T10:00:00+01:00')
  const { id: personId } = await w.add('Nadia Haddad', { organization: 'Lakeside Health' })
  return { w, personId, row: (id: string) => w.read((tx) => tx.get(letter, id)) }
}

test('a draft is composed anew in its own place, by another way or in other words (O1)', async () => {
  const { w, personId, row } = await begin()
  const first = await w.run(composeDraft, { personId, kind: 'request' })
  const again = { personId, kind: 'request', letterId: first.id } as const
  const bodies = new Set([first.body])
  for (const wording of [1, 2, 3]) bodies.add((await w.run(composeDraft, { ...again, wording })).body)
  expect(bodies.size).toBeGreaterThan(2)
  await w.run(composeDraft, { ...again, channel: 'linkedin' })
  expect(await row(first.id)).toMatchObject({ id: first.id, channel: 'linkedin', subject: '' })
  const other = await w.add('Søren van der Berg')
  await expect(w.run(composeDraft, { ...again, personId: other.id })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('the way a letter goes can change while its words stay, until it is sent', async () => {
  const { w, personId, row } = await begin()
  const { id } = await w.run(composeDraft, { personId, kind: 'request' })
  await w.run(editDraft, { letterId: id, body: 'My own words', channel: 'letter' })
  expect(await row(id)).toMatchObject({ body: 'My own words', channel: 'letter', kind: 'request' })
  await w.run(sendLetter, { letterId: id })
  for (const change of [
    w.run(editDraft, { letterId: id, channel: 'email' }),
    w.run(discardDraft, { letterId: id }),
    w.run(composeDraft, { personId, kind: 'request', letterId: id }),
  ])
    await expect(change).rejects.toMatchObject({ code: 'WRONG_STATE' })
})

test('a draft that is not wanted goes, and undo brings it back', async () => {
  const { w, personId, row } = await begin()
  const { id } = await w.run(composeDraft, { personId, kind: 'request' })
  await w.run(discardDraft, { letterId: id })
  expect(await row(id)).toBeUndefined()
  await w.undo()
  expect(await row(id)).toMatchObject({ status: 'draft' })
})

test('asking for a word of help is on the record of the opening when the letter is sent (W5)', async () => {
  const { w, personId } = await begin()
  const { id: openingId } = await w.run(addOpening, { title: 'Trainee', organization: 'Lakeside Health' })
  const draft = await w.run(composeDraft, { personId, kind: 'introduction-request', openingId })
  await w.run(composeDraft, { personId, kind: 'introduction-request', letterId: draft.id, wording: 1 })
  await w.run(sendLetter, { letterId: draft.id })
  expect(await w.read((tx) => tx.find(advocacy, 'byOpening', { openingId }))).toMatchObject([
    { personId, status: 'asked' },
  ])
})
