/** Chance from a seed, so that a life can be lived again (mulberry32). */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  /** True in so many of a hundred cases. */
  percent(of: number): boolean
  oneOf<Item>(items: readonly Item[]): Item
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    between,
    percent: (of) => next() * 100 < of,
    oneOf: (items) => items[between(0, items.length - 1)]!,
  }
}
