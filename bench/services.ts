import { idSource } from '../src/core/kernel/ids.ts'
import { administrationOf } from '../src/server/administration-of.ts'
import type { Caller, Operation, Services } from '../src/server/operations/operation.ts'
import { operationsOf } from '../src/server/operations/registry.ts'
import type { OpenStore } from '../src/server/store/open-store.ts'
import { benchNow, benchZone } from './network.ts'

/** What operations work on, as the program itself puts it together. */
export function servicesOver(store: OpenStore): Services {
  const newId = idSource((bytes) => crypto.getRandomValues(bytes))
  return { store, reads: store, administration: administrationOf(store, undefined), newId }
}

/** An operation of the registry by its name. */
export async function operationNamed(name: string): Promise<Operation> {
  const [noun = ''] = name.split('.')
  const operation = (await operationsOf(noun)).find((one) => one.name === name)
  if (!operation) throw new Error(`There is no operation ${name}`)
  return operation
}

/** Whoever sits at the machine, on the morning of the benchmarks. */
export const caller = (ownerId: string): Caller => ({
  ownerId,
  actor: 'owner',
  door: 'bench',
  rights: ['read', 'write', 'owner'],
  now: benchNow,
  timeZone: benchZone,
})
