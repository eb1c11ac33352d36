import type { Id } from '../../core/kernel/ids.ts'
import type { AnyTable } from '../../core/kernel/table.ts'
import { type NetworkSide, pagesOf } from './backup/network-copy.ts'
import { type AnyKysely, compiled, rowsOf } from './compiled.ts'
import type { Database } from './dialect.ts'
import { storedKeys } from './key-rows.ts'
import { keyTable, snakeCase } from './names.ts'
import { readRevision } from './network-counter.ts'
import { searchWords } from './search/search-words.ts'

/** One thing that was looked at: whether it is as it should be, and in a sentence what was found. */
export interface Check {
  name: string
  ok: boolean
  detail: string
}

/** Looks whether what is stored twice agrees, and whether what is pointed to exists. */
export async function checkNetwork(
  database: Database,
  ownerId: Id,
  tables: readonly AnyTable[],
): Promise<Check[]> {
  return database.read(ownerId, async (connection) => {
    const side: NetworkSide = { dialect: database.dialect, connection, ownerId }
    return [
      await looked('history', () => checkHistory(side, tables)),
      await looked('references', () => checkReferences(side, tables)),
      await looked('keys', () => checkKeys(side, tables)),
      await looked('search', () => checkSearch(side, tables)),
    ]
  })
}

/** Runs one check; what it throws is a finding too. `problem` is what it returns, or nothing. */
export async function looked(
  name: string,
  work: () => Promise<{ problem?: string; detail: string }>,
): Promise<Check> {
  try {
    const { problem, detail } = await work()
    return { name, ok: !problem, detail: problem ?? detail }
  } catch (error) {
    return { name, ok: false, detail: `Could not be looked at: ${(error as Error).message}` }
  }
}

async function checkHistory({ dialect, connection, ownerId }: NetworkSide, tables: readonly AnyTable[]) {
  const newest = dialect.kysely
    .selectFrom('journal')
    .select((eb) => eb.fn.max('entry_revision').as('newest'))
    .where('owner_id', '=', ownerId)
  const [row] = await rowsOf(connection, newest, ['newest'])
  // Deriving everything anew after an update of the program is a revision that no command made.
  const derived = dialect.kysely.selectFrom('derivation').select('revision').where('owner_id', '=', ownerId)
  const isDerived = tables.some(({ name }) => name === 'derivation')
  const [last] = isDerived ? await rowsOf(connection, derived, ['revision']) : []
  const journal = Math.max(Number(row?.newest ?? 0), Number(last?.revision ?? 0))
  const counter = await readRevision(dialect, connection, ownerId)
  const detail = `The history ends at revision ${counter}, as the counter says.`
  if (journal === counter) return { detail }
  return { detail, problem: `The history ends at revision ${journal}, but the counter says ${counter}.` }
}

async function checkReferences({ dialect, connection, ownerId }: NetworkSide, tables: readonly AnyTable[]) {
  const problems: string[] = []
  let columns = 0
  for (const { name, references } of tables) {
    for (const [column, target] of Object.entries(references)) {
      columns += 1
      const text = compiled(dialect, `dangling ${name} ${column}`, (kysely) =>
        dangling(kysely, name, snakeCase(column), target),
      )
      const [row] = await connection.query(text, [ownerId, ownerId])
      if (row![0] !== 0)
        problems.push(`${row![0]} of ${name}.${column} point to a ${target} that does not exist`)
    }
  }
  const detail = `All ${columns} kinds of references point to rows that exist.`
  return problems.length === 0 ? { detail } : { detail, problem: `${problems.join('; ')}.` }
}

function dangling(kysely: AnyKysely, table: string, column: string, target: string) {
  const existing = kysely.selectFrom(target).select('id').where('owner_id', '=', '')
  return kysely
    .selectFrom(table)
    .select((eb) => eb.fn.countAll().as('count'))
    .where('owner_id', '=', '')
    .where(column, 'is not', null)
    .where(column, 'not in', existing)
}

async function checkKeys(side: NetworkSide, tables: readonly AnyTable[]) {
  let wrong = 0
  let right = 0
  for (const table of tables) {
    if (!table.keys) continue
    const text = compiled(side.dialect, `all keys ${table.name}`, (kysely) =>
      kysely.selectFrom(keyTable(table.name)).select(['key', 'id']).where('owner_id', '=', ''),
    )
    const stored = new Set(
      (await side.connection.query(text, [side.ownerId])).map(([key, id]) => `${id} ${key}`),
    )
    for await (const rows of pagesOf(side, table)) {
      for (const row of rows) {
        for (const key of storedKeys(table, row)) {
          if (stored.delete(`${row.id} ${key}`)) right += 1
          else wrong += 1
        }
      }
    }
    wrong += stored.size
  }
  const detail = `All ${right} keys (addresses, tags, fields and the like) are filed.`
  return wrong === 0 ? { detail } : { detail, problem: `${wrong} keys are missing, or filed for nobody.` }
}

async function checkSearch(side: NetworkSide, tables: readonly AnyTable[]) {
  let wrong = 0
  let right = 0
  for (const table of tables) {
    if (!table.search) continue
    const filed = await side.dialect.search.filed(side.connection, side.ownerId, table.name)
    for await (const rows of pagesOf(side, table)) {
      for (const row of rows) {
        const words = filed.get(row.id)
        filed.delete(row.id)
        if (words && words.sort().join(' ') === searchWords(table, row).sort().join(' ')) right += 1
        else wrong += 1
      }
    }
    wrong += filed.size
  }
  const detail = `All ${right} rows are in the search index as they are.`
  return wrong === 0
    ? { detail }
    : { detail, problem: `${wrong} rows are missing in the search index, or filed wrongly.` }
}
