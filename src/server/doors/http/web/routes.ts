import type { Hono } from 'hono'
import type { Operation } from '../../../operations/operation.ts'
import { addEvents } from './events.ts'
import { addFiles } from './files.ts'
import { addRpc } from './rpc.ts'
import { addSessionRoutes, type WebSettings } from './session.ts'
import { addSync } from './sync.ts'

export interface WebDoor extends WebSettings {
  /** Where the build of the web app is. */
  webFolder: string
  /** Ends what would otherwise stay open when the server is told to stop. */
  stopping: AbortSignal
  note(error: unknown): void
}

/** The web app's own routes: sign-in, synchronisation, calls, events, and last its files at every other address. */
export function addWeb(
  app: Hono,
  operations: readonly Operation[],
  door: WebDoor,
  notBuilt: () => Response,
): void {
  addSessionRoutes(app, door)
  addSync(app, operations, door, door.note)
  addRpc(app, operations, door, door.note)
  addEvents(app, door, door.stopping)
  addFiles(app, door.webFolder, notBuilt)
}
