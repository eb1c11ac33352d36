import { z } from 'zod'
import { amountOf, decimalOf } from '../../core/events/amount.ts'
import type { AnyTable } from '../../core/kernel/table.ts'

/** Which table a `ref` field points to, for resolving prefixes and names. */
export const references = z.registry<{ table: AnyTable; what: string; orNew?: boolean; within?: RegExp }>()

/** What is said of a text that has nothing in it. */
const empty = 'there is nothing in it.'

/** A row by its id, the beginning of its id, or a name that only it has; `what` it is called where there is none. */
export function ref(table: AnyTable, description: string, what = table.name.replace('_', ' ')) {
  const schema = z.string().trim().min(1, empty).max(200).describe(description)
  references.add(schema, { table, what })
  return schema
}

/** The same, or a text that names somebody or something new: then it is left as it is. */
export function refOrNew(table: AnyTable, description: string) {
  const schema = z.string().trim().min(1, empty).max(500).describe(description)
  references.add(schema, { table, what: table.name, orNew: true })
  return schema
}

/** A text with a row's id or name as the last group of the pattern, where that group is there. */
export function refWithin(table: AnyTable, shape: z.ZodString, within: RegExp, description: string) {
  const schema = shape.describe(description)
  references.add(schema, { table, what: table.name, within })
  return schema
}

/** An ISO 8601 instant with offset; epoch milliseconds once parsed. */
export const instant = (description: string) =>
  z.iso
    .datetime({ offset: true, error: 'Write a time with its offset, such as 2026-03-02T10:00:00Z.' })
    .transform((text) => Date.parse(text))
    .describe(description)

/** A day as `YYYY-MM-DD`. */
export const date = (description: string) =>
  z.iso.date({ error: 'Write a day as YYYY-MM-DD, such as 2026-03-02.' }).describe(description)

/** Money as a decimal number with at most three places; a whole number of thousandths once parsed. */
export const amount = (description: string) =>
  z.coerce
    .number({ error: 'Write an amount as a number, such as 120 or 12.50.' })
    .min(0, { error: 'An amount is never below nothing.' })
    .max(1_000_000_000, { error: 'That is more money than any event costs.' })
    .multipleOf(0.001, { error: 'Money has three decimal places at most.' })
    .transform(amountOf)
    .describe(description)

/** Money in an answer. */
export const amountOut = z.number().nullable()

/** Thousandths as an answer writes them: a decimal number. */
export const decimalOrNull = (amount: number | undefined): number | null =>
  amount === undefined ? null : decimalOf(amount)

/** A line of text: trimmed, never empty, at most 500 characters. */
export const line = (description: string) => z.string().trim().min(1, empty).max(500).describe(description)

/** A text of any number of lines, at most 100,000 characters. */
export const text = (description: string) =>
  z.string().trim().min(1, empty).max(100_000).describe(description)

/** An instant in an answer. */
export const instantOut = z.iso.datetime().describe('ISO 8601, UTC')

/** Epoch milliseconds as an answer writes them. */
export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** The same where there may be none. */
export const isoOrNull = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : iso(milliseconds)

/** A finding of a review; positions are those of the text, in UTF-16 units. */
export const findingOut = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  message: z.string(),
  suggestion: z.string().optional().describe('What to write or say instead'),
  start: z.int(),
  end: z.int(),
})

/** A file as a door hands it over. */
export const upload = z
  .strictObject({
    name: z.string().trim().min(1).max(255).describe('The file’s name, for messages and the history'),
    content: z
      .string()
      .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'The content of a file comes as base64.')
      .describe('What is in it, as base64'),
  })
  .describe('A file')
