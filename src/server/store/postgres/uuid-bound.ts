const least = '00000000-0000-0000-0000-000000000000'
const digits = '0123456789abcdef'

/**
 * The smallest UUID that is not below the text, as texts compare: so that a range of ids may begin anywhere, at the
 * first digits of one too. Nothing where every UUID is below it.
 */
export function uuidNotBelow(text: string): string | undefined {
  for (let i = 0; i < least.length; i++) {
    if (i >= text.length) return text + least.slice(i)
    const [given, lowest] = [text[i]!, least[i]!]
    const allowed = lowest === '-' ? '-' : digits
    if (allowed.includes(given)) continue
    const next = [...allowed].find((one) => one > given)
    return next ? text.slice(0, i) + next + least.slice(i + 1) : following(text.slice(0, i))
  }
  return text.length === least.length ? text : following(text.slice(0, least.length))
}

/** The smallest UUID after all that begin so. */
function following(prefix: string): string | undefined {
  for (let i = prefix.length - 1; i >= 0; i--) {
    const next = digits[digits.indexOf(prefix[i]!) + 1]
    if (least[i] !== '-' && next) return prefix.slice(0, i) + next + least.slice(i + 1)
  }
  return undefined
}
