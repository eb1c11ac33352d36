/** A UUID in lower case with dashes. */
export type Id = string

/** Fills the array with random bytes; the caller's own (`crypto.getRandomValues`), or a seeded one in tests. */
export type RandomBytes = (bytes: Uint8Array) => Uint8Array

/**
 * A source of UUIDv7 (RFC 9562, section 5.7). Ids of one source rise even within a millisecond: the 12 bits of
 * `rand_a` count (section 6.2, method 1), and roll the time forward when they overflow.
 */
export function idSource(random: RandomBytes): (now: number) => Id {
  let last = 0
  let counter = 0
  const pool = new Uint8Array(8 * 256)
  let taken = pool.length
  return (now) => {
    if (taken === pool.length) {
      random(pool)
      taken = 0
    }
    const tail = pool.subarray(taken, taken + 8)
    taken += 8
    if (now > last) {
      last = now
      counter = ((tail[0]! << 8) | tail[1]!) & 0x3ff
    } else {
      counter += 1
      if (counter > 0xfff) {
        last += 1
        counter = 0
      }
    }
    const time = last.toString(16).padStart(12, '0')
    const variant = ((tail[0]! & 0x3f) | 0x80).toString(16)
    let rest = ''
    for (let i = 1; i < 8; i++) rest += tail[i]!.toString(16).padStart(2, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}`
  }
}

/**
 * The ids that one command makes, in order: they follow from its key, so that the command makes the same rows wherever
 * and however often it is run. UUIDv7 with the key's own time (or `now`, where the key tells none); 12 bits count.
 */
export function idsOf(key: Id, now: number): () => Id {
  const time = key[14] === '7' ? Number.parseInt(key.slice(0, 8) + key.slice(9, 13), 16) : now
  const seed = derivedId(key, 'ids')
  const words = [seed.slice(0, 8), seed.slice(9, 13) + seed.slice(24, 28), seed.slice(28)].map((hex) =>
    Number.parseInt(hex, 16),
  )
  let count = 0
  return () => {
    const at = (time + (count >>> 12)).toString(16).padStart(12, '0')
    const [high, middle, low] = words.map((word, i) => mixed(word, count, i)) as [string, string, string]
    const order = (count & 0xfff).toString(16).padStart(3, '0')
    const variant = ((Number.parseInt(high.slice(0, 2), 16) & 0x3f) | 0x80).toString(16)
    count += 1
    const tail = middle + low.slice(0, 4)
    return `${at.slice(0, 8)}-${at.slice(8)}-7${order}-${variant}${high.slice(2, 4)}-${tail}`
  }
}

/** One word of the key with the count stirred in, in hexadecimal. */
function mixed(word: number, count: number, lane: number): string {
  let value = Math.imul(word ^ Math.imul(count + 1, 0x9e3779b1 + 2 * lane), 0x85ebca6b)
  value ^= value >>> 13
  value = Math.imul(value, 0xc2b2ae35)
  value ^= value >>> 16
  return (value >>> 0).toString(16).padStart(8, '0')
}

/**
 * An id that follows from its parts (RFC 9562, section 5.8, UUIDv8): the same parts always give the same id, so that a
 * derived row keeps its name however often it is derived. 128 bits of cyrb-style mixing; not for secrets.
 */
export function derivedId(...parts: string[]): Id {
  const text = parts.join('\u001f')
  const words = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    for (let w = 0; w < 4; w++) {
      words[w] = Math.imul(words[w]! ^ (code + w * 0x1000193), 0x5bd1e995)
      words[w]! ^= words[w]! >>> (13 + w)
    }
  }
  for (let round = 0; round < 3; round++) {
    for (let w = 0; w < 4; w++) {
      words[w] = Math.imul(words[w]! ^ (words[(w + 1) % 4]! >>> 15), 0x2c1b3c6d)
      words[w]! ^= words[w]! >>> 12
    }
  }
  const hex = words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20)}`
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether the text is a whole id as this program writes them. */
export const isId = (text: string): boolean => uuid.test(text)
