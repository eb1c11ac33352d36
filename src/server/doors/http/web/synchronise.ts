import { type Cursor, changesAfter } from '../../../../core/kernel/changes.ts'
import { DomainError } from '../../../../core/kernel/errors.ts'
import { isTimeZone } from '../../../../core/method/clock.ts'
import { tables } from '../../../../core/tables.ts'
import { invoke } from '../../../operations/invoke.ts'
import type { Caller, Operation, Services } from '../../../operations/operation.ts'
import { isExpected, unexpectedSentence } from '../errors.ts'
import type { Answer, SentCommand, SyncAnswer, SyncRequest } from './wire.ts'

/** Rows in one answer. */
const slice = 5000

/** What a replica holds of a network: everything but the journal. */
const replicated = tables.filter(({ role }) => role !== 'journal')

/** A refusal that is the store's for the moment: the command waits with the replica. */
const forNow = new Set<string>(['STORE_BUSY', 'STORE_FULL', 'STORE_READ_ONLY'])

export interface Surroundings {
  services: Services
  clockIsFixed: boolean
  /** Told what was not expected. */
  note(error: unknown): void
}

/** Takes a replica's commands, each once and in order, and answers with what changed since its cursor. */
export function synchroniser(
  operations: readonly Operation[],
  { services, clockIsFixed, note }: Surroundings,
) {
  const commands = new Map(
    operations.filter(({ kind }) => kind === 'command').map((operation) => [operation.name, operation]),
  )
  return async (request: SyncRequest, caller: Caller): Promise<SyncAnswer> => {
    const answers: Answer[] = []
    let halted: string | undefined
    for (const sent of request.commands) {
      const answer = await carryOut(sent, caller)
      if ('halted' in answer) halted = answer.halted
      if ('halted' in answer) break
      answers.push(answer)
    }
    const { revision, epoch } = await services.reads.networkState(caller.ownerId)
    const cursor: Cursor = request.epoch === epoch ? request.cursor : { had: 0 }
    const { next, ...changes } = await services.store.read(caller.ownerId, (session) =>
      changesAfter(session, replicated, cursor, revision, slice),
    )
    const about = { ownerId: caller.ownerId, now: caller.now, clockIsFixed, epoch }
    return { ...about, answers, ...changes, cursor: next, ...(halted && { halted }) }
  }

  async function carryOut({ key, name, input, at, timeZone }: SentCommand, caller: Caller) {
    try {
      const operation = commands.get(name)
      if (!operation) throw new DomainError('NOT_FOUND', `This server does not know how to do "${name}".`)
      const asked: Caller = {
        ...caller,
        key,
        // A device may be ahead of us, and nothing happens in the future.
        now: clockIsFixed ? caller.now : Math.min(at, caller.now),
        timeZone: isTimeZone(timeZone) ? timeZone : caller.timeZone,
      }
      const known = await services.administration.findRefusal(caller.ownerId, key)
      if (known) return { key, refused: known }
      const { result } = await invoke(services, operation, input, asked)
      return { key, done: result ?? null }
    } catch (error) {
      if (!isExpected(error)) note(error)
      if (error instanceof DomainError && forNow.has(error.code)) return { halted: error.message }
      const refused =
        error instanceof DomainError
          ? { code: error.code as string, message: error.message }
          : { code: 'UNEXPECTED', message: unexpectedSentence }
      // A copy of this that is still on its way must not be done after the user was told that it is not.
      await services.administration.noteRefusal(caller.ownerId, key, refused, caller.now)
      return { key, refused }
    }
  }
}
