import type { Outcome } from '../../core/conversations/commands.ts'
import type { Conversation } from '../../core/conversations/conversation.ts'
import { type NamedPerson, namedPerson } from '../../core/people/named-person.ts'
import { type NewPromised, promisedFrom } from '../../core/promises/promise.ts'

/** What is being written down after a talk; kept on the device until it is recorded. */
export interface Noted {
  outcome: 'held' | 'cancelled' | 'no-show'
  highlight: string
  advice: string[]
  names: Required<NamedPerson>[]
  promises: (Required<NewPromised> & { by: 'me' | 'them' })[]
  notes: string
  stayInTouch: 'yes' | 'no'
}

export const nobody = (): Noted['names'][number] => ({ name: '', role: '', organization: '' })
export const nothingPromised = (): Noted['promises'][number] => ({ text: '', dueOn: '', by: 'me' })

export const nothingNoted = (): Noted => ({
  outcome: 'held',
  highlight: '',
  advice: [],
  names: [nobody()],
  promises: [nothingPromised()],
  notes: '',
  stayInTouch: 'yes',
})

/** The form as a talk begins it: what was noted while it went on is there already. */
export function notedIn(talk: Extract<Conversation, { status: 'arranged' }>): Noted {
  const names = (talk.namesHeard ?? []).map((line) => {
    const { name, role = '', organization = '' } = namedPerson(line)
    return { name, role, organization }
  })
  const promises = (talk.offers ?? []).map((line) => {
    const { text, dueOn = '' } = promisedFrom(line)
    return { text, dueOn, by: 'me' as const }
  })
  return {
    ...nothingNoted(),
    ...(names.length > 0 && { names }),
    ...(promises.length > 0 && { promises }),
    notes: talk.notes ?? '',
    stayInTouch: talk.stayInTouch ?? 'yes',
  }
}

/** The form as it was left, over what the talk begins it with: what was left empty is not meant. */
export function leftOver(begun: Noted, left: Partial<Noted>): Noted {
  const blank: Partial<Record<string, unknown>> = { ...nothingNoted() }
  const said = Object.entries(left).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(blank[field]),
  )
  return { ...begun, ...Object.fromEntries(said) }
}

/** What was written as the command takes it: empty lines are not meant. */
export function outcomeOf(conversationId: string, noted: Noted): Outcome {
  const { outcome } = noted
  const notes = noted.notes.trim() || undefined
  if (outcome !== 'held') return { conversationId, outcome, notes }
  const promised = (by: 'me' | 'them'): NewPromised[] =>
    noted.promises
      .filter((one) => one.by === by && one.text.trim())
      .map(({ text, dueOn }) => ({ text: text.trim(), ...(dueOn && { dueOn }) }))
  return {
    conversationId,
    outcome,
    highlight: noted.highlight.trim() || undefined,
    advice: noted.advice.map((line) => line.trim()).filter(Boolean),
    // A comma parts name, role and organisation on the way to the server.
    names: noted.names
      .map(({ name, role, organization }) => ({
        name: withoutCommas(name),
        role: withoutCommas(role) || undefined,
        organization: organization.trim() || undefined,
      }))
      .filter(({ name }) => name),
    promises: promised('me'),
    theirPromises: promised('them'),
    notes,
    stayInTouch: noted.stayInTouch,
  }
}

const withoutCommas = (text: string): string =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
