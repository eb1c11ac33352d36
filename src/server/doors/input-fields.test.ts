import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { date, instant, line } from '../operations/schemas.ts'
import { inputFields } from './input-fields.ts'

const kinds = (input: z.ZodType) =>
  inputFields(input).map(({ name, kind, many }) => `${name}: ${kind}${many ? '...' : ''}`)

describe('the fields of an input', () => {
  it('are told by their schemas', () => {
    const input = z.strictObject({
      name: line('A name'),
      emails: z.array(z.email()).optional(),
      level: z.coerce.number().int().min(1).optional(),
      weight: z.number(),
      count: z.int().default(3),
      chosen: z.boolean().optional(),
      origin: z.enum(['a', 'b']),
      at: instant('When').optional(),
      until: date('Until').nullable(),
      more: z.record(z.string(), z.string()),
      either: z.union([z.literal('x'), z.literal('y')]),
    })
    expect(kinds(input)).toEqual([
      'name: text',
      'emails: text...',
      'level: integer',
      'weight: number',
      'count: integer',
      'chosen: boolean',
      'origin: choice',
      'at: instant',
      'until: date',
      'more: json',
      'either: choice',
    ])
  })

  it('keep description, choices, default and whether they are needed, however wrapped', () => {
    const [one] = inputFields(z.object({ kind: z.enum(['a', 'b']).describe('Which').default('a') }))
    expect(one).toMatchObject({ description: 'Which', choices: ['a', 'b'], default: 'a', required: false })
    expect(inputFields(z.object({ kind: z.string() }))[0]).toMatchObject({ required: true })
  })
})
