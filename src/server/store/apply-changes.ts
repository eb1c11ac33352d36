import type { Id } from '../../core/kernel/ids.ts'
import type { Change } from '../../core/kernel/store.ts'
import type { AnyTable, BaseRow } from '../../core/kernel/table.ts'
import { batches } from './batches.ts'
import { codecOf } from './codec.ts'
import { compiled } from './compiled.ts'
import type { Connection, SqlValue } from './connection.ts'
import type { Dialect } from './dialect.ts'
import { applyKeys } from './key-rows.ts'
import { snakeCase } from './names.ts'
import { searchWords } from './search/search-words.ts'

/** How many ids one DELETE names. */
const idsInOneDelete = 256

/** Rows whose keys and words are worked out before others get a turn. */
const rowsAtOnce = 256

/** Writes changed rows with their keys and search words. `pause` is called between statements with the rows done so far. */
export async function applyChanges(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  changes: readonly Change[],
  pause: (done: number) => Promise<void> | void,
): Promise<void> {
  let done = 0
  for (const [table, group] of Map.groupBy(changes, (change) => change.table)) {
    const advance = (rows: number) => {
      done += rows
      return pause(done)
    }
    const made = group.flatMap(({ before, after }) => (after && !before ? [after] : []))
    const changed = group.flatMap(({ before, after }) => (after && before ? [after] : []))
    const removed = group.flatMap(({ after, id }) => (after ? [] : [id]))
    await putRows(dialect, connection, ownerId, table, 'insert', made, advance)
    await putRows(dialect, connection, ownerId, table, 'replace', changed, advance)
    await removeRows(dialect, connection, ownerId, table, removed, advance)
    for (let i = 0; i < group.length; i += rowsAtOnce) {
      const slice = group.slice(i, i + rowsAtOnce)
      if (table.keys) await applyKeys(dialect, connection, ownerId, table, slice)
      if (table.search) await applySearch(dialect, connection, ownerId, table, slice)
      await pause(done)
    }
  }
}

async function putRows(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  table: AnyTable,
  how: 'insert' | 'replace',
  rows: readonly BaseRow[],
  advance: (rows: number) => Promise<void> | void,
): Promise<void> {
  const { encode } = codecOf(table)
  for (const batch of batches(rows, dialect.rowsInOneInsert)) {
    const values: SqlValue[] = []
    for (const row of batch) values.push(ownerId, ...encode(row))
    await connection.query(insertText(dialect, table, how, batch.length), values)
    await advance(batch.length)
  }
}

function insertText(dialect: Dialect, table: AnyTable, how: 'insert' | 'replace', rows: number): string {
  return compiled(dialect, `${how} ${table.name} ${rows}`, (kysely) => {
    const columns = codecOf(table).columns.map(snakeCase)
    const blank = Object.fromEntries(['owner_id', ...columns].map((column) => [column, 0]))
    const insert = kysely.insertInto(table.name).values(Array.from({ length: rows }, () => blank))
    if (how === 'insert') return insert
    const decided = columns.filter((column) => column !== 'id')
    return insert.onConflict((conflict) =>
      conflict
        .columns(['owner_id', 'id'])
        .doUpdateSet((eb) =>
          Object.fromEntries(decided.map((column) => [column, eb.ref(`excluded.${column}`)])),
        ),
    )
  })
}

async function removeRows(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  table: AnyTable,
  ids: readonly Id[],
  advance: (rows: number) => Promise<void> | void,
): Promise<void> {
  for (const batch of batches(ids, idsInOneDelete)) {
    const text = compiled(dialect, `remove ${table.name} ${batch.length}`, (kysely) =>
      kysely.deleteFrom(table.name).where('owner_id', '=', '').where('id', 'in', batch),
    )
    await connection.query(text, [ownerId, ...batch])
    await advance(batch.length)
  }
}

async function applySearch(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  table: AnyTable,
  changes: readonly Change[],
): Promise<void> {
  const filed = changes
    .map(({ id, before, after }) => ({
      id,
      before: before && searchWords(table, before),
      after: after && searchWords(table, after),
    }))
    .filter(({ before, after }) => before?.join(' ') !== after?.join(' '))
  await dialect.search.file(connection, ownerId, table.name, filed)
}
