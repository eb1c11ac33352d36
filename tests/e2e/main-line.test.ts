import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { root } from './command-line.ts'
import { commandLineDoor, type Door, type Options, postgresDoor, restDoor } from './door.ts'

/**
 * One student, one spring: the main line of the method from an imported list of names to keeping in touch, with the
 * clock moved day by day. The same script runs through every door, and on both databases.
 */

const postgresUrl = inject('postgresUrl')
const doors: { name: string; open: () => Promise<Door>; missing?: string }[] = [
  { name: 'the command line', open: () => commandLineDoor() },
  { name: 'REST', open: restDoor },
  {
    name: 'the command line on PostgreSQL',
    open: () => postgresDoor(postgresUrl),
    ...(postgresUrl ? {} : { missing: inject('postgresMissing') }),
  },
]

const connections = join(root, 'tests/fixtures/connections.csv')

/** Day 0 is Monday, 2 March 2026, in Berlin; clocks change on day 27, and back on day 237. */
const day = (count: number, time = '09:00'): string => {
  const date = new Date(Date.UTC(2026, 2, 2 + count)).toISOString().slice(0, 10)
  const summer = date >= '2026-03-29' && date < '2026-10-25'
  return `${date}T${time}:00${summer ? '+02:00' : '+01:00'}`
}

/** The same instant as answers write it. */
const at = (count: number, time?: string): string => new Date(day(count, time)).toISOString()

interface ShownStep {
  id: string
  kind: string
  dueAt: string
  overdue: boolean
  rule: string
  subject: { name: string }
}

for (const { name, missing } of doors) if (missing) console.error(`Not tried through ${name}: ${missing}`)

describe.each(doors.filter((one) => !one.missing))(
  'the main line of the method, through $name',
  ({ open }) => {
    let door: Door
    beforeAll(async () => {
      door = await open()
    }, 60_000)
    afterAll(() => door?.close())

    const run = (now: string, words: string[], options: Options = {}) => door.run(words, options, now)

    /** Today as a script checks it: kind, subject, due time, rule, and whether it is late. */
    const today = async (now: string, days = 0) => {
      const { steps } = (await run(now, ['today'], days ? { days } : {})) as { steps: ShownStep[] }
      return steps.map(({ kind, subject, dueAt, rule, overdue }) => [
        kind,
        subject.name,
        dueAt,
        rule,
        overdue,
      ])
    }
    const todayOf = async (who: string, now: string) =>
      (await today(now)).filter(([, subject]) => subject === who)

    /** Composes a letter and marks it as sent. */
    const write = async (now: string, person: string, kind: string, more: Options = {}) => {
      const letter = await run(now, ['letters', 'compose'], { person, kind, ...more })
      return run(now, ['letters', 'sent', letter.id])
    }

    test('day 0: an address book is imported, adds nothing the second time, and asks nothing of anybody', async () => {
      await run(day(0), ['profile', 'edit'], {
        name: 'Ruta Lindqvist-Amo',
        email: 'ruta@example.org',
        year: 'third-year',
        major: 'health sciences',
        school: 'Port Elver College',
        interest: ['community nursing'],
        question: 'What did you learn last week?',
      })
      const preview = await run(day(0), ['import', connections], { 'dry-run': true })
      expect(preview).toMatchObject({ format: 'linkedin', added: 12 })
      expect((await run(day(0), ['people', 'list'])).total).toBe(0)

      const first = await run(day(0), ['import', connections])
      expect(first).toMatchObject({ format: 'linkedin', added: 12, updated: 0, unchanged: 0 })
      expect(first.problems.map(({ line }: { line: number }) => line)).toEqual([9, 15])
      const { items } = await run(day(0), ['people', 'list'])
      const names = items.map(({ name }: { name: string }) => name)
      expect(names.filter((name: string) => name === 'Ana Kovač')).toHaveLength(2)
      expect(names).toEqual(expect.arrayContaining(['Rahayu', 'Þórdís Ægisdóttir']))
      expect(await run(day(0), ['people', 'show', 'Þórdís Ægisdóttir'])).toMatchObject({
        organization: 'Finch & Daughters, Ltd.',
        role: '"Numbers" Person',
      })
      expect(names.some((name: string) => name.startsWith('Miri Hale'))).toBe(true)

      const again = await run(day(0), ['import', connections])
      expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 12 })
      expect(await today(day(0), 366)).toEqual([])
    })

    test('day 0: a person is picked, and written to', async () => {
      await run(day(0), ['people', 'edit', 'Ottoline Brandvold'], {
        chosen: true,
        field: ['community nursing'],
      })
      expect(await today(day(0))).toEqual([['introduce', 'Ottoline Brandvold', at(7), 'O3', false]])
      const letter = await run(day(0), ['letters', 'compose'], {
        person: 'Ottoline Brandvold',
        kind: 'request',
        aim: ['how a community nurse plans a day'],
      })
      expect(letter).toMatchObject({ status: 'draft', kind: 'request' })
      expect(letter.findings.filter((one: { severity: string }) => one.severity !== 'hint')).toEqual([])
      expect(letter.body).toContain('Ruta Lindqvist-Amo')
      expect(letter.body).toContain('20 to 30 minutes')
      expect(letter.mailto).toMatch(/^mailto:ottoline\.brandvold(@|%40)example\.com\?/)
      expect(letter.words).toBeLessThanOrEqual(125)
      await run(day(0), ['letters', 'sent', letter.id])
      expect(await today(day(0))).toEqual([])
      expect(await run(day(0), ['approaches', 'list'])).toMatchObject([
        { personName: 'Ottoline Brandvold', status: 'waiting', waitingUntil: at(14) },
      ])
    })

    test('day 14, and not day 13, asks for the one follow-up (O6)', async () => {
      expect(await today(day(13, '23:59'))).toEqual([])
      expect(await today(day(14, '00:01'))).toEqual([
        ['follow-up', 'Ottoline Brandvold', at(14), 'O6', false],
      ])
      expect(await today(day(15))).toEqual([['follow-up', 'Ottoline Brandvold', at(14), 'O6', true]])
      const second = await write(day(15), 'Ottoline Brandvold', 'follow-up')
      expect(second.body).toContain('2 March')
      expect(await today(day(15))).toEqual([])
      await expect(run(day(16), ['approaches', 'follow-up', 'Ottoline Brandvold'])).rejects.toMatchObject({
        code: 'WRONG_STATE',
        message: expect.stringContaining('O7'),
      })
    })

    test('14 days after the second attempt it is time for others, who are named (O7)', async () => {
      expect(await today(day(28))).toEqual([])
      expect(await today(day(29))).toEqual([['move-on', 'Ottoline Brandvold', at(29), 'O7', false]])
      const moved = await run(day(29), ['approaches', 'move-on', 'Ottoline Brandvold'])
      expect(moved.status).toBe('moved-on')
      expect(moved.alternatives).toHaveLength(3)
      const colleagues = moved.alternatives.slice(0, 2).map(({ name }: { name: string }) => name)
      expect(colleagues.toSorted()).toEqual(['Nomvula Dlamini-Roux', 'Tariq Bello-Santos'])
      expect(moved.alternatives[0].why).toContain('Kestrel Bay Hospital')
      expect(await today(day(29), 366)).toEqual([])
    })

    test('another says yes, and a talk is arranged, prepared and confirmed (O5, P1-P3, X2)', async () => {
      await run(day(29), ['approaches', 'start'], { person: 'Tariq Bello-Santos', channel: 'email' })
      await run(day(31, '18:00'), ['approaches', 'reply', 'Tariq Bello-Santos'], { answer: 'yes' })
      expect(await today(day(32))).toEqual([['schedule', 'Tariq Bello-Santos', at(33, '18:00'), 'O5', false]])

      const talk = await run(day(32), ['conversations', 'arrange'], {
        person: 'Tariq Bello-Santos',
        at: day(37, '15:00'),
        minutes: 30,
        mode: 'in-person',
        place: 'Kestrel Bay Hospital, main desk',
        'travel-minutes': 25,
      })
      expect(talk).toMatchObject({ status: 'arranged', startsAt: at(37, '15:00'), leaveBy: at(37, '14:25') })
      expect(await today(day(32))).toEqual([])

      const prepare = ['prepare', 'Tariq Bello-Santos', at(37, '15:00')]
      expect(await today(day(34))).toEqual([[...prepare, 'P1', false]])
      const unprepared = await run(day(34), ['conversations', 'brief', 'Tariq Bello-Santos'])
      expect(unprepared.readiness.missing).toEqual(expect.arrayContaining(['P1', 'P2', 'P3']))
      expect(unprepared.readiness.done + unprepared.readiness.missing.length).toBe(unprepared.readiness.of)
      await run(day(34), ['conversations', 'prepare', 'Tariq Bello-Santos'], {
        aim: ['what a first year on a ward teaches'],
        research: ['The hospital opened a second stroke ward in January.'],
        'must-ask': ['Whom else should I meet?'],
        question: Array.from({ length: 9 }, (_, i) => `What surprised you in year ${i + 1}?`),
      })
      const brief = await run(day(34), ['conversations', 'brief', 'Tariq Bello-Santos'])
      for (const rule of ['P1', 'P2', 'P3']) expect(brief.readiness.missing).not.toContain(rule)
      expect(brief.readiness.done).toBe(unprepared.readiness.done + 3)
      expect(brief.questions[0]).toEqual({ text: 'Whom else should I meet?', mustAsk: true })
      expect(brief.introduction.text).toContain('Ruta Lindqvist-Amo')
      expect(brief.introduction.seconds).toBeLessThanOrEqual(30)
      expect(await today(day(34))).toEqual([])

      const confirm = ['confirm', 'Tariq Bello-Santos', at(36, '15:00'), 'X2', false]
      expect(await today(day(35))).toEqual([confirm])
      await run(day(35), ['conversations', 'confirm', 'Tariq Bello-Santos'])
      expect(await today(day(35))).toEqual([])
    })

    test('the talk is attended, and written down with highlight, advice, a name and a promise (C2, F3, N2)', async () => {
      const who = 'Tariq Bello-Santos'
      expect((await today(day(37, '08:00')))[0]).toEqual(['attend', who, at(37, '14:25'), 'C2', false])
      await expect(
        run(day(37, '08:00'), ['conversations', 'record', who], { outcome: 'held' }),
      ).rejects.toMatchObject({ code: 'WRONG_STATE' })
      expect(await today(day(37, '15:31'))).toEqual([['record', who, at(37, '15:30'), 'F3', false]])
      const recorded = await run(day(37, '16:00'), ['conversations', 'record', who], {
        outcome: 'held',
        highlight: 'that handovers are where wards are won',
        advice: ['Learn to read a drug chart before the first shift'],
        name: ['Priya Sundaram, Ward Manager, Kestrel Bay Hospital'],
        promise: ['Send the paper on handovers'],
      })
      expect(recorded).toMatchObject({
        status: 'held',
        thankBy: at(39, '15:30'),
        introductions: [{ status: 'named', to: { name: 'Priya Sundaram' } }],
        promises: [{ status: 'open', text: 'Send the paper on handovers', dueOn: '2026-04-15' }],
      })
      await run(day(37, '17:00'), ['promises', 'done', recorded.promises[0].id])
    })

    test('the thank-you is due within 48 hours, overdue after, and says what was valuable (F1)', async () => {
      const thank = ['thank', 'Tariq Bello-Santos', at(39, '15:30'), 'F1']
      const referral = ['use-referral', 'Priya Sundaram', at(44, '16:00'), 'N2', false]
      expect(await today(day(37, '17:00'))).toEqual([[...thank, false], referral])
      expect(await today(day(39, '15:29'))).toEqual([[...thank, false], referral])
      expect(await today(day(39, '15:31'))).toEqual([[...thank, true], referral])
      const letter = await write(day(39, '16:00'), 'Tariq Bello-Santos', 'thank-you')
      expect(letter.body).toContain('handovers are where wards are won')
      expect(letter.body).toMatch(/read a drug chart before the first shift/)
      expect(letter.body).toContain('Priya Sundaram')
      expect(await today(day(39, '16:00'))).toEqual([referral])
    })

    test('the person named is a referral to use, and is met (N2, O2)', async () => {
      const letter = await write(day(40), 'Priya Sundaram', 'request')
      expect(letter.body).toContain('Tariq Bello-Santos')
      expect(await run(day(40), ['introductions', 'list'])).toMatchObject([{ status: 'contacted' }])
      expect(await today(day(40))).toEqual([])
      await run(day(42), ['approaches', 'reply', 'Priya Sundaram'], { answer: 'yes' })
      const talk = await run(day(42), ['conversations', 'arrange'], {
        person: 'Priya Sundaram',
        at: day(45, '10:00'),
        minutes: 20,
        mode: 'phone',
      })
      await run(day(45, '10:30'), ['conversations', 'record', talk.id], {
        outcome: 'held',
        highlight: 'how she plans a roster around exams',
      })
      await run(day(45, '11:00'), ['touches', 'add'], {
        person: 'Priya Sundaram',
        kind: 'email',
        thanks: true,
      })
      expect(await run(day(45, '11:00'), ['introductions', 'list'])).toMatchObject([
        { status: 'met', metAt: at(45, '10:20') },
      ])
      expect(await today(day(45, '11:00'))).toEqual([])
    })

    test('14 days after the talk, they hear what became of their advice (X6)', async () => {
      expect(await today(day(50))).toEqual([])
      expect(await today(day(51))).toEqual([
        ['tell-progress', 'Tariq Bello-Santos', at(51, '15:00'), 'X6', false],
      ])
      const talk = (await run(day(51), ['conversations', 'list'], { person: 'Tariq Bello-Santos' }))[0]
      const told = { conversation: talk.id, reason: 'I can read a drug chart now' }
      const letter = await write(day(51), 'Tariq Bello-Santos', 'report-back', told)
      expect(letter.body).toContain('drug chart')
      expect(await today(day(51))).toEqual([])
    })

    test('14 days after the meeting, the referrer hears what came of it (X1)', async () => {
      expect(await today(day(58))).toEqual([])
      expect(await today(day(59))).toEqual([
        ['report-back', 'Tariq Bello-Santos', at(59, '10:20'), 'X1', false],
      ])
      const letter = await write(day(60), 'Tariq Bello-Santos', 'report-back')
      expect(letter.body).toContain('Priya Sundaram')
      expect(await run(day(60), ['introductions', 'list'])).toMatchObject([{ status: 'reported-back' }])
      expect(await today(day(60))).toEqual([])
    })

    test('a quarter later it is time to be in touch again; any touch by either side begins the quarter anew (F4)', async () => {
      const priya = (due: string) => [['keep-in-touch', 'Priya Sundaram', due, 'F4', false]]
      expect(await today(day(134))).toEqual([])
      expect(await today(day(135))).toEqual(priya(at(135, '11:00')))
      expect(await todayOf('Priya Sundaram', day(140))).toEqual(priya(at(135, '11:00')))
      await run(day(140), ['touches', 'add'], {
        person: 'Priya Sundaram',
        kind: 'article',
        note: 'On rosters',
      })
      expect(await todayOf('Priya Sundaram', day(229))).toEqual([])

      const tariq = [['keep-in-touch', 'Tariq Bello-Santos', at(150), 'F4', false]]
      expect(await todayOf('Tariq Bello-Santos', day(149))).toEqual([])
      expect(await todayOf('Tariq Bello-Santos', day(150))).toEqual(tariq)
      await run(day(150), ['touches', 'add'], { person: 'Tariq Bello-Santos', kind: 'message', from: 'them' })
      expect(await today(day(150))).toEqual([])
      // Clocks have gone back meanwhile: days are counted, not hours.
      expect(await todayOf('Tariq Bello-Santos', day(239))).toEqual([])
      expect(await todayOf('Tariq Bello-Santos', day(240))).toHaveLength(1)
    })

    test('the log tells all of it', async () => {
      const log = (await run(day(150), ['log'])) as { person: string; kind: string }[]
      const people = new Set(log.map(({ person }) => person))
      expect([...people].toSorted()).toEqual(['Ottoline Brandvold', 'Priya Sundaram', 'Tariq Bello-Santos'])
    })
  },
  120_000,
)
