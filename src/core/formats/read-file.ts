import type { ContactFile } from './contact.ts'
import { readLinkedIn } from './csv/linkedin.ts'
import { decodeText } from './decode-text.ts'
import { type Format, recognise } from './recognise.ts'
import { looksLikeJCard, readJCard } from './vcard/read-jcard.ts'
import { readVCard } from './vcard/read-vcard.ts'

/** Acquaint's own export is not a list of contacts: its text goes on to the reader of whole networks. */
export type ReadFile = ContactFile | { format: 'json'; text: string }

/**
 * What a foreign file holds: decoded, recognised by its content unless `format` says which it is, and read.
 * Throws a `FormatError` where nothing of it can be taken.
 */
export function readContactFile(bytes: Uint8Array, format?: Format): ReadFile {
  const text = decodeText(bytes)
  switch (format ?? recognise(text)) {
    case 'linkedin':
      return readLinkedIn(text)
    case 'vcard':
      return looksLikeJCard(text) ? readJCard(text) : readVCard(text)
    case 'json':
      return { format: 'json', text }
  }
}
