import { fold } from '../kernel/fold.ts'

/** Words that stand in every question and tell nothing of what it asks. */
const common = new Set(
  `a about all am an and any anybody anyone are as at be been before being but by can could did do does done for from get
  had has have how i if in into is it its just like made make many may me might more most much my no not of often on one
  or other others our out people person should so some somebody someone such than that the their them then there these
  they thing things think this those to up us usually very was way we were what when where which while who whom whose
  why will with would you your yours yourself now today really ever here work field tell describe say`.split(
    /\s+/,
  ),
)

/** What a question is about: its words without those that stand in all of them, in their bare form. */
export function gist(text: string): ReadonlySet<string> {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '' && !common.has(word))
  return new Set(words.map(stem))
}

/** Endings off: "courses" and "course", "learning" and "learn", "changed" and "change" agree. */
function stem(word: string): string {
  const bare = word.replace(/(?:ies)$/, 'y').replace(/(?:ing|ed|es|s|ly)$/, '')
  return (bare.length >= 3 ? bare : word).replace(/e$/, '')
}

/**
 * How much two questions ask the same, from 0 to 1: the share of their words that they have in common; a short question
 * that is contained in a longer one counts as almost the same.
 */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return large.size === 0 ? 1 : 0
  let both = 0
  for (const word of small) if (large.has(word)) both += 1
  const shared = both / (a.size + b.size - both)
  return small.size >= 3 ? Math.max(shared, (both / small.size) * 0.9) : shared
}

/** From this likeness on, whoever is asked both feels asked twice. */
const same = 0.65

export const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => likeness(a, b) >= same
