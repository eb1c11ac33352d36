import { z } from 'zod'
import { event } from '../../core/events/event.ts'
import { DomainError, notFound } from '../../core/kernel/errors.ts'
import { fold } from '../../core/kernel/fold.ts'
import { type Id, isId } from '../../core/kernel/ids.ts'
import type { AnyTable, BaseRow } from '../../core/kernel/table.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { step } from '../../core/method/step.ts'
import { opening } from '../../core/openings/opening.ts'
import { person } from '../../core/people/person.ts'
import { currentId, type PersonAlias, personAlias } from '../../core/people/person-alias.ts'
import { references } from './schemas.ts'

/** Puts whole ids in the place of prefixes and names, in every `ref` field of an operation's input. */
export async function resolveReferences<Input>(tx: ReadTx, schema: z.ZodType, input: Input): Promise<Input> {
  if (!(schema instanceof z.ZodObject)) return input
  const resolved: Record<string, unknown> = { ...(input as Record<string, unknown>) }
  for (const [name, field] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
    const inner = unwrap(field)
    const reference = references.get(inner instanceof z.ZodArray ? (inner.element as z.ZodType) : inner)
    const value = resolved[name]
    if (!reference || value === undefined || value === null) continue
    const { within, ...target } = reference
    const one = async (text: string) => {
      const named = within ? within.exec(text)?.at(-1) : text
      if (named === undefined) return text
      return text.slice(0, text.length - named.length) + (await resolve(tx, target, name, named))
    }
    resolved[name] = Array.isArray(value) ? await Promise.all(value.map(one)) : await one(value as string)
  }
  return resolved as Input
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema
}

interface Reference {
  table: AnyTable
  what: string
  orNew?: boolean
}

async function resolve(
  tx: ReadTx,
  { table, what, orNew }: Reference,
  field: string,
  text: string,
): Promise<Id> {
  const lower = text.toLowerCase()
  if (isId(lower)) return table === person ? currentId(tx, lower) : lower
  const isPrefix = /^[0-9a-f][0-9a-f-]{3,}$/.test(lower)
  const byPrefix = isPrefix ? await startingWith(tx, table, lower) : []
  if (table === person && isPrefix && byPrefix.length === 0) {
    const merged = (await startingWith(tx, personAlias, lower)) as PersonAlias[]
    const [first, ...others] = new Set(merged.map(({ personId }) => personId))
    if (first !== undefined && others.length === 0) return first
  }
  const found = byPrefix.length > 0 ? byPrefix : await named(tx, table, text)
  if (found.length === 1) return found[0]!.id
  // What has digits in it was meant as the beginning of an id; a name is somebody new.
  if (found.length === 0 && orNew && !(isPrefix && /\d/.test(lower))) return text
  if (found.length === 0) throw notFound(what, text)
  const candidates = await describe(tx, found)
  throw new DomainError(
    'AMBIGUOUS',
    `"${text}" could be any of ${found.length}: ${candidates.map(({ id, name }) => `${name} (${id})`).join(', ')}. Say which by its id.`,
    { field, candidates },
  )
}

/** Rows whose id begins so; the dashes may be left out. */
async function startingWith(tx: ReadTx, table: AnyTable, prefix: string): Promise<BaseRow[]> {
  const digits = prefix.replaceAll('-', '')
  if (digits.length > 32) return []
  const whole = (fill: string) =>
    digits.padEnd(32, fill).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return tx.find(table, 'id', {}, { from: whole('0'), before: whole('f'), limit: 10 })
}

/** What has a name by that name, what belongs to a person by the person's name, and steps by that of their subject. */
async function named(tx: ReadTx, table: AnyTable, name: string): Promise<BaseRow[]> {
  const byName = { nameKey: fold(name) || name.toLowerCase() }
  if (table.indexes.byName) return tx.find(table, 'byName', byName, { limit: 10 })
  const owners: BaseRow[] = []
  for (const owner of table === step ? [person, event, opening] : [person])
    owners.push(...(await tx.find(owner as AnyTable, 'byName', byName, { limit: 10 })))
  if (owners.length === 0) return []
  const ids = owners.map(({ id }) => id)
  const columns = [table.person, ...peopleIn(table)].filter((column) => column !== undefined)
  const found = new Map<Id, BaseRow>()
  for (const column of new Set(columns)) {
    const index = Object.entries(table.indexes).find(([, indexed]) => indexed[0] === column)?.[0]
    const rows: BaseRow[] = index ? await tx.find(table, index, { [column]: ids }, { limit: 10 }) : []
    for (const row of rows) found.set(row.id, row)
  }
  return [...found.values()]
}

/** The columns that hold a person's id: an introduction belongs to two people. */
const peopleIn = ({ references }: AnyTable): string[] =>
  Object.keys(references).filter((column) => references[column] === person.name)

async function describe(tx: ReadTx, rows: BaseRow[]): Promise<{ id: Id; name: string }[]> {
  return Promise.all(
    rows.map(async (row) => {
      const { name, title, subjectName, kind, organization, personId, toPersonId, status, role } =
        row as BaseRow & Record<string, string | undefined>
      const owner = personId ?? toPersonId
      const of = owner ? await tx.get(person, owner) : undefined
      const label = name ?? title ?? subjectName ?? of?.name ?? 'unnamed'
      const more = [role, organization, kind, status].filter(Boolean).join(', ')
      return { id: row.id, name: more ? `${label}, ${more}` : label }
    }),
  )
}
