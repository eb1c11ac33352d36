/** How the user came upon somebody, from the source on record (N1): which words go with it. */
export type SourceKind = 'directory' | 'association' | 'event' | 'site' | 'reading' | 'crossing' | 'other'

const kinds: readonly (readonly [SourceKind, RegExp])[] = [
  ['crossing', /^(?:on|at|in|during|by|beside|next to|outside)\s/i],
  [
    'reading',
    /\b(?:articles?|interview|podcast|book|paper|magazine|newsletter|blog|newspaper|report|courier|journal|column)\b/i,
  ],
  [
    'directory',
    /\b(?:alumn[a-z]*|director(?:y|ies)|database|mentor(?:ing)? (?:list|network|program(?:me)?)|list|register|year ?book)\b/i,
  ],
  [
    'event',
    /\b(?:conference|congress|panel|fair|workshop|session|talk|lecture|exhibition|meet-?up|evening|night|seminar|webinar|symposium|summit|forum|reception|open day|hackathon|mixer|festival|convention|week|ceremony)\b/i,
  ],
  [
    'site',
    /\b(?:linked ?in|handshake|twitter|mastodon|bluesky|xing|facebook|instagram|github|site|website|web ?page|page|profile|online|platform)\b/i,
  ],
  [
    'association',
    /\b(?:association|society|council|institute|chapter|union|guild|club|board|league|federation|network|academy|college of|order of|chamber)\b/i,
  ],
]

/** Where an import took somebody from says nothing about how the two came together. */
const ownRecords = /^(?:google contacts|outlook|spreadsheet|address book|contacts|phone|vcard|csv)$/i

/** The source as it stands within a sentence, and its kind; undefined where none is on record that a letter can name. */
export function sourceOf(source: string | undefined): { kind: SourceKind; text: string } | undefined {
  if (!source || ownRecords.test(source)) return undefined
  const kind = kinds.find(([, pattern]) => pattern.test(source))?.[0] ?? 'other'
  return { kind, text: kind === 'crossing' ? lowered(source) : withArticle(lowered(source)) }
}

const lowered = (source: string): string =>
  source.replace(/^(?:The|An?|On|At|In|During|By|My|Our|Your)(?= )/, (word) => word.toLowerCase())

/** "alumni directory" needs its article; a name with a capital has or needs none. */
const withArticle = (source: string): string =>
  /^\p{Ll}/u.test(source) && !/^(?:the|an?|my|our|your|this|that|his|her|their|one|some)\s/i.test(source)
    ? `the ${source}`
    : source
