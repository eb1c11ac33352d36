/**
 * The list in parts whose lengths are powers of two, none above `largest`: few lengths, so that the text of a statement
 * made for one serves again.
 */
export function* batches<T>(list: readonly T[], largest: number): Generator<readonly T[]> {
  let taken = 0
  for (let size = largest; size >= 1; size /= 2) {
    while (list.length - taken >= size) {
      yield size === list.length ? list : list.slice(taken, taken + size)
      taken += size
    }
  }
}
