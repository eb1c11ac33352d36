import type { Id } from '../core/kernel/ids.ts'
import type { Config } from './config.ts'
import type { Services } from './operations/operation.ts'

/** What of the configuration picks and places the store. */
export type StoreChoice = Pick<Config, 'dataFolder' | 'databaseUrl'>

/** A store that was opened, to be closed again. */
export interface Opened {
  services: Services
  /** Whose network is meant where nobody is named. */
  ownerId: Id
  /** The file or the database, for people to read. */
  place: string
  close(): Promise<void>
}

export type Open = (choice: StoreChoice) => Promise<Opened>
