import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { type Conversation, conversation, endOf, type Mode, thankBy } from '../conversations/conversation.ts'
import type { ContactFile } from '../formats/contact.ts'
import type { CalendarFile, Meeting, Participant } from '../formats/ics/meeting.ts'
import { advanceIntroductions } from '../introductions/commands.ts'
import { DomainError } from '../kernel/errors.ts'
import { derivedId, type Id, isId } from '../kernel/ids.ts'
import type { ReadTx, Tx } from '../kernel/tx.ts'
import { type Policy, readPolicy } from '../method/policy.ts'
import { type Person, person, withKeys } from '../people/person.ts'
import { readProfile } from '../profile/profile.ts'
import { recordTouch } from '../touches/commands.ts'

/** Which meetings of a calendar become conversations: all, none, or those that these ids name. */
export type MeetingChoice = 'all' | 'none' | readonly string[]

/** A meeting that is a conversation, or changes one: told, and done only when the user says so. */
export interface ProposedConversation {
  /** Of the conversation that is or would be. */
  id: Id
  uid: string
  change: 'new' | 'moved' | 'cancelled'
  personId: Id
  person: string
  /** Epoch milliseconds. */
  startsAt: number
  minutes: number
  place?: string
  summary?: string
  taken: boolean
}

/** A meeting of more people besides the user is a lecture or a party, and nobody's conversation. */
const mostPeople = 5

/** A calendar without the user among its people: their address is in the profile, or the calendar tells whose it is. */
export function withoutOwner(file: ContactFile, address: string | undefined): ContactFile {
  if (!isCalendar(file)) return file
  const own = [address, file.owner].flatMap((email) => email?.toLowerCase() ?? [])
  const isOwn = (email?: string) => email !== undefined && own.includes(email.toLowerCase())
  const contacts = file.contacts.filter(({ emails: [email] }) => !isOwn(email))
  const meetings = file.meetings.map((meeting) => ({
    ...meeting,
    people: meeting.people.filter(({ email }) => !isOwn(email)),
  }))
  return { ...file, contacts, meetings } as CalendarFile
}

/** The user's own address, as the profile has it. */
export const ownAddress = async (tx: ReadTx): Promise<string | undefined> => (await readProfile(tx)).email

/**
 * Proposes the meetings of calendars as conversations with the people in them, who are on record by now, and takes
 * those that are chosen. The same meeting again is the same conversation: it proposes only what changed. Throws
 * NOT_FOUND where a chosen id is that of no meeting.
 */
export async function importMeetings(
  tx: Tx,
  files: readonly ContactFile[],
  choice: MeetingChoice,
): Promise<ProposedConversation[]> {
  const meetings = files.filter(isCalendar).flatMap((file) => file.meetings)
  const policy = await readPolicy(tx)
  const found = await findPeople(tx, meetings)
  const pairs = meetings.flatMap((meeting) => pairsOf(meeting, found))
  refuseUnknown(pairs, choice)
  const known = await findConversations(tx, pairs)
  const proposed: ProposedConversation[] = []
  for (const pair of pairs) {
    const change = changeOf(pair, known)
    if (!change) continue
    const { meeting, whom } = pair
    const taken = isChosen(pair, choice)
    if (taken) await take(tx, pair, change, known.get(pair.id), policy)
    const { uid, startsAt, minutes, place, summary } = meeting
    proposed.push({
      ...{ id: pair.id, uid, change, personId: whom.id, person: whom.name, startsAt, minutes, taken },
      ...(place && { place }),
      ...(summary && { summary }),
    })
  }
  return proposed
}

const isCalendar = (file: ContactFile): file is CalendarFile => file.format === 'ics' && 'meetings' in file

/** A meeting is named whole by its own id, with all the times it repeats; one conversation by the beginning of its. */
const names = (text: string, { id, meeting: { uid } }: Pair): boolean =>
  uid === text || (text.length >= shortestId && id.startsWith(text.toLowerCase()))

const shortestId = 8

const isChosen = (pair: Pair, choice: MeetingChoice): boolean =>
  choice === 'all' || (choice !== 'none' && choice.some((text) => names(text, pair)))

function refuseUnknown(pairs: readonly Pair[], choice: MeetingChoice): void {
  if (typeof choice === 'string') return
  for (const id of choice) {
    if (!pairs.some((pair) => names(id, pair)))
      throw new DomainError(
        'NOT_FOUND',
        `No meeting in these files has the id "${id}". A dry run lists them.`,
        { what: 'meeting', id },
      )
  }
}

/** A meeting with one of its people: a conversation, with an id that follows from both. */
interface Pair {
  id: Id
  meeting: Meeting
  whom: Person
}

function pairsOf(meeting: Meeting, find: (one: Participant) => Person | undefined): Pair[] {
  if (meeting.people.length > mostPeople) return []
  const people = new Set(meeting.people.flatMap((one) => find(one) ?? []))
  return [...people]
    .filter(({ doNotContact }) => !doNotContact)
    .map((whom) => {
      const occurrence = meeting.occurrence === undefined ? '' : String(meeting.occurrence)
      return { id: derivedId('meeting', meeting.uid, occurrence, whom.id), meeting, whom }
    })
}

/** Whoever takes part, by their address; by their name where they have none and it is only one person's. */
async function findPeople(
  tx: ReadTx,
  meetings: readonly Meeting[],
): Promise<(one: Participant) => Person | undefined> {
  const people = meetings.flatMap((meeting) => meeting.people)
  const key = [...new Set(people.flatMap(({ email }) => (email ? [keyOf(email)] : [])))]
  const names = people.flatMap(({ name, email }) => (name && !email ? [withKeys({ name }).nameKey] : []))
  const byEmail = new Map<string, Person>()
  for (const row of await tx.find(person, 'keys', { key }))
    for (const email of row.emails) byEmail.set(keyOf(email), row)
  const namesakes = Map.groupBy(
    await tx.find(person, 'byName', { nameKey: [...new Set(names)] }),
    ({ nameKey }) => nameKey,
  )
  return ({ name, email }) => {
    if (email) return byEmail.get(keyOf(email))
    const same = name ? (namesakes.get(withKeys({ name }).nameKey) ?? []) : []
    return same.length === 1 ? same[0] : undefined
  }
}

const keyOf = (email: string): string => `email:${email.trim().toLowerCase()}`

/** What is on record of these meetings, and of those that came from our own calendar. */
async function findConversations(tx: ReadTx, pairs: readonly Pair[]): Promise<ReadonlyMap<Id, Conversation>> {
  const ids = pairs.flatMap(({ id, meeting }) => (isId(meeting.uid) ? [id, meeting.uid] : [id]))
  const rows = await tx.find(conversation, 'id', { id: [...new Set(ids)] })
  return new Map(rows.map((row) => [row.id, row]))
}

function changeOf(
  { id, meeting }: Pair,
  known: ReadonlyMap<Id, Conversation>,
): ProposedConversation['change'] | undefined {
  if (known.has(meeting.uid)) return undefined
  const row = known.get(id)
  if (!row) return meeting.cancelled ? undefined : 'new'
  if (row.status !== 'arranged') return undefined
  if (meeting.cancelled) return 'cancelled'
  const { startsAt, minutes, place } = meeting
  const same = row.startsAt === startsAt && row.minutes === minutes && row.place === place
  return same ? undefined : 'moved'
}

async function take(
  tx: Tx,
  { id, meeting, whom }: Pair,
  change: ProposedConversation['change'],
  row: Conversation | undefined,
  policy: Policy,
): Promise<void> {
  const { startsAt, minutes, place, summary } = meeting
  const facts = { minutes, mode: modeOf(place), ...(place && { place }) }
  if (change === 'cancelled') await recordConversation.run(tx, { conversationId: id, outcome: 'cancelled' })
  else if (change === 'moved' && row?.status === 'arranged')
    await tx.put(conversation, { ...row, ...facts, place, startsAt, confirmedAt: undefined })
  else if (thankBy(meeting, policy) > tx.now)
    await arrangeConversation.run(tx, { ...facts, id, personId: whom.id, at: startsAt })
  else {
    // Long over: that it took place is what the calendar knows, and nothing is asked of the user so late.
    const plan = { ...facts, id, personId: whom.id, startsAt, aims: [], questions: [], research: [] }
    const recorded = { createdAt: tx.now, recordedAt: tx.now, notes: summary, advice: [] }
    const end = endOf(meeting)
    await tx.put(conversation, { ...plan, ...recorded, status: 'held', stayInTouch: 'yes', thankedAt: end })
    const kind = facts.mode === 'phone' ? 'call' : 'meeting'
    await recordTouch(tx, {
      personId: whom.id,
      at: end,
      kind,
      from: 'me',
      outcome: 'talked',
      conversationId: id,
    })
    await advanceIntroductions(tx, whom.id, 'met', end)
  }
}

/** How one meets, by what stands where the place should. */
function modeOf(place: string | undefined): Mode {
  if (!place) return 'in-person'
  if (/^https?:|\b(?:zoom|teams|meet|webex|skype|video|jitsi)\b/i.test(place)) return 'video'
  return /^(?:tel:|\+?[\d\s()/-]{6,}$)|\b(?:phone|call)\b/i.test(place) ? 'phone' : 'in-person'
}
