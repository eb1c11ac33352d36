/** What LinkedIn takes with an invitation, in UTF-16 units: with a paid account, and without. */
export const noteCharacters = { long: 300, short: 200 } as const
