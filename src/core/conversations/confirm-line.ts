import { addressee } from '../letters/address.ts'
import { oneLine } from '../letters/facts.ts'
import type { Person } from '../people/person.ts'
import { clocksOf } from './clocks.ts'
import type { Conversation } from './conversation.ts'

/** Whose talk it is, and by which clock each of them lives. */
export interface ConfirmFacts {
  whom: Pick<
    Person,
    | 'name'
    | 'honorific'
    | 'givenName'
    | 'familyName'
    | 'organization'
    | 'role'
    | 'origin'
    | 'source'
    | 'closeness'
  > & { timeZone?: string }
  /** The user's name. */
  sender: string | undefined
  /** The user's zone. */
  timeZone: string
}

/**
 * The line that reminds them a day or two ahead: day, time with its zone, place, and thanks (X2). Their own clock comes first,
 * where it shows another time.
 */
export function confirmLine(
  talk: Pick<Conversation, 'startsAt' | 'minutes' | 'mode' | 'place'>,
  { whom, sender, timeZone }: ConfirmFacts,
): string {
  const [yours, theirs] = clocksOf(talk, timeZone, whom.timeZone)
  const when = theirs
    ? `${theirs.text} by your clock (${theirs.timeZone}), which is ${yours!.text} by mine (${timeZone})`
    : `${yours!.text} (${timeZone})`
  const lines = [
    `Dear ${addressee({ recipient: whom })},`,
    `I look forward to our talk on ${when}${where(talk)}. If anything has changed for you, just tell me. Thank you for the time you are giving me.`,
    sender ?? '',
  ]
  return lines.filter(Boolean).join('\n\n')
}

function where({ mode, place }: Pick<Conversation, 'mode' | 'place'>): string {
  const said = oneLine(place ?? '')
  if (mode === 'in-person') return said ? `, at this place: ${said}` : ''
  const how = mode === 'video' ? 'by video' : 'by telephone'
  return said ? `, ${how}: ${said}` : `, ${how}`
}
