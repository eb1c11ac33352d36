import type { ContactFile } from '../formats/contact.ts'
import type { ColumnChoice } from '../formats/csv/columns.ts'
import { FormatError } from '../formats/format-error.ts'
import { type NetworkFile, readNetwork } from '../formats/json/read-network.ts'
import { readingFile } from '../formats/read-file.ts'
import type { Format } from '../formats/recognise.ts'
import { DomainError } from '../kernel/errors.ts'
import type { AnyTable } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { rememberChoices, rememberedChoices } from './import-mapping.ts'
import { othersFirst } from './slices.ts'

/** A file that was read: its name, for the history, and what it holds. */
export interface ImportedFile {
  name: string
  content: ContactFile | NetworkFile
}

/** A file as it was given, and what is known of it. */
export interface GivenFile {
  name: string
  bytes: Uint8Array
  format?: Format | undefined
  /** What its columns hold, by the user's word: remembered for the next file with the same header. */
  choices: readonly ColumnChoice[]
}

/**
 * What is in a file: itself, or each file of an archive. Others get a turn while it is read. UNREADABLE_FILE with its
 * name where nothing of it can be taken.
 */
export async function openFile(
  tx: Tx,
  tables: readonly AnyTable[],
  given: GivenFile,
): Promise<ImportedFile[]> {
  const { name, bytes, format, choices } = given
  const remembered = await rememberedChoices(tx)
  const reading = readingFile(name, bytes, {
    ...{ format, now: tx.now, timeZone: tx.timeZone },
    choices: (signature) => [...remembered(signature), ...choices],
  })
  try {
    let step = reading.next()
    while (!step.done) {
      await tx.report('opened', 0, 1)
      await othersFirst()
      step = reading.next()
    }
    const files = step.value.map((part) => ({
      name: part.name,
      content: part.content.format === 'json' ? readNetwork(part.content.text, tables) : part.content,
    }))
    for (const { content } of files) {
      if (choices.length > 0 && 'signature' in content && content.signature)
        await rememberChoices(tx, content.signature, choices)
    }
    return files
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    throw new DomainError('UNREADABLE_FILE', `${name}: ${error.message}`, { file: name, reason: error.code })
  }
}
