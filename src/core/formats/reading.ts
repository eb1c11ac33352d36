/** A file being read: it pauses every so often, so that whoever drives it can let others have a turn. */
export type Reading<T> = Generator<undefined, T, undefined>

/** Reads to the end in one go. */
export function readWhole<T>(reading: Reading<T>): T {
  for (;;) {
    const { done, value } = reading.next()
    if (done) return value
  }
}
