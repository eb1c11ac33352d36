import { fold } from '../../kernel/fold.ts'
import { readCells } from './records.ts'

/** A table of a LinkedIn archive that holds no list of people. */
export interface ArchiveTable {
  kind: 'messages' | 'invitations' | 'profile'
  start: number
  delimiter: string
  headers: string[]
  width: number
  /** Where each column stands, by its folded name. */
  columns: Map<string, number>
}

/** By which columns each is known; they have kept their English names in every language. */
const needed: Readonly<Record<ArchiveTable['kind'], readonly (readonly string[])[]>> = {
  messages: [
    ['from', 'to', 'date', 'content', 'conversation id'],
    ['from', 'to', 'date', 'content', 'folder'],
    ['from', 'to', 'date', 'content', 'direction'],
  ],
  invitations: [
    ['from', 'to', 'sent at', 'direction'],
    ['from', 'to', 'sent at', 'inviterprofileurl'],
  ],
  profile: [
    ['first name', 'last name', 'headline', 'summary'],
    ['first name', 'last name', 'maiden name', 'headline'],
  ],
}

/** Messages, invitations or the user's own profile, if one of the first lines says that the text is that. */
export function archiveTable(lines: readonly string[]): ArchiveTable | undefined {
  for (const [index, line] of lines.slice(0, 20).entries()) {
    if (line.length > 10_000) return undefined
    const headers = readCells(line, ',')?.cells
    if (!headers || headers.length < 4) continue
    const columns = new Map(headers.map((header, at) => [fold(header), at]))
    for (const [kind, sets] of Object.entries(needed)) {
      if (sets.some((names) => names.every((name) => columns.has(name)))) {
        const found = {
          kind: kind as ArchiveTable['kind'],
          start: index + 1,
          delimiter: ',',
          headers,
          columns,
        }
        return { ...found, width: headers.length }
      }
    }
  }
  return undefined
}
