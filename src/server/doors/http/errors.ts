import { DomainError, type ErrorCode } from '../../../core/kernel/errors.ts'

/** What only this door refuses, besides the domain's own codes. */
type DoorCode =
  | 'NOT_AUTHENTICATED'
  | 'NOT_SIGNED_IN'
  | 'FOREIGN_ORIGIN'
  | 'WRONG_HOST'
  | 'NO_SUCH_ROUTE'
  | 'METHOD_NOT_ALLOWED'
  | 'TOO_LARGE'
  | 'TOO_MANY'
  | 'WRONG_MEDIA_TYPE'
  | 'UNEXPECTED'
export type ProblemCode = ErrorCode | DoorCode

/** The one place that knows HTTP statuses: for each code its status and what that kind of problem is called. */
const kinds: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  INVALID_INPUT: [400, 'The input is wrong'],
  AMBIGUOUS: [400, 'More than one thing is meant'],
  NOT_AUTHENTICATED: [401, 'A token is needed'],
  NOT_SIGNED_IN: [401, 'Not signed in'],
  NOT_ALLOWED: [403, 'Not allowed'],
  FOREIGN_ORIGIN: [403, 'Not from another site'],
  NOT_FOUND: [404, 'Not found'],
  NO_SUCH_ROUTE: [404, 'No such address'],
  METHOD_NOT_ALLOWED: [405, 'Not by this method'],
  WRONG_STATE: [409, 'Refused by a rule'],
  CONFLICT: [409, 'In conflict'],
  TOO_LARGE: [413, 'Too large'],
  WRONG_MEDIA_TYPE: [415, 'Not in this format'],
  WRONG_HOST: [421, 'Not by this name'],
  UNREADABLE_FILE: [422, 'The file cannot be read'],
  TOO_MANY: [429, 'Too often'],
  UNEXPECTED: [500, 'Something went wrong'],
  STORE_DAMAGED: [500, 'The store is damaged'],
  STORE_BUSY: [503, 'The store is busy'],
  STORE_READ_ONLY: [503, 'The store is read-only'],
  STORE_NEWER: [503, 'The store is of a newer version'],
  STORE_FULL: [507, 'The disk is full'],
}

/** A refusal of this door, before any operation is reached. */
export class DoorError extends Error {
  readonly code: DoorCode
  readonly headers: Readonly<Record<string, string>>

  constructor(code: DoorCode, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.name = 'DoorError'
    this.code = code
    this.headers = headers
  }
}

/** A problem document (RFC 9457), with our code and details as extensions. */
interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: ProblemCode
  details?: Record<string, unknown>
}

export const problemType = 'application/problem+json'

/** Every code that a problem can have, by status. */
export const problemCodes = Object.keys(kinds) as ProblemCode[]

export const statusOf = (code: ProblemCode): number => kinds[code][0]
export const titleOf = (code: ProblemCode): string => kinds[code][1]

/** Whether it is the user's to mend, and its sentence may be told. */
export const isExpected = (error: unknown): error is DomainError | DoorError =>
  error instanceof DomainError || error instanceof DoorError

/** What is said of anything else. */
export const unexpectedSentence = 'Something went wrong that should not. The server’s own output says what.'

/** The answer for whatever was thrown. What was not expected is told to `note`, never to the caller. */
export function problemResponse(error: unknown, note: (error: unknown) => void): Response {
  const expected = isExpected(error)
  if (!expected) note(error)
  const code = expected ? error.code : 'UNEXPECTED'
  const problem: Problem = {
    type: `/api/docs#${code}`,
    title: titleOf(code),
    status: statusOf(code),
    detail: expected ? error.message : unexpectedSentence,
    code,
    ...(error instanceof DomainError ? { details: error.details } : {}),
  }
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': problemType,
      ...(code === 'STORE_BUSY' ? { 'retry-after': '1' } : {}),
      ...(error instanceof DoorError ? error.headers : {}),
    },
  })
}
