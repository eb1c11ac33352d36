import { describe, expect, it } from 'vitest'
import { world } from '../../../tests/world.ts'
import { recordConversation } from '../conversations/commands.ts'
import { conversation } from '../conversations/conversation.ts'
import { readCalendar } from '../formats/ics/read-calendar.ts'
import { person } from '../people/person.ts'
import { tables } from '../tables.ts'
import { touch } from '../touches/touch.ts'
import { type Import, importCommand } from './import-command.ts'

const start = '2026-03-02T10:00:00+01:00'
const me = 'ATTENDEE;CN=Rosa Meier:mailto:rosa@example.org'
const nadia = 'ATTENDEE;CN=Nadia Haddad:mailto:nadia@example.org'
const event = (uid: string, at: string, ...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART:${at}`, 'DURATION:PT30M', nadia, me, ...lines, 'END:VEVENT'].join(
    '\r\n',
  )
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'X-WR-CALNAME:rosa@example.org', ...events, 'END:VCALENDAR', ''].join('\r\n')

function network() {
  const w = world(start)
  const run = importCommand(tables)
  const take = (text: string, more: Partial<Import> = {}) =>
    w.run(run, {
      files: [
        {
          name: 'work.ics',
          content: readCalendar(text, { now: Date.parse(start), timeZone: 'Europe/Berlin' }),
        },
      ],
      ...more,
    })
  const talks = () => w.read((tx) => tx.find(conversation, 'byStart', {}))
  return { w, take, talks }
}

describe('a calendar that comes in', () => {
  const soon = event('soon', '20260310T140000Z', 'SUMMARY:Coffee', 'LOCATION:https://meet.example/abc')

  it('brings its people without the user, and proposes its meetings without making them conversations', async () => {
    const { w, take, talks } = network()
    expect(await take(calendar(soon))).toMatchObject({
      ...{ format: 'ics', added: 1 },
      proposed: [
        {
          ...{ uid: 'soon', change: 'new', person: 'Nadia Haddad', minutes: 30, taken: false },
          ...{ summary: 'Coffee', place: 'https://meet.example/abc' },
        },
      ],
    })
    expect(await w.read(async (tx) => (await tx.find(person, 'byName', {})).map(({ name }) => name))).toEqual(
      ['Nadia Haddad'],
    )
    expect(await talks()).toEqual([])
  })

  it('makes a conversation of what the user confirms, once however often it comes', async () => {
    const { take, talks } = network()
    expect((await take(calendar(soon), { conversations: ['soon'] })).proposed).toMatchObject([
      { taken: true },
    ])
    expect(await talks()).toMatchObject([{ status: 'arranged', mode: 'video', minutes: 30 }])
    expect((await take(calendar(soon), { conversations: 'all' })).proposed).toEqual([])
    expect(await talks()).toHaveLength(1)
  })

  it('is chosen one conversation at a time, or whole by the id of the meeting', async () => {
    const weekly = calendar(event('weekly', '20260310T140000Z', 'RRULE:FREQ=WEEKLY;COUNT=3'))
    const { take, talks } = network()
    const { proposed } = await take(weekly)
    await take(weekly, { conversations: [proposed![1]!.id.slice(0, 12)] })
    expect((await talks()).map(({ startsAt }) => startsAt)).toEqual([Date.parse('2026-03-17T14:00:00Z')])
    await take(weekly, { conversations: ['weekly'] })
    expect(await talks()).toHaveLength(3)
  })

  it('moves and cancels a conversation when its meeting was moved and cancelled, if the user says so', async () => {
    const { take, talks } = network()
    await take(calendar(soon), { conversations: 'all' })
    const moved = calendar(event('soon', '20260312T140000Z', 'SEQUENCE:1', 'LOCATION:Café Nord'))
    expect((await take(moved)).proposed).toMatchObject([{ change: 'moved', taken: false }])
    await take(moved, { conversations: 'all' })
    expect(await talks()).toMatchObject([
      { startsAt: Date.parse('2026-03-12T14:00:00Z'), mode: 'in-person', place: 'Café Nord' },
    ])
    const cancelled = calendar(event('soon', '20260312T140000Z', 'SEQUENCE:2', 'STATUS:CANCELLED'))
    expect((await take(cancelled, { conversations: 'all' })).proposed).toMatchObject([
      { change: 'cancelled' },
    ])
    expect(await talks()).toMatchObject([{ status: 'cancelled' }])
  })

  it('takes what is long over as held, with its touch, and asks for no thanks so late (F1)', async () => {
    const { w, take, talks } = network()
    await take(calendar(event('old', '20251110T140000Z', 'SUMMARY:Coffee')), { conversations: 'all' })
    expect(await talks()).toMatchObject([{ status: 'held', notes: 'Coffee' }])
    expect(await w.read((tx) => tx.find(touch, 'byTime', {}))).toMatchObject([
      { kind: 'meeting', outcome: 'talked' },
    ])
    expect(await w.agenda()).toEqual(['keep-in-touch Nadia Haddad (F4)'])
  })

  it('lets the user record what took place yesterday', async () => {
    const { w, take } = network()
    await take(calendar(event('new', '20260301T140000Z')), { conversations: 'all' })
    expect(await w.agenda()).toEqual([expect.stringMatching(/^record Nadia Haddad \(F3\)/)])
  })

  it('never touches a conversation that is on record as held', async () => {
    const { w, take, talks } = network()
    await take(calendar(soon), { conversations: 'all' })
    w.at('2026-03-10T16:00:00+01:00')
    const [talk] = await talks()
    await w.run(recordConversation, { conversationId: talk!.id, outcome: 'held' })
    const moved = calendar(event('soon', '20260312T140000Z', 'SEQUENCE:1'))
    expect((await take(moved, { conversations: 'all' })).proposed).toEqual([])
  })

  it('takes the people of a large meeting, which is nobody’s conversation', async () => {
    const { take } = network()
    const many = Array.from(
      { length: 6 },
      (_, index) => `ATTENDEE;CN=Guest ${index}:mailto:g${index}@example.org`,
    )
    expect(await take(calendar(event('party', '20260310T140000Z', ...many)))).toMatchObject({
      added: 7,
      proposed: [],
    })
  })

  it('says so where a chosen id is that of no meeting', async () => {
    const { take } = network()
    await expect(take(calendar(soon), { conversations: ['nothing'] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is taken back as a whole by one undo', async () => {
    const { w, take, talks } = network()
    await take(calendar(soon, event('old', '20251110T140000Z')), { conversations: 'all' })
    await w.undo()
    expect(await talks()).toEqual([])
    expect(await w.read((tx) => tx.find(person, 'byName', {}))).toEqual([])
  })
})
