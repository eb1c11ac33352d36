import { fold } from '../../kernel/fold.ts'
import type { Span } from './phrase.ts'

/** Where a text has somebody's name: the whole of it, or the family or given name as a word of its own. */
export function nameIn(plain: string, text: string, name: string): Span | undefined {
  const exact = name ? text.indexOf(name) : -1
  if (exact >= 0) return { start: exact, end: exact + name.length }
  const parts = fold(name)
    .split(' ')
    .filter((part) => !titles.has(part) && (part.length > 2 || !/^[a-z]+$/.test(part)))
  const even = foldEvenly(plain)
  for (const part of [...parts].reverse()) {
    const at = wordAt(even, part)
    if (at >= 0) return { start: at, end: at + part.length }
  }
  const folded = fold(text)
  const said = [...parts]
    .reverse()
    .find((part) => ` ${folded} `.includes(` ${part} `) || (!/^[a-z]+$/.test(part) && folded.includes(part)))
  return said === undefined ? undefined : { start: 0, end: text.length }
}

const titles = new Set(
  'mr mrs ms mx dr prof professor sir dame rev van von der den de la le el al bin'.split(' '),
)

/** Each character folded by itself where that keeps the length; others as they are. */
function foldEvenly(plain: string): string {
  return plain.replace(/[\u00c0-\u024f]/g, (character) => {
    const base = character.normalize('NFD')[0]!
    return base.length === 1 ? base : character
  })
}

function wordAt(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + word.length] ?? ' '
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at
  }
  return -1
}

/**
 * Whether a text takes up what a note says: a good part of the note's longer words, by their beginnings, so that "took"
 * notes and "taking" letters agree as far as letters tell. A note without longer words is taken up word for word.
 */
export function takesUp(text: string, note: string): boolean {
  const words = stems(note)
  if (words.length === 0) return fold(text).includes(fold(note))
  const said = new Set(stems(text))
  const found = words.filter((word) => said.has(word)).length
  return found >= Math.max(1, Math.ceil(words.length / 4))
}

const stems = (text: string): string[] => [
  ...new Set(
    fold(text)
      .split(' ')
      .filter((word) => (word.length > 3 || /[^a-z]/.test(word)) && !common.has(word))
      .map((word) => word.slice(0, 5)),
  ),
]

const common = new Set(
  `about after again also because been before could does done from have into just like made make many more most much must only other
  over said should some such than that their them then there these they thing things this those time very want well were what when
  where which while will with would your yours told take took`.split(/\s+/),
)
