import type { Contact } from '../../src/core/formats/contact.ts'
import { FormatError } from '../../src/core/formats/format-error.ts'
import { readFileWhole } from '../../src/core/formats/read-file.ts'
import { type Format, formats } from '../../src/core/formats/recognise.ts'

/** A reader of foreign files: a format that it is told, or the one that it recognises. */
export interface Reader {
  name: string
  format?: Format
}

/** Every reader: a new format is fuzzed without anyone remembering. */
export const readers: readonly Reader[] = [
  { name: 'recognised' },
  ...formats.map((format) => ({ name: format, format })),
]

/** Less than this is noise of the machine; time is the processor's, as others may keep it busy. */
const shortest = 500

/** Reads a file and says what is wrong about how it was read, if anything is. */
export function checkReader({ format }: Reader, bytes: Uint8Array): { wrong?: string; milliseconds: number } {
  const start = process.cpuUsage()
  let wrong: string | undefined
  try {
    for (const { content } of readFileWhole('fuzzed', bytes, { format })) {
      if (content.format === 'json') continue
      for (const contact of content.contacts) wrong ??= flawOf(contact)
      for (const { reason, text } of content.problems) {
        if (!reason || !text.isWellFormed())
          wrong ??= `a problem that is not well formed: ${JSON.stringify(text)}`
      }
    }
  } catch (error) {
    if (!(error instanceof FormatError))
      wrong = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const { user, system } = process.cpuUsage(start)
  const milliseconds = (user + system) / 1_000
  if (milliseconds > Math.max(shortest, bytes.length / 1_000)) {
    wrong ??= `${bytes.length} bytes took ${milliseconds.toFixed(0)} ms`
  }
  return { milliseconds, ...(wrong !== undefined && { wrong }) }
}

/** What a contact promises: texts trimmed, well formed, never empty; a name on one line. */
function flawOf({ name, emails, phones, urls, tags, notes }: Contact): string | undefined {
  const texts = [name, ...emails, ...phones, ...urls, ...tags, ...(notes === undefined ? [] : [notes])]
  const bad = texts.find((text) => text === '' || text !== text.trim() || !text.isWellFormed())
  if (bad !== undefined) return `a text that is not as contacts have it: ${JSON.stringify(bad)}`
  return /[\r\n]/.test(name) ? `a name of several lines: ${JSON.stringify(name)}` : undefined
}
