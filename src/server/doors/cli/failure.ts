import { CommanderError } from 'commander'
import { DomainError } from '../../../core/kernel/errors.ts'
import type { Operation } from '../../operations/operation.ts'
import { inputFields } from '../input-fields.ts'
import { exitCodeOf } from './exit-codes.ts'
import { inputLabel } from './option-names.ts'

/** How an error is told: to people in one sentence, to programs as JSON. */
export interface Telling {
  json: boolean
  debug: boolean
}

/** Something outside this program did not do its part; the message is the whole sentence. */
export class OutsideFailure extends Error {}

/** Tells what went wrong on standard error; the exit code that goes with it. */
export function tellFailure(error: unknown, { json, debug }: Telling, write: (text: string) => void): number {
  const known = error instanceof CommanderError ? wrongUsage(error) : error
  const { code, message, details } = known instanceof DomainError ? known : unexpected(known)
  if (json) write(`${JSON.stringify({ error: { code, message, details } })}\n`)
  else write(`${message}\n`)
  if (debug && error instanceof Error && !(known instanceof DomainError)) write(`${error.stack}\n`)
  return exitCodeOf(known)
}

/** Says of an error in the input which option it is about, in place of the input's own name. */
export function nameTheOption(error: unknown, operation: Operation): unknown {
  if (!(error instanceof DomainError) || typeof error.details.field !== 'string') return error
  const name = error.details.field.split('.')[0]!
  if (!inputFields(operation.input).some((field) => field.name === name)) return error
  const option = inputLabel(operation, name)
  const message = error.message.replace(new RegExp(`^"${name}(\\.[^"]*)?"`), option)
  return new DomainError(error.code, message, { ...error.details, option })
}

/** Commander's complaint as a sentence. */
function wrongUsage(error: CommanderError): DomainError {
  const text = error.message.replace(/^error: /, '').replace(/\n\((Did you mean .*\?)\)/s, '. $1')
  const sentence = text.charAt(0).toUpperCase() + text.slice(1)
  return new DomainError('INVALID_INPUT', /[.?]$/.test(sentence) ? sentence : `${sentence}.`, {
    usage: error.code,
  })
}

function unexpected(error: unknown): { code: string; message: string; details: object } {
  const reason = error instanceof Error ? error.message : String(error)
  if (error instanceof OutsideFailure) return { code: 'UNEXPECTED', message: reason, details: {} }
  return {
    code: 'UNEXPECTED',
    message: `Something went wrong that should not: ${reason.split('\n')[0]} (ACQUAINT_DEBUG=1 shows where).`,
    details: {},
  }
}
