import type { Outcome } from '../../core/conversations/commands.ts'
import type { NamedPerson } from '../../core/people/named-person.ts'
import type { NewPromised } from '../../core/promises/promise.ts'

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
