import { commands } from '../replica/commands.ts'
import { network, run } from '../replica/network.svelte.ts'
import type { Done, Runnable } from '../replica/replica.ts'

/** What is told at the foot of the page for a while. */
export interface Toast {
  id: number
  text: string
  /** It says what did not happen. */
  isRefusal?: boolean
  action?: { label: string; run(): void }
}

const shown = $state<Toast[]>([])
let last = 0

/** What is being told. Reactive. */
export const toasts: readonly Toast[] = shown

/** Tells something for a while. */
export function tell(toast: Omit<Toast, 'id'>): void {
  last += 1
  // The newest is what the user has just done; an older one would only be in the way.
  shown.splice(0, shown.length, { ...toast, id: last })
}

export function forget(id: number): void {
  const at = shown.findIndex((toast) => toast.id === id)
  if (at >= 0) shown.splice(at, 1)
}

/**
 * Does what the user asked: the command runs here at once, a toast says what was done and offers to take it back. What
 * a rule refuses is told, and nothing comes back. `said` replaces the words of the history.
 */
export async function act<Input, Output>(
  command: Runnable<Input, Output>,
  input: Input,
  { said }: { said?: string } = {},
): Promise<Done<Output> | undefined> {
  try {
    const done = await run(command, input)
    tell({ text: said ?? done.summary, action: { label: 'Undo', run: () => void undo(done.key) } })
    return done
  } catch (error) {
    tellError(error)
    return undefined
  }
}

/** Takes a command back, by its key. */
export async function undo(key: string): Promise<void> {
  try {
    const done = await run(commands.undo, { entryId: key })
    const conflicts = done.output?.conflicts ?? []
    const later = network.line === 'well' ? 'Taken back.' : 'This is taken back as soon as there is a line.'
    const text = done.output ? `Taken back. ${conflicts.map(({ message }) => message).join(' ')}` : later
    tell({ text: text.trim() })
  } catch (error) {
    tellError(error)
  }
}

/** Tells what went wrong, in its own sentence. */
export function tellError(error: unknown): void {
  const expected =
    error instanceof Error && ['DomainError', 'ServerError', 'Unreachable'].includes(error.name)
  if (!expected) console.error(error)
  const text = expected
    ? (error as Error).message
    : 'That did not work, and nothing was changed. Try again; if it stays, reload the page.'
  tell({ text, isRefusal: true })
}
