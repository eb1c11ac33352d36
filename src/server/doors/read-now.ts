import { invalid } from '../../core/kernel/errors.ts'

/** Reads a fixed clock: an ISO 8601 instant with its offset, as epoch milliseconds. `label` is what it is called. */
export function readNow(text: string, label: string): number {
  const milliseconds = /T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(milliseconds)) {
    throw invalid(
      'now',
      `${label} takes a time with its offset, such as 2026-03-02T10:00:00Z; "${text}" is not one.`,
    )
  }
  return milliseconds
}
