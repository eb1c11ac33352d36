/** A source of chance that a seed decides: the same seed always gives the same network. */
export interface Random {
  /** From 0 up to 1, without 1. */
  next(): number
  /** A whole number from 0 up to `count`, without `count`. */
  below(count: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  bytes(bytes: Uint8Array): Uint8Array
}

/** Marsaglia's xorshift on 32 bits, after a mixing of the seed. */
export function seeded(seed: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1) >>> 0
  const word = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  const next = () => word() / 2 ** 32
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)]!,
    bytes: (bytes) => {
      for (let i = 0; i < bytes.length; i++) bytes[i] = word() >>> 11
      return bytes
    },
  }
}
