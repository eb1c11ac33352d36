import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { moveOn, recordReply, startApproach } from '../approaches/commands.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { addEvent, attendEvent } from '../events/commands.ts'
import { updateIntroduction } from '../introductions/commands.ts'
import { introduction } from '../introductions/introduction.ts'
import { command } from '../kernel/command.ts'
import { derivedId } from '../kernel/ids.ts'
import { letter } from '../letters/letter.ts'
import { closePromise } from '../promises/commands.ts'
import { promise } from '../promises/promise.ts'
import { addTouch } from '../touches/commands.ts'
import { type LogRange, readLog } from './log.ts'
import { logAsPage } from './print.ts'
import { logAsCsv, logAsMarkdown, logAsText } from './render.ts'

const monday = '2026-03-02T10:00:00+01:00'
const berlin = 'Europe/Berlin'
const logOf = (w: ReturnType<typeof world>, range: LogRange = {}) =>
  w.read((tx) => readLog(tx, range, berlin))

describe('the log (F3)', () => {
  test('says with whom, when, what came of it and what to remember, in the order of time', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const letterId = derivedId('letter')
    await w.run(putLetter, { letterId, personId: nadia.id })
    await w.run(startApproach, { personId: nadia.id, channel: 'email', letterId })
    const talk = { personId: nadia.id, minutes: 30, mode: 'video' as const }
    const first = await w.run(arrangeConversation, { ...talk, at: Date.parse('2026-03-05T10:00:00+01:00') })
    await w.run(recordConversation, { conversationId: first.id, outcome: 'cancelled', notes: 'She is ill.' })
    w.at('2026-03-12T10:00:00+01:00')
    const second = await w.run(arrangeConversation, { ...talk, at: Date.parse('2026-03-12T08:00:00+01:00') })
    await w.run(recordConversation, {
      ...{ conversationId: second.id, outcome: 'held', highlight: 'Nursing is planning.', notes: 'Warm.' },
      advice: ['Shadow a ward', 'Ask Jonas'],
    })
    await w.run(addTouch, { personId: nadia.id, kind: 'message', from: 'them' })
    expect(await logOf(w)).toMatchObject([
      { at: Date.parse(monday), kind: 'email', outcome: 'asked for a talk', notes: 'A question' },
      { at: Date.parse(monday), kind: 'meeting', outcome: 'cancelled', notes: 'She is ill.' },
      {
        ...{ person: 'Nadia Haddad', personId: nadia.id, kind: 'meeting', outcome: 'talked' },
        notes: 'Nursing is planning.\nAdvice: Shadow a ward; Ask Jonas\nWarm.',
      },
      { kind: 'message', outcome: 'heard from them', notes: null },
    ])
  })
  test('holds whole days as the user counts them, the last one included', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    for (const at of ['2026-03-01T23:30:00Z', '2026-03-02T22:59:00Z', '2026-03-02T23:00:00Z']) {
      await w.run(addTouch, { personId: nadia.id, kind: 'email', at: Date.parse(at) })
    }
    const days = async (range: LogRange) => (await logOf(w, range)).length
    expect(await days({ from: '2026-03-02', to: '2026-03-02' })).toBe(2)
    expect(await days({ from: '2026-03-03' })).toBe(1)
    expect(await days({ to: '2026-03-01' })).toBe(0)
  })
})

describe('the whole log (F3)', () => {
  async function story() {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const silent = await w.add('Silent Person')
    const { id } = await w.run(startApproach, { personId: silent.id, channel: 'email' })
    await w.run(recordReply, { approachId: id, answer: 'out-of-office', until: '2026-03-09' })
    w.at('2026-03-03T10:00:00+01:00')
    const at = Date.parse('2026-03-03T09:00:00+01:00')
    const talk = await w.run(arrangeConversation, { personId: nadia.id, at, minutes: 30, mode: 'video' })
    await w.run(recordConversation, {
      ...{ conversationId: talk.id, outcome: 'held', names: [{ name: 'Tomás Reyes' }] },
      ...{ promises: [{ text: 'Send the article' }], learnt: [{ topic: 'courses', text: 'Statistics' }] },
    })
    const [made] = await w.read((tx) => tx.find(promise, 'byPerson', { personId: nadia.id }))
    w.at('2026-03-04T10:00:00+01:00')
    await w.run(closePromise, { promiseId: made!.id })
    const [named] = await w.read((tx) => tx.find(introduction, 'byFrom', { fromPersonId: nadia.id }))
    for (const status of ['met', 'reported-back'] as const)
      await w.run(updateIntroduction, { introductionId: named!.id, status })
    return { w, nadia, silent, approachId: id, tomasId: named!.toPersonId }
  }
  const said = (entries: { person: string; kind: string; outcome: string | null }[]) =>
    entries.map(({ person, kind, outcome }) => `${person}: ${kind}, ${outcome}`)

  test('has what leaves no touch, too: absences, names, promises, reports by word of mouth, moving on', async () => {
    const { w, approachId } = await story()
    expect(said(await logOf(w))).toEqual([
      'Silent Person: email, asked for a talk',
      'Silent Person: approach, away until 2026-03-09',
      'Nadia Haddad: meeting, talked',
      'Nadia Haddad: introduction, named Tomás Reyes',
      'Nadia Haddad: promise, you promised',
      'Nadia Haddad: introduction, told them that you met Tomás Reyes',
      'Nadia Haddad: promise, promise kept',
    ])
    expect((await logOf(w))[2]!.notes).toBe('Courses: Statistics')
    w.at('2026-04-30T10:00:00+02:00')
    await w.run(moveOn, { approachId })
    expect(said(await logOf(w)).at(-1)).toBe('Silent Person: approach, moved on')
  })
  test('has the events where the user was, and a line for each person met there (N3)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const { id } = await w.run(addEvent, {
      ...{
        name: 'Careers fair',
        kind: 'fair',
        startsAt: Date.parse('2026-03-01T10:00:00+01:00'),
        place: 'Hall B',
      },
    })
    expect(await logOf(w)).toEqual([])
    await w.run(attendEvent, { eventId: id, met: [{ personId: nadia.id }] })
    expect(await logOf(w)).toMatchObject([
      { person: '', personId: null, kind: 'event', outcome: 'attended Careers fair', notes: 'Hall B' },
      { person: 'Nadia Haddad', kind: 'meeting' },
    ])
    expect(await logOf(w, { personId: nadia.id })).toHaveLength(1)
  })
  test('is searched by beginnings of words anywhere in a line, and narrowed to a person', async () => {
    const { w, silent, tomasId } = await story()
    expect(said(await logOf(w, { search: 'ARTIC kept' }))).toEqual(['Nadia Haddad: promise, promise kept'])
    expect(said(await logOf(w, { search: 'tomas' }))).toHaveLength(2)
    expect(await logOf(w, { search: 'ticle' })).toEqual([])
    expect(said(await logOf(w, { personId: silent.id }))).toHaveLength(2)
    expect(said(await logOf(w, { personId: tomasId, to: '2026-03-03' }))).toEqual([
      'Nadia Haddad: introduction, named Tomás Reyes',
    ])
  })
})

describe('the log as a file', () => {
  const entries = [
    {
      ...{ at: Date.parse(monday), person: '=Nadia | [x](javascript:0)', personId: 'p', kind: 'coffee' },
      ...{ outcome: null, notes: 'First\n<script>\u001b[2J' },
    },
  ]
  test('for a spreadsheet, with nothing that it would run', () => {
    expect(logAsCsv(entries, berlin)).toBe(
      'Date,Person,Kind,Outcome,Notes\r\n2026-03-02 10:00,\'=Nadia | [x](javascript:0),coffee,,"First\n<script>\u001b[2J"\r\n',
    )
  })
  test('in Markdown, with nothing that is taken for markup', () => {
    expect(logAsMarkdown(entries, berlin).split('\n').slice(2, 5)).toEqual([
      '| Date | Person | Kind | Outcome | Notes |',
      '| --- | --- | --- | --- | --- |',
      '| 2026-03-02 10:00 | =Nadia \\| \\[x\\](javascript:0) | coffee |  | First<br>\\<script\\>\\[2J |',
    ])
  })
  test('as a page to print, with nothing that a browser takes for markup or loads', () => {
    const page = logAsPage(entries, berlin)
    expect(page).toContain(
      '<td>2026-03-02 10:00</td><td>=Nadia | [x](javascript:0)</td><td>coffee</td><td></td>',
    )
    expect(page).toContain('<td>First\n&lt;script&gt; [2J</td>')
    expect(page).not.toMatch(/<script|src=|href=|https?:/)
  })
  test('as text, with nothing that a terminal obeys', () => {
    expect(logAsText(entries, 'America/Chicago')).toBe(
      '2026-03-02 03:00  =Nadia | [x](javascript:0) · coffee\n    First\n    <script>[2J\n',
    )
    expect(logAsText([], berlin)).toBe('Nothing to show yet.\n')
  })
})

const putLetter = command({
  name: 'test.letter',
  run: (tx, { letterId, personId }: { letterId: string; personId: string }) =>
    tx.put(letter, {
      ...{
        id: letterId,
        personId,
        kind: 'request',
        channel: 'email',
        subject: 'A question',
        body: 'Dear Nadia',
      },
      ...{ createdAt: tx.now, status: 'draft' },
    }),
  summary: () => 'Drafted a letter',
})
