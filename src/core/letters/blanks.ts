/** A place where the letter needs what is not on record; `start` and `end` are offsets in UTF-16 units. */
export interface Blank {
  start: number
  end: number
  /** With its brackets. */
  text: string
}

/** The blank that the writer is to fill in: `blank('your name')` is `[your name]`. */
export const blank = (what: string): string => `[${what}]`

/** The blanks of a text, in their order. */
export function blanksIn(text: string): Blank[] {
  return [...text.matchAll(/\[[^[\]\n]+\]/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
  }))
}

/** How many words a text has: runs between spaces that hold a letter or a digit (X3). */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length
}
