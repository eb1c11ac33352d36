/** How a text is written that is not Unicode. */
export type LegacyEncoding = 'windows-1252' | 'iso-8859-15' | 'shift_jis'

/**
 * Which encoding bytes have that are no UTF-8. The rule: Shift_JIS where all of them are valid in it, most of its
 * two-byte characters are of the common rows, and they stand side by side as Japanese does; else Windows-1252 where
 * a byte from 0x80 to 0x9F occurs, which ISO-8859-15 has no letters for; else ISO-8859-15 where a byte that differs
 * between the two is a letter or the euro sign in it, and would be a fraction or an accent alone in the other.
 */
export function legacyEncoding(bytes: Uint8Array): LegacyEncoding {
  if (isShiftJis(bytes)) return 'shift_jis'
  let latin9 = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte >= 0x80 && byte <= 0x9f) return 'windows-1252'
    if (byte === 0xa4) latin9 = true
    else if (latin9Letters.has(byte) && (isLetter(bytes[at - 1]) || isLetter(bytes[at + 1]))) {
      // "O´Brien": an accent between two letters is an apostrophe.
      if (byte !== 0xb4 || !isLetter(bytes[at - 1])) latin9 = true
    }
  }
  return latin9 ? 'iso-8859-15' : 'windows-1252'
}

/** Š š Ž ž Œ œ Ÿ in ISO-8859-15; ¦ ¨ ´ ¸ ¼ ½ ¾ in Windows-1252. */
const latin9Letters = new Set([0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe])

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0xc0)

function isShiftJis(bytes: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  let beside = 0
  let previousEnd = -1
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    if (lead >= 0xa1 && lead <= 0xdf) {
      // Half-width katakana: a byte each.
      if (previousEnd === at) beside++
      previousEnd = at + 1
      continue
    }
    const trail = bytes[at + 1]
    const isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc)
    if (!isLead || trail === undefined || trail < 0x40 || trail === 0x7f || trail > 0xfc) return false
    pairs++
    if (lead <= 0x9f) common++
    if (previousEnd === at) beside++
    previousEnd = at + 2
    at++
  }
  return pairs >= 2 && common >= pairs * 0.6 && beside >= pairs * 0.4
}
