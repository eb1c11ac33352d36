const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const plain = /^[\x00-\x7f]*$/

/**
 * A text in the form in which names are compared, sorted and searched: lower case, diacritics taken off, everything
 * that is neither letter, mark nor digit turned into single spaces. "Søren  van-der Berg" and "soren van der berg" agree.
 */
export function fold(text: string): string {
  // Plain Latin letters need none of what follows, and are most of what there is.
  if (plain.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøđłðþı]/g, (letter) => letters[letter]!)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a text in folded form, each once; what a search index keeps and what a query asks for. */
export function foldedWords(...texts: (string | undefined)[]): string[] {
  const words = new Set<string>()
  for (const text of texts) {
    if (text) for (const word of fold(text).split(' ')) if (word) words.add(word)
  }
  return [...words]
}
