import { foldedWords } from '../../../core/kernel/fold.ts'
import type { AnyTable, BaseRow } from '../../../core/kernel/table.ts'

/** No word of a language is longer; what is, is found by its beginning. PostgreSQL refuses lexemes above 2 kB. */
const longestWord = 64
/** Bytes of words kept for one row: PostgreSQL holds 1 MB of lexemes in a row, each with its owner before it. */
const mostBytes = 250_000

/** The words by which a row is found, the same for both databases. */
export function searchWords(table: AnyTable, row: BaseRow): string[] {
  return limited(foldedWords(...(table.search?.(row) ?? [])))
}

/** The words that a question asks for; each has to be the beginning of one of a row's words. */
export const questionWords = (question: string): string[] => limited(foldedWords(question))

function limited(words: string[]): string[] {
  const kept = new Set<string>()
  let bytes = 0
  for (const whole of words) {
    const word = whole.length > longestWord ? whole.slice(0, longestWord).toWellFormed() : whole
    bytes += 3 * word.length + 32
    if (bytes > mostBytes) break
    kept.add(word)
  }
  return [...kept]
}
