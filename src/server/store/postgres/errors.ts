import { DomainError, type ErrorCode } from '../../../core/kernel/errors.ts'

const nothingLost = 'Nothing of this was saved, and nothing saved before is lost.'

/** Turns an SQLSTATE (PostgreSQL manual, appendix A) or a network error into a sentence for the user. */
export function translate(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error
  const { code } = error as { code?: string }
  const known = code && sentence(code, place)
  return known ? new DomainError(known[0], known[1], { place }) : error
}

function sentence(code: string, place: string): [ErrorCode, string] | undefined {
  switch (code) {
    case '55P03': // lock_not_available
    case '40001': // serialization_failure
    case '40P01': // deadlock_detected
      return [
        'STORE_BUSY',
        `Another program is writing to the same network at ${place}. ${nothingLost} Try again in a moment.`,
      ]
    case '53300': // too_many_connections
    case '57P03': // cannot_connect_now
      return [
        'STORE_BUSY',
        `The database at ${place} takes no more connections for now. ${nothingLost} Try again in a moment.`,
      ]
    case '53100': // disk_full
    case '53400': // configuration_limit_exceeded
      return [
        'STORE_FULL',
        `The disk of the database at ${place} is full. ${nothingLost} Make room and try again.`,
      ]
    case '25006': // read_only_sql_transaction
      return [
        'STORE_READ_ONLY',
        `The database at ${place} only allows reading. ${nothingLost} Name the server that takes writes.`,
      ]
    case '42501': // insufficient_privilege
      return [
        'STORE_READ_ONLY',
        `The user of the database at ${place} lacks a right that is needed. ${nothingLost} Grant it, or name another user.`,
      ]
    case 'XX001': // data_corrupted
    case 'XX002': // index_corrupted
      return [
        'STORE_DAMAGED',
        `The database at ${place} reports damaged data. ${nothingLost} Ask whoever runs it to check its disks and restore a backup.`,
      ]
    case '3D000': // invalid_catalog_name
      return ['NOT_FOUND', `There is no such database: ${place}. Create it, or check ACQUAINT_DATABASE_URL.`]
    case '28000': // invalid_authorization_specification
    case '28P01': // invalid_password
      return [
        'NOT_ALLOWED',
        `The database at ${place} refused the user or the password. Check ACQUAINT_DATABASE_URL.`,
      ]
  }
  const unreachable = [
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'EAI_AGAIN',
    'ENOENT',
  ]
  if (unreachable.includes(code) || code.startsWith('08') || code === '57P01') {
    return [
      'STORE_BUSY',
      `The database at ${place} does not answer. ${nothingLost} Check that it runs and that the address is right, and try again.`,
    ]
  }
  return undefined
}
