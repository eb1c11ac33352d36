import { conversation } from '../../core/conversations/conversation.ts'
import { DomainError } from '../../core/kernel/errors.ts'
import { query } from '../../core/kernel/execute.ts'
import { journal } from '../../core/kernel/journal.ts'
import { today } from '../../core/method/today.ts'
import { person } from '../../core/people/person.ts'
import { approachesOperations } from '../operations/approaches.ts'
import { conversationsOperations } from '../operations/conversations.ts'
import { eventsOperations } from '../operations/events.ts'
import { fieldsOperations } from '../operations/fields.ts'
import { importOperations } from '../operations/import.ts'
import { introductionOperations } from '../operations/introduction.ts'
import { invoke } from '../operations/invoke.ts'
import { lettersOperations } from '../operations/letters.ts'
import { openingsOperations } from '../operations/openings.ts'
import type { Caller, Operation, Services } from '../operations/operation.ts'
import { organizationsOperations } from '../operations/organizations.ts'
import { peopleOperations } from '../operations/people.ts'
import { profileOperations } from '../operations/profile.ts'
import { promisesOperations } from '../operations/promises.ts'
import { questionsOperations } from '../operations/questions.ts'
import { researchOperations } from '../operations/research.ts'
import { stepsOperations } from '../operations/steps.ts'
import { touchesOperations } from '../operations/touches.ts'
import { type Calendar, calendarAround } from './calendar.ts'
import type { Do, Entry } from './diary.ts'
import { aroundStories } from './stories/around.ts'
import { cityStories } from './stories/city.ts'
import { eventsAndOpeningsStories } from './stories/events-and-openings.ts'
import { fieldStories } from './stories/fields.ts'
import { healthAndNatureStories } from './stories/health-and-nature.ts'
import { waterStories } from './stories/water.ts'

/** What a demonstration network holds. */
export interface Filled {
  people: number
  conversations: number
  /** Steps for today. */
  steps: number
}

/**
 * Fills an empty network with the last five months of an invented student: every line of the diary is an operation,
 * carried out with the clock at its own time. Throws WRONG_STATE where something is there already.
 */
export async function fillDemo(services: Services, caller: Caller): Promise<Filled> {
  await mustBeEmpty(services, caller)
  const entries = diary(calendarAround(caller.now, caller.timeZone))
  for (const [index, { at, act }] of entries.entries()) {
    await act(doingAs(services, { ...caller, now: at }))
    await caller.report?.('of the diary', index + 1, entries.length)
  }
  return query(services.store, caller, async (tx) => ({
    people: (await tx.find(person, 'id', {})).length,
    conversations: (await tx.find(conversation, 'byStart', {})).length,
    steps: (await today(tx, {})).length,
  }))
}

async function mustBeEmpty(services: Services, caller: Caller): Promise<void> {
  const [anything] = await query(services.store, caller, (tx) =>
    tx.find(journal, 'byRevision', {}, { limit: 1 }),
  )
  if (!anything) return
  throw new DomainError(
    'WRONG_STATE',
    'This folder already holds a network; name an empty one with --data DIR.',
  )
}

/** Every entry in the order of time. */
function diary(calendar: Calendar): Entry[] {
  return [
    aroundStories,
    fieldStories,
    waterStories,
    cityStories,
    healthAndNatureStories,
    eventsAndOpeningsStories,
  ]
    .flatMap((stories) => stories(calendar))
    .toSorted((a, b) => a.at - b.at)
}

/** Operations by name, for one moment of the diary. */
function doingAs(services: Services, caller: Caller): Do {
  return async (name, input) => {
    const operation = operations.get(name)
    if (!operation) throw new Error(`The diary names an operation ${name} that does not exist`)
    return (await invoke(services, operation, input, caller)).result as { id: string }
  }
}

const operations = new Map(
  [
    ...approachesOperations,
    ...conversationsOperations,
    ...eventsOperations,
    ...fieldsOperations,
    ...importOperations,
    ...introductionOperations,
    ...lettersOperations,
    ...openingsOperations,
    ...organizationsOperations,
    ...peopleOperations,
    ...profileOperations,
    ...promisesOperations,
    ...questionsOperations,
    ...researchOperations,
    ...stepsOperations,
    ...touchesOperations,
  ].map((operation) => [operation.name, operation as unknown as Operation]),
)
