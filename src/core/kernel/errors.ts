/** What can go wrong, as a closed list. Doors translate a code to a status or an exit code; nobody else does. */
export type ErrorCode =
  | 'INVALID_INPUT'
  | 'AMBIGUOUS'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'WRONG_STATE'
  | 'CONFLICT'
  | 'UNREADABLE_FILE'
  | 'STORE_BUSY'
  | 'STORE_FULL'
  | 'STORE_READ_ONLY'
  | 'STORE_NEWER'
  | 'STORE_DAMAGED'

/** An expected refusal: a closed code, a sentence for the user (what is wrong, where, what to do), and details for programs. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, unknown>

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

/** The error for a thing that is not in this network, or belongs to somebody else's: nobody can tell which. */
export function notFound(what: string, id: string): DomainError {
  return new DomainError('NOT_FOUND', `There is no ${what} "${id}" here.`, { what, id })
}

/** The error for input that cannot be taken; `field` names the option or property. */
export function invalid(field: string, message: string): DomainError {
  return new DomainError('INVALID_INPUT', message, { field })
}
