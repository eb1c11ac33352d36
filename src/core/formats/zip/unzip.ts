import { unzipSync } from 'fflate'
import { FormatError } from '../format-error.ts'

/** A file in an archive. */
export interface ArchivedFile {
  name: string
  bytes: Uint8Array
}

/** What an archive of address books stays far below. */
const limits = {
  entries: 10_000,
  /** Bytes of all texts in it, unpacked. */
  total: 256 * 1024 * 1024,
  /** How much smaller a text may be packed: prose and tables come to a tenth. */
  ratio: 200,
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/**
 * The texts in a ZIP archive; pictures and other files stay packed. Sizes are checked before anything is unpacked, and
 * no file comes out longer than it says. Throws `DAMAGED_FILE` for an archive that cannot be read, or is a bomb.
 */
export function unzip(bytes: Uint8Array): ArchivedFile[] {
  let entries = 0
  let total = 0
  const refuse = (sentence: string): never => {
    throw new FormatError('DAMAGED_FILE', sentence)
  }
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (++entries > limits.entries)
          refuse(
            `This archive has more than ${limits.entries} files in it: unpack it, and import the ones you need.`,
          )
        if (!isText(name)) return false
        total += originalSize
        if (total > limits.total || (originalSize > 1_000_000 && originalSize > size * limits.ratio)) {
          refuse(
            'This archive unpacks to far more than an address book holds, so it is not opened. Unpack it yourself if you trust it, and import the file you need.',
          )
        }
        return true
      },
    })
    return Object.entries(files).map(([name, content]) => ({ name, bytes: content }))
  } catch (error) {
    if (error instanceof FormatError) throw error
    throw new FormatError(
      'DAMAGED_FILE',
      'This ZIP archive is damaged or was not downloaded to its end. Download it again.',
    )
  }
}

/** The kinds of files that people come in; systems put copies of their own beside them. */
const isText = (name: string): boolean =>
  /\.(?:csv|tsv|txt|vcf|vcard|ics|json)$/i.test(name) && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name)
