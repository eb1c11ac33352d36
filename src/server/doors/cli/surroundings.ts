import type { Config } from '../../config.ts'
import type { Open } from '../../opened.ts'

/** What `serve` is told: the address, names it may be called by, and the configuration of store and clock. */
export interface ServeRequest {
  host: string
  port: number
  allowedHosts: readonly string[]
  config: Config
  /** One JSON line on standard output once it listens. */
  json: boolean
  /** Opens the link to sign in, where there is a desktop. */
  browser: boolean
}

/** What the command line is given by the composition root: it opens nothing itself. */
export interface Surroundings {
  config: Config
  open: Open
  /** Serves until it is told to stop; its exit code. */
  serve(request: ServeRequest): Promise<number>
  stdin: NodeJS.ReadableStream
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
}
