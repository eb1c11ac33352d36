/** A text for comparing, of the same length: lower case, é as e, curly quotes straight, dashes short, all white space a space. */
export function plainText(text: string): string {
  const lower = text.toLowerCase()
  const even = lower.length === text.length ? lower : [...text].map(lowered).join('')
  return even.replace(
    /[^\u0021-\u007e ]/g,
    (character) => same[character] ?? (/\s/.test(character) ? ' ' : character),
  )
}

function lowered(character: string): string {
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

const same: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  é: 'e',
  è: 'e',
}
