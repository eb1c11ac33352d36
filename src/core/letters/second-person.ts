/**
 * A note that the user made about somebody, said to that somebody: "how she moved into a utility" becomes "how you moved
 * into a utility". A note in which another name stands is left as it is: "she" may be that other person.
 */
export function toSecondPerson(note: string, recipient: { name: string; givenName?: string }): string {
  const names = [recipient.name, recipient.givenName].filter(
    (name): name is string => name !== undefined && name.length > 1 && !words.has(name),
  )
  let said = note
  for (const name of names) {
    said = replaceName(said, name)
  }
  if (hasOtherName(said)) return note
  return said
    .replace(
      /\b(?:[Ss]he|[Hh]e)['’]s(?= +(?:been|had|kept|made|done|seen|gone|\p{L}+ed|\p{L}+en)\b)/gu,
      'you’ve',
    )
    .replace(/(?<![\p{L}\p{N}])(?:[Ss]he|[Hh]e)['’]s(?![\p{L}\p{N}])/gu, 'you’re')
    .replace(/(?<![\p{L}\p{N}])(?:(S)he|(H)e|she|he)(?![\p{L}\p{N}])/gu, (_, one?: string, other?: string) =>
      one || other ? 'You' : 'you',
    )
    .replace(/(?<![\p{L}\p{N}])(you) +(\p{Ll}+)/giu, (whole, you: string, verb: string) =>
      touched(note) ? `${you} ${agreeing(verb)}` : whole,
    )
    .replace(/(?<![\p{L}\p{N}])([Hh]erself|[Hh]imself)(?![\p{L}\p{N}])/gu, (word) =>
      /^H/.test(word) ? 'Yourself' : 'yourself',
    )
    .replace(/(?<![\p{L}\p{N}])([Hh])is(?![\p{L}\p{N}])/gu, (_, first: string) =>
      first === 'H' ? 'Your' : 'your',
    )
    .replace(/(?<![\p{L}\p{N}])([Hh])im(?![\p{L}\p{N}])/gu, (_, first: string) =>
      first === 'H' ? 'You' : 'you',
    )
    .replace(
      /\b([Hh])er\b(?= +(?:\p{Ll}|\p{Lu}))(?! +(?:to|and|or|for|at|in|on|with|about|that|how|why|when|from|as|by|but)\b)/gu,
      (_, first: string) => (first === 'H' ? 'Your' : 'your'),
    )
    .replace(/(?<![\p{L}\p{N}])([Hh])er(?![\p{L}\p{N}])/gu, (_, first: string) =>
      first === 'H' ? 'You' : 'you',
    )
}

/** Names that a note may mean otherwise. */
const words = new Set(
  'April Art Bill Chance Dawn Earnest Faith Frank Grace Hope Joy June Law Mark May Pat Ray Rich Rose Summer Will Young'.split(
    ' ',
  ),
)

/** Whether the note speaks of "she" or "he", or of the recipient by name, rather than of "you". */
const touched = (note: string): boolean => !/\byou\b/i.test(note)

function replaceName(note: string, name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  return note
    .replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}['’]s?(?![\\p{L}\\p{N}])`, 'gu'), 'your')
    .replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'), 'you')
}

/** A capital within the note, other than "I" and what begins a sentence, is taken for a name. */
const hasOtherName = (note: string): boolean =>
  /(?<=[\p{Ll},] )(?!I\b|I['’])\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}+|said|says|told|thinks|thought)\b/u.test(note) ||
  /^(?!She|He|You|I\b)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(note)

const irregular: Record<string, string> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  goes: 'go',
  isn: 'aren',
  wasn: 'weren',
  hasn: 'haven',
  doesn: 'don',
}
const noVerbs = new Set(
  'always sometimes perhaps nowadays besides afterwards towards thus this as us its less across series'.split(
    ' ',
  ),
)

function agreeing(verb: string): string {
  if (irregular[verb]) return irregular[verb]
  if (!verb.endsWith('s') || verb.endsWith('ss') || noVerbs.has(verb) || verb.length < 4) return verb
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`
  return /(?:sh|ch|x|ss|zz|o)es$/.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1)
}
