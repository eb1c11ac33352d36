import type { CustomField, Labels, PostalAddress } from '../people/particulars.ts'

/**
 * What a reader of a foreign file yields: one contact as the file has it, before anybody decides who that is.
 * Texts are trimmed, well formed and never empty: what the file lacks is absent.
 */
export interface Contact {
  /** 1-based line of the file where this contact begins, for messages. */
  line: number
  name: string
  givenName?: string
  familyName?: string
  honorific?: string
  nickname?: string
  organization?: string
  department?: string
  role?: string
  emails: string[]
  phones: string[]
  /** Web addresses; a LinkedIn profile is one of them. */
  urls: string[]
  /** What the file calls some of the e-mail addresses, numbers and web addresses, by the text in those lists. */
  labels?: Labels
  /** Where they live and work. */
  addresses?: PostalAddress[]
  /** What the file says under names of its own. */
  customFields?: CustomField[]
  tags: string[]
  notes?: string
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known (RFC 6350, section 4.3.1). */
  birthday?: string
  /** `YYYY-MM-DD`: since when the two are connected, where the file tells. */
  connectedOn?: string
  /** The file's own id of the contact (vCard UID), which recognises it when it comes again. */
  uid?: string
  /** A picture of them, of at most 2 MB. */
  photo?: Photo
  /**
   * What the reader does not understand, or only in part, so that it is never lost: properties of a card (a number's
   * kind, an address's label too) as they stood, to be written back; cells of a table as "column: value".
   */
  unknown?: string[]
}

/** A picture: `image/jpeg`, `image/png`, `image/gif` or `image/webp`, as its bytes say. */
export interface Photo {
  mediaType: string
  bytes: Uint8Array
}

/** A part of a file that was not taken: the 1-based line, a sentence that says why, and the text as it stood (cut at 200 characters). */
export interface Problem {
  line: number
  reason: string
  text: string
}

/** Something that passed between the user and one other person. */
export interface Message {
  line: number
  /** Epoch milliseconds. */
  at: number
  from: 'me' | 'them'
  /** The other one, as the file calls them. */
  name: string
  /** Their LinkedIn profile. */
  url?: string
  text?: string
  /** Follows from all that the message says: the same one again has the same. */
  uid: string
}

/** What a column of a table was read as: a `TableField`, by what that was decided, and a value of it. */
export interface ColumnMapping {
  column: string
  field: string
  by: 'header' | 'values' | 'choice'
  example?: string
}

/** What a reader made of a whole file. The good part is always taken; the rest is told in `problems`. */
export interface ContactFile {
  format: 'linkedin' | 'google' | 'outlook' | 'csv' | 'vcard' | 'ics'
  contacts: Contact[]
  problems: Problem[]
  /** For tables: what each column that says anything was read as. */
  mapping?: ColumnMapping[]
  /** What passed between the user and one other: an archive of LinkedIn has it, and no contacts beside it. */
  messages?: Message[]
  /** For tables: the header, by which a choice of columns is remembered. */
  signature?: string
}
