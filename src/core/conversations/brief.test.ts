import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { world } from '../../../tests/world.ts'
import { editProfile } from '../method/commands.ts'
import { person } from '../people/person.ts'
import { conversationBrief } from './brief.ts'
import { briefHtml } from './brief-html.ts'
import { briefPage, type PrintedBrief } from './brief-page.ts'
import { clocksOf } from './clocks.ts'
import { arrangeConversation, prepareConversation, recordConversation } from './commands.ts'

const full: PrintedBrief = {
  person: {
    name: 'Nadia Haddad',
    place: 'Nurse, Lakeside Hospital',
    known: 'referred by Ana Ruiz',
    reach: ['+1 202 555 0100'],
  },
  introduction: { text: 'My name is Maya Lindgren. '.repeat(16), seconds: 30 },
  aims: ['what a first year is like', 'which courses help', 'who else to meet'],
  research: Array.from(
    { length: 12 },
    (_, at) => `Note ${at}: ${'the ward moved to another house '.repeat(6)}`,
  ),
  before: 'she told me about the night shift',
  questions: Array.from({ length: 15 }, (_, at) => ({
    text: `${at + 1}. What would you tell somebody who ${'asks and '.repeat(9)}asks?`,
    mustAsk: at < 4,
  })),
  logistics: {
    minutes: 30,
    mode: 'in-person',
    place: 'Main desk',
    leaveAt: '09:20',
    travelMinutes: 30,
    arriveEarlyMinutes: 10,
    clocks: [{ whose: 'you', timeZone: 'Europe/Berlin', text: 'Tuesday, 10 March, 10:00 to 10:30' }],
    dress: 'As people dress there.',
    confirmed: true,
  },
  closing: ['Thank them.', 'Stay in touch?', 'Who else?', 'How can I help?'],
  readiness: { done: 9, of: 9, next: [] },
}

describe('the brief', () => {
  it('says when to leave, and both clocks where they differ (C2, X2)', async () => {
    const w = world('2026-03-02T10:00:00+01:00')
    const whom = await w.add('Nadia Haddad', { phones: ['+1 202 555 0100'], emails: ['nadia@example.org'] })
    const row = (await w.read((tx) => tx.get(person, whom.id)))!
    const toChicago = {
      name: 'test.zone',
      run: (tx: Parameters<typeof arrangeConversation.run>[0]) =>
        tx.put(person, { ...row, timeZone: 'America/Chicago' }),
      summary: () => '',
    }
    await w.run(toChicago, undefined)
    const talk = await w.run(arrangeConversation, {
      personId: whom.id,
      at: Date.parse('2026-03-10T02:00:00+01:00'),
      minutes: 30,
      mode: 'in-person',
      travelMinutes: 25,
    })
    const brief = await w.read((tx) => conversationBrief(tx, talk.id))
    expect(brief.logistics).toMatchObject({ leaveAt: '01:25', timeZone: 'Europe/Berlin' })
    expect(brief.logistics.clocks.map(({ whose, text }) => `${whose}: ${text}`)).toEqual([
      'you: Tuesday, 10 March, 02:00 to 02:30',
      'them: Monday, 9 March, 20:00 to 20:30',
    ])
    expect(brief.person.reach).toEqual(['+1 202 555 0100', 'nadia@example.org'])
    expect(clocksOf(talk, 'Europe/Berlin', 'Europe/Paris')).toHaveLength(1)
  })

  it('begins from what was valuable the last time, and from then on they know your name (P6, F1)', async () => {
    const w = world('2026-03-02T10:00:00+01:00')
    const { id: personId } = await w.add('Nadia Haddad')
    const first = await w.run(arrangeConversation, {
      personId,
      at: Date.parse('2026-03-01T10:00:00+01:00'),
      minutes: 30,
      mode: 'video',
    })
    await w.run(recordConversation, {
      conversationId: first.id,
      outcome: 'held',
      highlight: 'how nights are shared',
    })
    const next = await w.run(arrangeConversation, {
      personId,
      at: Date.parse('2026-03-10T10:00:00+01:00'),
      minutes: 30,
      mode: 'video',
    })
    const brief = await w.read((tx) => conversationBrief(tx, next.id))
    expect(brief.before).toBe('1 March: how nights are shared')
    expect(brief.introduction.text).not.toContain('My name')
  })

  it('is one page: notes and what need not be asked give way and are counted, what must be asked stays (P3)', () => {
    const page = briefPage(full)
    const [notes, questions] = ['What you found out', 'Questions'].map(
      (title) => page.sections.find((one) => one.title === title)!,
    )
    expect(notes!.lines.length).toBeLessThanOrEqual(3)
    expect(notes!.more).toMatch(/^and \d+ more notes$/)
    expect(questions!.lines.filter((line) => line.startsWith('* '))).toHaveLength(4)
    expect(questions!.more).toMatch(/^and \d+ more on your list$/)
  })

  it('is never more than a page and says nothing twice, whatever is in it', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.constant('長い言葉'.repeat(80)))
    const briefs = fc.record({
      research: fc.array(text, { maxLength: 20 }),
      aims: fc.array(text, { maxLength: 3 }),
      questions: fc.array(fc.record({ text, mustAsk: fc.boolean() }), { maxLength: 15 }),
    })
    fc.assert(
      fc.property(briefs, (given) => {
        const page = briefPage({ ...full, ...given })
        const questions = page.sections.find(({ title }) => title === 'Questions')
        expect(questions?.lines.length ?? 0).toBeGreaterThanOrEqual(
          given.questions.filter(({ mustAsk }) => mustAsk).length,
        )
      }),
      { numRuns: 50 },
    )
  })

  it('is HTML in which nothing from outside is read as HTML', () => {
    const evil = '</title><script>alert(1)</script><img src=x onerror="alert(1)">\'&'
    const html = briefHtml(
      briefPage({
        ...full,
        person: { ...full.person, name: evil, place: evil },
        aims: [evil],
        questions: [{ text: evil, mustAsk: true }],
      }),
    )
    expect(html).not.toMatch(/<script|<img|onerror="/)
    expect(html).not.toMatch(/<[^>]*(?:src|href)=|url\(|@import/)
    expect(html).toContain('&#60;script&#62;')
  })

  it('shows how a talk was prepared, in the order in which it is asked (P2, P3)', async () => {
    const w = world('2026-03-02T10:00:00+01:00')
    const { id: personId } = await w.add('Nadia')
    const talk = await w.run(arrangeConversation, {
      personId,
      at: Date.parse('2026-03-10T10:00:00+01:00'),
      minutes: 30,
      mode: 'video',
    })
    await w.run(prepareConversation, {
      conversationId: talk.id,
      aims: ['nights'],
      questions: [
        { text: 'How?', mustAsk: false },
        { text: 'Why?', mustAsk: true },
      ],
    })
    const brief = await w.read((tx) => conversationBrief(tx, talk.id))
    expect(brief.questions.map(({ text }) => text)).toEqual(['Why?', 'How?'])
  })

  it('begins with the introduction, holds what the user wants to know, and ends with thanks and the ways to go on (C3, W3, C7)', async () => {
    const w = world('2026-03-02T10:00:00+01:00')
    await w.run(editProfile, { name: 'Maya Lindgren', major: 'biology', year: 'second-year' })
    const { id: personId } = await w.add('Nadia')
    const at = Date.parse('2026-03-10T10:00:00+01:00')
    const talk = await w.run(arrangeConversation, { personId, at, minutes: 30, mode: 'video' })
    await w.run(prepareConversation, { conversationId: talk.id, aims: ['nights on a ward'] })
    const brief = await w.read((tx) => conversationBrief(tx, talk.id))
    expect(Object.keys(brief).indexOf('introduction')).toBeLessThan(Object.keys(brief).indexOf('questions'))
    expect(brief.introduction.text).toContain('Maya Lindgren')
    expect(brief.aims).toEqual(['nights on a ward'])
    expect(brief.closing).toHaveLength(4)
    expect(brief.closing.join(' ')).toMatch(/thank.*(in touch|stay).*(whom|who) else.*help/i)
  })

  it('names the minutes that were asked for, as the step of the day does (C6)', async () => {
    const w = world('2026-03-10T08:00:00+01:00')
    const { id: personId } = await w.add('Nadia')
    const at = Date.parse('2026-03-10T10:00:00+01:00')
    const talk = await w.run(arrangeConversation, { personId, at, minutes: 25, mode: 'phone' })
    const attend = (await w.today()).find(({ kind }) => kind === 'attend')
    expect(attend).toMatchObject({ rule: 'C6', until: at + 25 * 60_000 })
    expect(attend!.why).toContain('25 minutes')
    expect((await w.read((tx) => conversationBrief(tx, talk.id))).logistics.minutes).toBe(25)
  })
})
