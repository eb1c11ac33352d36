import type { Config } from '../../config.ts'
import type { Services } from '../../operations/operation.ts'

/** A store that was opened, to be closed again. */
export interface Opened {
  services: Services
  close(): Promise<void>
}

/** What of the configuration picks and places the store. */
export type StoreChoice = Pick<Config, 'dataFolder' | 'databaseUrl'>

/** What `serve` is told: the address, names it may be called by, and the store and clock behind it. */
export interface ServeRequest {
  host: string
  port: number
  allowedHosts: readonly string[]
  config: Config
  json: boolean
}

/** What the command line is given by the composition root: it opens nothing itself. */
export interface Surroundings {
  config: Config
  open(choice: StoreChoice): Promise<Opened>
  /** Serves until it is told to stop; its exit code. */
  serve(request: ServeRequest): Promise<number>
  stdin: NodeJS.ReadableStream & { isTTY?: boolean }
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
}
