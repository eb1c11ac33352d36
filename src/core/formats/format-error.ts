/** Why a file cannot be read at all, as a closed list. */
export type FormatErrorCode =
  | 'EMPTY_FILE'
  | 'BINARY_FILE'
  | 'UNKNOWN_FORMAT'
  | 'DAMAGED_FILE'
  | 'UNKNOWN_COLUMN'

/** A file of which nothing can be taken: a closed code, and a sentence that says what is wrong and what to do. */
export class FormatError extends Error {
  readonly code: FormatErrorCode

  constructor(code: FormatErrorCode, message: string) {
    super(message)
    this.name = 'FormatError'
    this.code = code
  }
}
