import { fold } from '../kernel/fold.ts'

/** How long a name may be, in characters: four bytes each and an ending still fit where names have 255 bytes. */
const longest = 60

/** Names that Windows keeps for devices, with whatever ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i

/**
 * Names for files that every system takes: none of the characters that some of them forbid, no dot or space at an end, no
 * device of Windows, and no two that differ only in capitals or accents.
 */
export function fileNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const plain = safe(name)
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? plain : `${plain} (${count})`
      const key = fold(candidate) || candidate
      if (taken.has(key)) continue
      taken.add(key)
      return candidate
    }
  }
}

function safe(name: string): string {
  const text = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]+/gu, '-')
    .replace(/\s+/gu, ' ')
  const short = [...text]
    .slice(0, longest)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (short === '') return 'Nameless'
  return reserved.test(short) ? `_${short}` : short
}
