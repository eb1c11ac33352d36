import { DomainError, type ErrorCode } from '../../../core/kernel/errors.ts'

/** What the program's exit code says (docs: the outside contract). */
export const exitCode = {
  done: 0,
  unexpected: 1,
  wrongInput: 2,
  notAllowed: 3,
  notFound: 4,
  refused: 5,
} as const

/** The one place where a domain error becomes an exit code. */
const exitCodes: Readonly<Record<ErrorCode, number>> = {
  INVALID_INPUT: exitCode.wrongInput,
  AMBIGUOUS: exitCode.wrongInput,
  UNREADABLE_FILE: exitCode.wrongInput,
  NOT_ALLOWED: exitCode.notAllowed,
  NOT_FOUND: exitCode.notFound,
  WRONG_STATE: exitCode.refused,
  CONFLICT: exitCode.refused,
  STORE_BUSY: exitCode.refused,
  STORE_NEWER: exitCode.refused,
  STORE_READ_ONLY: exitCode.notAllowed,
  STORE_FULL: exitCode.unexpected,
  STORE_DAMAGED: exitCode.unexpected,
}

/** The exit code for whatever was thrown. */
export const exitCodeOf = (error: unknown): number =>
  error instanceof DomainError ? exitCodes[error.code] : exitCode.unexpected

/** Whether this is one of our codes, for errors that come from a server. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(exitCodes, code)
