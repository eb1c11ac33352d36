import { describe, expect, it } from 'vitest'
import { DomainError, type ErrorCode } from '../../../core/kernel/errors.ts'
import { exitCodeOf } from './exit-codes.ts'

const expected: Record<ErrorCode, number> = {
  INVALID_INPUT: 2,
  AMBIGUOUS: 2,
  UNREADABLE_FILE: 2,
  NOT_ALLOWED: 3,
  NOT_FOUND: 4,
  WRONG_STATE: 5,
  CONFLICT: 5,
  STORE_BUSY: 5,
  STORE_NEWER: 5,
  STORE_READ_ONLY: 3,
  STORE_FULL: 1,
  STORE_DAMAGED: 1,
}

describe('exit codes', () => {
  it.each(Object.entries(expected))('%s ends with %i', (code, exit) => {
    expect(exitCodeOf(new DomainError(code as ErrorCode, 'x'))).toBe(exit)
  })

  it('ends with 1 for what nobody expected', () => {
    expect(exitCodeOf(new Error('x'))).toBe(1)
    expect(exitCodeOf('x')).toBe(1)
  })
})
