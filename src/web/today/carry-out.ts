import { event } from '../../core/events/event.ts'
import type { Step, StepAction } from '../../core/method/step.ts'
import type { OpeningEdit } from '../../core/openings/commands.ts'
import { act } from '../app/act.svelte.ts'
import { go } from '../app/router.svelte.ts'
import { letterAddress } from '../letters/begin-letter.ts'
import { commands } from '../replica/commands.ts'
import { get } from '../replica/network.svelte.ts'
import { addressOf } from './address.ts'

type Input = Record<string, unknown>
type Way = (input: Input) => unknown

/** How the app does what a step's action names. A screen that takes over an operation puts its address here. */
const ways: Readonly<Record<string, Way>> = {
  'promises.done': ({ promise }) => act(commands.closePromise, { promiseId: promise as string }),
  'events.show': ({ event }) => go(`/events/${event}`),
  'events.register': async ({ event: eventId }) => {
    // What it cost is asked where there is a fee.
    if (get(event, eventId as string)?.fee) go(`/events/${eventId}?do=register`)
    else await act(commands.registerForEvent, { eventId: eventId as string })
  },
  'events.studentRate': ({ event }) => go(`/events/${event}?do=student-rate`),
  'events.book': ({ event }) => go(`/events/${event}?do=book`),
  'events.researched': ({ event }) => go(`/events/${event}?do=research`),
  'events.attended': ({ event }) => go(`/events/${event}?do=met`),
  'openings.edit': ({ opening: openingId, ...rest }) =>
    act(commands.editOpening, { ...rest, openingId } as OpeningEdit),
  'approaches.moveOn': async ({ approach }) => {
    const done = await act(commands.moveOn, { approachId: approach as string })
    if (done) go(`/approaches/${approach}`)
  },
  'conversations.arrange': ({ person }) => go(`/conversations/new?person=${person}`),
  'conversations.prepare': ({ conversation }) => go(`/conversations/${conversation}/prepare`),
  'conversations.confirm': ({ conversation }) => go(`/conversations/${conversation}?confirm`),
  'conversations.brief': ({ conversation }) => go(`/conversations/${conversation}/brief`),
  'conversations.record': ({ conversation }) => go(`/conversations/${conversation}/after`),
  'letters.compose': (input) => go(letterAddress(input)),
  'people.list': (input) => go(`/people?${new URLSearchParams(input as Record<string, string>)}`),
}

/** Does what an action names; says whether the app has a way. */
export async function carryOutAction({
  operation,
  input,
}: Pick<StepAction, 'operation' | 'input'>): Promise<boolean> {
  const way = ways[operation]
  await way?.(input)
  return way !== undefined
}

/** Does what a step asks for, or leads to where it is done. */
export async function carryOut(step: Step): Promise<void> {
  if (!(await carryOutAction(step.action))) go(addressOf(step))
}
