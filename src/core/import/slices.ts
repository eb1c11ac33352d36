import type { Tx } from '../kernel/tx.ts'

/** How many things are worked on before others get a turn. */
const slice = 512

/**
 * Does long work in parts, and tells after each how far it has come. Between two parts whatever else waits gets its
 * turn: a server goes on answering while an address book comes in.
 */
export async function inSlices<T>(
  tx: Pick<Tx, 'report'>,
  what: string,
  items: readonly T[],
  work: (part: readonly T[]) => Promise<void> | void,
): Promise<void> {
  for (let from = 0; from < items.length; from += slice) {
    await work(items.slice(from, from + slice))
    const done = Math.min(from + slice, items.length)
    await tx.report(what, done, items.length)
    if (done < items.length) await othersFirst()
  }
}

/** Lets whatever else waits have its turn. */
export const othersFirst = (): Promise<void> => new Promise((resume) => afterOthers(() => resume()))

/** Node's own way costs nothing; browsers have timers alone. */
const afterOthers: (resume: () => void) => unknown =
  (globalThis as { setImmediate?: (resume: () => void) => unknown }).setImmediate ??
  ((resume) => setTimeout(resume, 0))
