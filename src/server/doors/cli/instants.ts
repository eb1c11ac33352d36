import { invalid } from '../../../core/kernel/errors.ts'
import type { Operation } from '../../operations/operation.ts'
import { inputFields } from '../input-fields.ts'
import { inputLabel } from './option-names.ts'

const local = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/** Turns local days and times ("2026-03-02", "2026-03-02 14:00") into instants with an offset; a day is its noon. */
export async function readInstants(
  operation: Operation,
  input: Record<string, unknown>,
  timeZone: string,
): Promise<Record<string, unknown>> {
  const read: Record<string, unknown> = { ...input }
  for (const { name, kind } of inputFields(operation.input)) {
    const value = read[name]
    if (kind !== 'instant' || value === undefined) continue
    const one = async (text: unknown) =>
      typeof text === 'string' ? readInstant(text, timeZone, inputLabel(operation, name)) : text
    read[name] = Array.isArray(value) ? await Promise.all(value.map(one)) : await one(value)
  }
  return read
}

/** One instant as people write it. What already has an offset is passed on as it is. */
async function readInstant(text: string, timeZone: string, label: string): Promise<string> {
  const parts = local.exec(text.trim())
  if (!parts) return text.trim()
  const [, day, hour = '12', minute = '00', second = '00'] = parts
  const { Temporal } = await import('../../../core/method/clock.ts')
  try {
    return Temporal.PlainDateTime.from(`${day}T${hour.padStart(2, '0')}:${minute}:${second}`)
      .toZonedDateTime(timeZone)
      .toInstant()
      .toString()
  } catch {
    throw invalid(label, `${label}: there is no such day or time: "${text}".`)
  }
}
