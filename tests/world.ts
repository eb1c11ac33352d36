import type { Command } from '../src/core/kernel/command.ts'
import { execute, query } from '../src/core/kernel/execute.ts'
import { type Id, idSource } from '../src/core/kernel/ids.ts'
import { memoryStore } from '../src/core/kernel/memory-store.ts'
import type { ReadTx } from '../src/core/kernel/tx.ts'
import { undoCommand } from '../src/core/kernel/undo.ts'
import { deriveFor, deriveSteps } from '../src/core/method/derive.ts'
import { deriveEvents, everyEvent } from '../src/core/method/derive-events.ts'
import { deriveOpenings, everyOpening } from '../src/core/method/derive-openings.ts'
import { step } from '../src/core/method/step.ts'
import { type DueNow, today } from '../src/core/method/today.ts'
import { addPerson, type NewPerson } from '../src/core/people/commands.ts'
import { tables } from '../src/core/tables.ts'

const ownerId = '00000000-0000-7000-8000-000000000001'
const undo = undoCommand(tables)

/** A network in memory with a clock that tests move: enough of the world to try the method in. */
export function world(start: string, timeZone = 'Europe/Berlin') {
  const store = memoryStore()
  let seed = 1
  const nextId = idSource((bytes) => {
    for (let i = 0; i < bytes.length; i++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      bytes[i] = seed >>> 16
    }
    return bytes
  })
  let now = Date.parse(start)
  const read = <Result>(run: (tx: ReadTx) => Promise<Result>) => query(store, { ownerId, now, timeZone }, run)
  const run = async <Input, Output>(command: Command<Input, Output>, input: Input): Promise<Output> => {
    const call = {
      key: nextId(now),
      ownerId,
      actor: 'owner',
      door: 'test',
      now,
      timeZone,
      newId: () => nextId(now),
    }
    const { result } = await execute(store, call, command, input, deriveSteps, async (_, output) => output)
    return result
  }
  return {
    run,
    read,
    undo: (entryId?: Id) => run(undo, { entryId }),
    /** Moves the clock to an instant. */
    at: (instant: string) => {
      now = Date.parse(instant)
    },
    /** Steps of Today, or of so many days ahead. */
    today: (days = 0): Promise<DueNow[]> => read((tx) => today(tx, { days })),
    /** Today in short: "follow-up Nadia Haddad (O6)", with "!" where it is overdue. */
    agenda: async (days = 0): Promise<string[]> =>
      (await read((tx) => today(tx, { days }))).map(
        (one) => `${one.kind} ${one.subjectName} (${one.rule})${one.overdue ? ' !' : ''}`,
      ),
    add: (name: string, facts: Partial<NewPerson> = {}) =>
      run(addPerson, { name, origin: 'direct-contact', ...facts }),
    allSteps: () => read((tx) => tx.find(step, 'bySubject', {})),
    /** The steps as they would be derived from nothing but the records. */
    derivedAnew: async (personIds: Id[]) => {
      await run(
        {
          name: 'test.derive',
          run: async (tx) => {
            for (const row of await tx.find(step, 'bySubject', {})) await tx.remove(step, row.id)
            await deriveFor(tx, personIds)
            await deriveEvents(tx, await everyEvent(tx))
            await deriveOpenings(tx, await everyOpening(tx))
          },
          summary: () => 'Derived anew',
        },
        undefined,
      )
      return read((tx) => tx.find(step, 'bySubject', {}))
    },
  }
}
