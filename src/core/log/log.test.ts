import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { startApproach } from '../approaches/commands.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { command } from '../kernel/command.ts'
import { derivedId } from '../kernel/ids.ts'
import { letter } from '../letters/letter.ts'
import { addTouch } from '../touches/commands.ts'
import { type LogRange, readLog } from './log.ts'
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
