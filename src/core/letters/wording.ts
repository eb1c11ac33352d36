/** Sentences as one paragraph: those that are missing are passed over, each of the others ends as a sentence does. */
export function paragraph(...sentences: (string | false | undefined)[]): string {
  return sentences
    .filter((sentence) => typeof sentence === 'string' && sentence !== '')
    .map((sentence) => ended(sentence as string))
    .join(' ')
}

const ended = (text: string): string => (/[.?!…]["'”’)]*$/.test(text) ? text : `${text}.`)

/** "Ana, Ben and Cleo". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** Texts in the user's own words, of any grammatical form, to stand after a colon. */
export const afterColon = (items: readonly string[]): string => items.map(clause).join('; ')

/** A text in the user's own words, to stand within a sentence: no full stop, and no capital on a common first word. */
export function clause(text: string): string {
  const bare = text.replace(/(?<![\s.,;:])[\s.,;:]+$/, '') || text
  const first = /^\p{L}+/u.exec(bare)?.[0] ?? ''
  return commonFirstWords.has(first.toLowerCase()) ? bare[0]!.toLowerCase() + bare.slice(1) : bare
}

/**
 * "to join the chapter and to read the report", when each of the notes begins with something to do; undefined otherwise.
 */
export function infinitives(items: readonly string[]): string | undefined {
  const said = items.map((item) => clause(item))
  const all =
    said.length > 0 &&
    said.every((item) => doings.has(/^\p{L}+(?= )/u.exec(item)?.[0] ?? '') && !/[;:?]/.test(item))
  return all ? listed(said.map((item) => `to ${item}`)) : undefined
}

const doings = new Set(
  `ask read join take try look talk speak write start keep apply get find send share call do make go build use see visit
  consider learn let tell choose spend follow bring show introduce forward return check report meet come give practise
  practice study attend subscribe contact email sign watch listen work volunteer prepare finish`.split(/\s+/),
)

export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** Words that notes begin with and that are no names: only these lose their capital. */
const commonFirstWords = new Set(
  `you a an the this that these those your my our her his their its to how what why which when where who whether if not
  about after before one two three some every ask read join take try look talk speak write start keep apply get find
  send share call do make go build use see visit consider avoid learn let tell choose spend follow bring show
  summer winter intern interned internship volunteer volunteered worked`.split(/\s+/),
)
