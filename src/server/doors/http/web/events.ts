import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Reads } from '../../../operations/reads.ts'
import { signedIn, type WebSettings } from './session.ts'

/** How often the revision is looked at while somebody listens, and how often an idle line is kept open, in milliseconds. */
const beat = 400
const quiet = 25_000

/**
 * Tells browsers that something has changed, within a second, whoever changed it: another process on the same store
 * leaves no other trace than the revision.
 */
export function addEvents(app: Hono, settings: WebSettings, stopping: AbortSignal): void {
  const watch = revisionWatch(settings.services.reads)
  app.get('/sync/changes', async (context) => {
    const { caller } = await signedIn(context, settings)
    return streamSSE(context, async (out) => {
      await new Promise<void>((end) => {
        const tell = (state: string) => out.writeSSE({ data: state }).catch(() => {})
        const forget = watch(caller.ownerId, tell)
        const ping = setInterval(() => out.write(': \n\n').catch(() => {}), quiet)
        const stop = () => {
          clearInterval(ping)
          forget()
          stopping.removeEventListener('abort', stop)
          end()
        }
        out.onAbort(stop)
        stopping.addEventListener('abort', stop)
        if (stopping.aborted) stop()
      })
    })
  })
}

type Listener = (state: string) => void

/** One look for everybody who listens to an owner; none while nobody does. Each is told at once how things stand. */
function revisionWatch({ networkState }: Reads): (ownerId: string, listener: Listener) => () => void {
  const watched = new Map<string, { listeners: Set<Listener>; timer: NodeJS.Timeout }>()
  return (ownerId, listener) => {
    let entry = watched.get(ownerId)
    if (!entry) {
      const listeners = new Set<Listener>()
      let last = ''
      const look = async () => {
        const state = JSON.stringify(await networkState(ownerId))
        // The first look tells, too: something may have changed since whoever listens was told how things stand.
        if (state !== last) for (const each of listeners) each(state)
        last = state
      }
      // A store that does not answer for a moment is asked again at the next beat.
      entry = { listeners, timer: setInterval(() => look().catch(() => {}), beat) }
      watched.set(ownerId, entry)
    }
    entry.listeners.add(listener)
    networkState(ownerId).then(
      (state) => listener(JSON.stringify(state)),
      () => {},
    )
    const { listeners, timer } = entry
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      clearInterval(timer)
      watched.delete(ownerId)
    }
  }
}
