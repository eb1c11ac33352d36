import type { Id } from '../../core/kernel/ids.ts'
import type { AnyTable } from '../../core/kernel/table.ts'
import { type NetworkSide, pagesOf } from './backup/network-copy.ts'
import { compiled } from './compiled.ts'
import type { Database } from './dialect.ts'
import { fileKeys, storedKeys } from './key-rows.ts'
import { keyTable } from './names.ts'
import { searchWords } from './search/search-words.ts'

/** Files an owner's rows under the keys and words that they have by the rules of today: an older release had others. */
export async function fileAnew(database: Database, ownerId: Id, tables: readonly AnyTable[]): Promise<void> {
  await database.write(ownerId, async (connection) => {
    const side: NetworkSide = { dialect: database.dialect, connection, ownerId }
    for (const table of tables) {
      if (table.keys) await keysAnew(side, table)
      if (table.search) await searchAnew(side, table)
    }
  })
}

async function keysAnew(side: NetworkSide, table: AnyTable): Promise<void> {
  const { dialect, connection, ownerId } = side
  const filed = await filedKeys(side, table)
  const come: [key: string, id: Id][] = []
  for await (const rows of pagesOf(side, table)) {
    for (const row of rows) {
      for (const key of storedKeys(table, row)) {
        const known = filed.get(row.id)
        if (!known?.delete(key)) come.push([key, row.id])
      }
    }
  }
  const gone = [...filed].flatMap(([id, keys]) => [...keys].map((key): [string, Id] => [key, id]))
  await fileKeys(dialect, connection, ownerId, table, gone, come)
}

/** All keys that are filed for an owner's rows, by the row's id. */
async function filedKeys(side: NetworkSide, table: AnyTable): Promise<Map<Id, Set<string>>> {
  const text = compiled(side.dialect, `all keys ${table.name}`, (kysely) =>
    kysely.selectFrom(keyTable(table.name)).select(['key', 'id']).where('owner_id', '=', ''),
  )
  const filed = new Map<Id, Set<string>>()
  for (const [key, id] of await side.connection.query(text, [side.ownerId])) {
    const keys = filed.get(id as Id)
    if (keys) keys.add(key as string)
    else filed.set(id as Id, new Set([key as string]))
  }
  return filed
}

async function searchAnew(side: NetworkSide, table: AnyTable): Promise<void> {
  const { dialect, connection, ownerId } = side
  await dialect.search.clear(connection, ownerId, table.name)
  for await (const rows of pagesOf(side, table)) {
    const filings = rows.map((row) => ({ id: row.id, before: undefined, after: searchWords(table, row) }))
    await dialect.search.file(connection, ownerId, table.name, filings)
  }
}
