/** A part and the whole that it is a part of: never a percentage without its denominator. */
export interface Share {
  count: number
  of: number
}

/** How many of them it holds for. */
export const share = <One>(of: readonly One[], holds: (one: One) => boolean): Share => ({
  count: of.filter(holds).length,
  of: of.length,
})
