/** Takes one of several ways to say a part of a letter: always the same for the same letter. */
export type Pick = <Option>(part: string, options: readonly Option[]) => Option

/**
 * The choice of phrasings that belongs to a seed, such as the recipient's name. Two people at one office get letters that
 * do not read alike; the same person gets the same letter again. `turn` gives the next choice for the same seed.
 */
export const phrasing =
  (seed: string, turn = 0): Pick =>
  (part, options) =>
    options[(hash(`${seed}\n${part}`) + turn) % options.length]!

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at)
    value = Math.imul(value, 0x01000193)
  }
  return (value ^ (value >>> 15)) >>> 0
}
