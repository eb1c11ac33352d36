import type { SyncAnswer, SyncRequest } from '../../server/doors/http/web/wire.ts'
import type { Replica } from './replica.ts'
import { listen, ServerError, synchronise } from './server.ts'
import type { QueuedCommand } from './storage.ts'

/** How things stand between this device and the server. */
export type Line = 'connecting' | 'well' | 'offline' | 'signed-out'

export interface ConnectionSettings {
  replica: Replica
  /** Told when the line, what waits, or the server's clock has changed. */
  noted(state: { line?: Line; trouble?: string | undefined; clock?: { now: number; isFixed: boolean } }): void
  /** Another tab has signed out, and wiped. */
  wiped(): void
}

export interface Connection {
  /** A command was run and kept here: other tabs join in, and it is sent. */
  queued(command: QueuedCommand): void
  /** Asks the server now rather than later. */
  ask(): void
  /** Tells other tabs that the device was wiped, and stops. */
  wiped(): void
}

type Told =
  | { queued: QueuedCommand }
  | { received: { request: SyncRequest; answer: SyncAnswer } }
  | { line: Line }
  | { wiped: true }

/** The longest pause between two attempts, in milliseconds. */
const longest = 30_000

/** One tab speaks with the server, whichever holds the lock; what it hears, it tells the others. */
export function connect({ replica, noted, wiped }: ConnectionSettings): Connection {
  const lock = `acquaint-${replica.ownerId}`
  const channel = new BroadcastChannel(lock)
  const tell = (message: Told) => channel.postMessage(message)
  const stopped = new AbortController()
  let speaks = false
  let wanted = true
  let wake = () => {}
  const ask = () => {
    wanted = true
    wake()
  }
  const setLine = (line: Line, trouble?: string) => {
    noted({ line, trouble })
    if (speaks) tell({ line })
  }
  channel.onmessage = async ({ data }: MessageEvent<Told>) => {
    if ('queued' in data) {
      await replica.join(data.queued)
      noted({})
      ask()
    } else if ('received' in data) {
      const { request, answer } = data.received
      await replica.receive(request, answer, { keep: false })
      noted({ clock: { now: answer.now, isFixed: answer.clockIsFixed } })
    } else if ('line' in data) noted({ line: data.line })
    else {
      stopped.abort()
      wiped()
    }
  }
  addEventListener('online', ask)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) ask()
  })
  navigator.locks
    .request(lock, { signal: stopped.signal }, async () => {
      speaks = true
      await speak()
    })
    .catch(() => {})

  async function speak(): Promise<void> {
    let pause = 500
    hear()
    while (!stopped.signal.aborted) {
      if (!wanted) await new Promise<void>((resume) => (wake = resume))
      wanted = false
      try {
        await exchange()
        pause = 500
      } catch (error) {
        const isOut = error instanceof ServerError && error.code === 'NOT_SIGNED_IN'
        setLine(isOut ? 'signed-out' : 'offline', error instanceof ServerError ? error.message : undefined)
        wanted = true
        // Waits, unless something says that it is worth another try.
        await Promise.race([
          new Promise((resume) => setTimeout(resume, isOut ? longest : pause)),
          new Promise<void>((resume) => (wake = resume)),
        ])
        pause = Math.min(pause * 2, longest)
      }
    }
  }

  /** Whether other tabs wait for their turn: what nobody hears need not be copied. */
  async function othersAreOpen(): Promise<boolean> {
    const { pending } = await navigator.locks.query()
    return pending?.some(({ name }) => name === lock) ?? false
  }

  /** Sends what waits and takes what is new, until both are done. */
  async function exchange(): Promise<void> {
    for (;;) {
      const request = replica.request()
      const answer = await synchronise(request)
      if (answer.ownerId !== replica.ownerId)
        throw new ServerError('NOT_SIGNED_IN', 'Somebody else is signed in here.')
      await replica.receive(request, answer)
      if (await othersAreOpen()) tell({ received: { request, answer } })
      noted({ clock: { now: answer.now, isFixed: answer.clockIsFixed } })
      if (answer.halted) throw new ServerError('STORE_BUSY', answer.halted)
      if (!answer.more && replica.waiting().length === 0) break
    }
    setLine('well')
  }

  /** Listens for changes by others, and begins again when the line breaks. */
  async function hear(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        await listen(stopped.signal, ask)
      } catch {
        // The exchange tells what is wrong; here it is only tried again.
      }
      await new Promise((resume) => setTimeout(resume, 2000))
      ask()
    }
  }

  return {
    queued: (command) => {
      tell({ queued: command })
      if (speaks) ask()
    },
    ask: () => (speaks ? ask() : undefined),
    wiped: () => {
      tell({ wiped: true })
      stopped.abort()
      channel.close()
    },
  }
}
