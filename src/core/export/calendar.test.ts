import { describe, expect, it } from 'vitest'
import { world } from '../../../tests/world.ts'
import { arrangeConversation, prepareConversation, recordConversation } from '../conversations/commands.ts'
import { profile } from '../profile/profile.ts'
import { exportCalendar } from './calendar.ts'
import { invitation } from './invitation.ts'

const unfolded = (file: string) => file.replaceAll('\r\n ', '')
const entriesOf = (file: string) =>
  unfolded(file)
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((one) => Object.fromEntries(one.split('\r\n').map((line) => line.split(/:(.*)/, 2))))

async function arranged() {
  const w = world('2026-03-02T10:00:00+01:00')
  const nadia = await w.add('Nadia Haddad', { emails: ['nadia@example.org'] })
  const talk = await w.run(arrangeConversation, {
    ...{ personId: nadia.id, at: Date.parse('2026-03-10T15:00:00+01:00'), minutes: 30 },
    ...{ mode: 'in-person', place: 'Lakeside Health, 3rd floor', travelMinutes: 25 },
  })
  const calendar = () => w.read((tx) => exportCalendar(tx))
  return { w, talk, calendar }
}

describe('exportCalendar', () => {
  it('has the talks, with a reminder when to leave (C2), and the steps on their days', async () => {
    const { w, talk, calendar } = await arranged()
    await w.run(prepareConversation, {
      ...{ conversationId: talk.id, aims: ['What a first year is like'] },
      questions: [{ text: 'How did you begin?', mustAsk: true }],
    })
    const entries = entriesOf(await calendar())
    expect(entries[0]).toMatchObject({
      ...{ UID: talk.id, SUMMARY: 'Conversation with Nadia Haddad', DTSTART: '20260310T140000Z' },
      ...{ DTEND: '20260310T143000Z', LOCATION: 'Lakeside Health\\, 3rd floor', STATUS: 'CONFIRMED' },
      DESCRIPTION: 'Conversation with Nadia Haddad',
      TRIGGER: expect.stringMatching(/^-PT\d+M$/),
    })
    expect(entries.map(({ SUMMARY }) => SUMMARY)).toEqual(
      expect.arrayContaining(['Prepare for Nadia Haddad', 'Confirm with Nadia Haddad']),
    )
    expect(entries.filter(({ SUMMARY }) => SUMMARY === 'Meet Nadia Haddad')).toEqual([])
  })

  it('gives the same bytes until something changes, and the same ids after it', async () => {
    const { w, talk, calendar } = await arranged()
    const before = await calendar()
    w.at('2026-03-02T18:00:00+01:00')
    expect(await calendar()).toBe(before)
    await w.run(prepareConversation, { conversationId: talk.id, place: 'By video' })
    const after = await calendar()
    expect(after).not.toBe(before)
    expect(entriesOf(after).map(({ UID }) => UID)).toEqual(entriesOf(before).map(({ UID }) => UID))
  })

  it('puts what is overdue on today, and says of a talk that it was called off', async () => {
    const { w, talk, calendar } = await arranged()
    w.at('2026-03-14T10:00:00+01:00')
    const late = entriesOf(await calendar()).find(({ SUMMARY }) => SUMMARY?.startsWith('Write down'))
    expect(late).toMatchObject({ 'DTSTART;VALUE=DATE': '20260314', TRIGGER: 'PT540M' })
    await w.run(recordConversation, { conversationId: talk.id, outcome: 'cancelled' })
    expect(entriesOf(await calendar())[0]).toMatchObject({ UID: talk.id, STATUS: 'CANCELLED' })
  })
})

describe('invitation', () => {
  it('asks for an answer where both addresses are known, and keeps the user’s aims to itself', async () => {
    const { w, talk } = await arranged()
    await w.run(prepareConversation, { conversationId: talk.id, aims: ['A job'] })
    await w.run(
      {
        name: 'test.profile',
        run: async (tx, facts: { name: string; email: string }) => {
          const blank = { experiences: [], skills: [], strengths: [], interests: [] }
          await tx.put(profile, { ...blank, ...facts, id: tx.ownerId })
        },
        summary: () => 'Wrote the profile',
      },
      { name: 'Rosa Meier', email: 'rosa@example.org' },
    )
    const { content } = await w.read((tx) => invitation(tx, talk.id))
    expect(unfolded(content)).toContain('METHOD:REQUEST\r\n')
    expect(unfolded(content)).toContain('ORGANIZER;CN=Rosa Meier:mailto:rosa@example.org\r\n')
    expect(unfolded(content)).toContain(
      'ATTENDEE;CN=Nadia Haddad;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:nadia@example.org\r\n',
    )
    expect(content).not.toContain('A job')
  })

  it('is an entry to take over where the user’s address is not known, and rises with each change', async () => {
    const { w, talk } = await arranged()
    const read = () => w.read((tx) => invitation(tx, talk.id))
    const first = (await read()).content
    expect(first).toContain('METHOD:PUBLISH\r\n')
    expect(first).not.toContain('ATTENDEE')
    await w.run(prepareConversation, { conversationId: talk.id, place: 'By video' })
    const sequence = (file: string) => Number(/SEQUENCE:(\d+)/.exec(file)?.[1])
    expect(sequence((await read()).content)).toBeGreaterThan(sequence(first))
  })

  it('is not for a talk that is over', async () => {
    const { w, talk } = await arranged()
    await w.run(recordConversation, { conversationId: talk.id, outcome: 'cancelled' })
    await expect(w.read((tx) => invitation(tx, talk.id))).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
})
