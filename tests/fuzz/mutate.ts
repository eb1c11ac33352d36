/** Pieces that mean something to one of the formats. */
const pieces = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\r\n',
    '\n',
    '\r',
    '\r\r\n',
    '\0',
    '\uFEFF',
    '\u200B',
    ' ::: ',
    '=',
    '=1+1',
    '/',
    ':',
  ],
  ...[
    'BEGIN:VCARD\r\n',
    'END:VCARD\r\n',
    'FN:',
    'N:;;;;',
    ';CHARSET=',
    ';ENCODING=QUOTED-PRINTABLE:',
    '=\r\n',
    '\\,',
  ],
  ...[
    'BEGIN:VCALENDAR\r\n',
    'BEGIN:VEVENT\r\n',
    'END:VEVENT\r\n',
    'DTSTART;TZID=',
    'RRULE:FREQ=SECONDLY',
    'UID:x\r\n',
  ],
  ...[
    'Connected On',
    'First Name,Last Name',
    'E-mail 1 - Value',
    'sep=;',
    'PK\x03\x04',
    '{"acquaint":1}',
    '[["vcard",[',
  ],
  ...[
    '03 Mar 2024',
    '0/0/00',
    '--03-14',
    '٣',
    'ß',
    '山田',
    '\u202E',
    '🧑‍🚀',
    'a'.repeat(5_000),
    '"'.repeat(2_000),
  ],
].map((piece) => new TextEncoder().encode(piece))

/** Gives a changed file each time it is called; the same seed gives the same files. */
export function mutator(seed: number, files: readonly Uint8Array[]): () => Uint8Array {
  let state = seed >>> 0 || 1
  const random = (below: number): number => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below)
  }
  const one = <T>(list: readonly T[]): T => list[random(list.length)]!
  const part = (bytes: Uint8Array) => {
    const start = random(bytes.length)
    return bytes.subarray(start, start + random(Math.min(400, bytes.length - start) + 1))
  }
  const changes: ((bytes: Uint8Array) => Uint8Array)[] = [
    (bytes) => spliced(bytes, random(bytes.length + 1), 0, one(pieces)),
    (bytes) => spliced(bytes, random(bytes.length + 1), random(40), one(pieces)),
    (bytes) => spliced(bytes, random(bytes.length + 1), random(400), new Uint8Array()),
    (bytes) => spliced(bytes, random(bytes.length + 1), 0, part(one(files))),
    (bytes) => spliced(bytes, random(bytes.length + 1), 0, part(bytes)),
    (bytes) => spliced(bytes, random(bytes.length + 1), 1, Uint8Array.of(random(256))),
    (bytes) => bytes.subarray(0, random(bytes.length + 1)),
    (bytes) => (bytes.length < 20_000 ? spliced(bytes, bytes.length, 0, bytes) : bytes),
  ]
  return () => {
    let bytes = one(files)
    for (let count = 1 + random(12); count > 0; count--) bytes = one(changes)(bytes)
    return bytes
  }
}

function spliced(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(bytes.length, at + removed))
  const whole = new Uint8Array(at + added.length + rest.length)
  whole.set(bytes.subarray(0, at))
  whole.set(added, at)
  whole.set(rest, at + added.length)
  return whole
}
