import type { SelectQueryBuilder } from 'kysely'
import { invalid } from '../../core/kernel/errors.ts'
import { fold } from '../../core/kernel/fold.ts'
import { type Id, isId } from '../../core/kernel/ids.ts'
import { fieldKey, type Person, person } from '../../core/people/person.ts'
import type { PeopleFilter, Reads } from '../operations/reads.ts'
import { codecOf } from './codec.ts'
import { rowsOf } from './compiled.ts'
import type { Connection, Database, Dialect, SqlValue } from './dialect.ts'
import { snakeCase } from './names.ts'
import { readRevision } from './network-counter.ts'
import { questionWords } from './search/search-words.ts'
import type { StoredTables } from './stored-tables.ts'

type People = SelectQueryBuilder<StoredTables, 'person', unknown>

/** Totals kept between pages and requests; one is true as long as the owner's revision stays. */
const totalsKept = 200

/** Lists of people, narrowed and in the order of their names. */
export function peopleReads({ dialect, read }: Database): Reads {
  const totals = new Map<string, number>()
  return {
    listPeople: (ownerId, filter) =>
      read(ownerId, async (connection) => {
        const matching = narrowed(dialect, ownerId, filter)
        const people = await page(connection, matching, filter)
        const more = people.length > filter.limit
        if (more) people.pop()
        const total = await totalOf(dialect, connection, ownerId, filter, matching, totals)
        return { people, total, cursor: more ? cursorOf(people.at(-1)!) : null }
      }),
  }
}

function narrowed({ kysely, search }: Dialect, ownerId: Id, filter: PeopleFilter): People {
  const holding = (key: string) =>
    kysely.selectFrom('person_key').select('id').where('owner_id', '=', ownerId).where('key', '=', key)
  let query: People = kysely.selectFrom('person').where('owner_id', '=', ownerId)
  const words = questionWords(filter.search ?? '')
  if (words.length > 0) query = query.where(search.matches(ownerId, 'person', words))
  if (filter.origin) query = query.where('origin', '=', filter.origin)
  if (filter.organization) query = query.where('organization_key', '=', fold(filter.organization))
  if (filter.field) query = query.where('id', 'in', holding(fieldKey(filter.field)))
  if (filter.tag) query = query.where('id', 'in', holding(`tag:${fold(filter.tag)}`))
  if (filter.step) {
    const asked = kysely.selectFrom('step').select('person_id').where('owner_id', '=', ownerId)
    query = query.where('id', 'in', asked.where('kind', '=', filter.step))
  }
  if (filter.standing) {
    const standing = kysely.selectFrom('standing').select('id').where('owner_id', '=', ownerId)
    if (filter.standing === 'listed') {
      query = query.where('id', 'not in', standing.where('standing', '!=', 'listed'))
    } else query = query.where('id', 'in', standing.where('standing', '=', filter.standing))
  }
  return query
}

async function page(
  connection: Connection,
  matching: People,
  { limit, cursor }: PeopleFilter,
): Promise<Person[]> {
  const { columns, decode } = codecOf(person)
  let query = matching.select(columns.map(snakeCase) as 'id'[])
  if (cursor) {
    const { nameKey, id } = readCursor(cursor)
    query = query.where((eb) => eb(eb.refTuple('name_key', 'id'), '>', eb.tuple(nameKey, id)))
  }
  const compiled = query
    .orderBy('name_key', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .limit(limit + 1)
    .compile()
  const rows = await connection.query(compiled.sql, compiled.parameters as SqlValue[])
  return rows.map((row) => decode(row) as Person)
}

async function totalOf(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  filter: PeopleFilter,
  matching: People,
  totals: Map<string, number>,
): Promise<number> {
  const revision = await readRevision(dialect, connection, ownerId)
  const { limit: _, cursor: __, ...asked } = filter
  const key = JSON.stringify([ownerId, revision, Object.entries(asked).sort()])
  const known = totals.get(key)
  if (known !== undefined) return known
  const [row] = await rowsOf(
    connection,
    matching.select((eb) => eb.fn.countAll().as('total')),
    ['total'],
  )
  if (totals.size >= totalsKept) totals.clear()
  totals.set(key, row!.total as number)
  return row!.total as number
}

/** Where a page ended, for programs to hand back unread. */
const cursorOf = ({ nameKey, id }: Person): string =>
  Buffer.from(JSON.stringify([nameKey, id])).toString('base64url')

function readCursor(cursor: string): { nameKey: string; id: Id } {
  try {
    const [nameKey, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof nameKey === 'string' && typeof id === 'string' && isId(id)) return { nameKey, id }
  } catch {
    // Said below.
  }
  throw invalid(
    'cursor',
    'This is not the cursor of a list of people. Leave it out to begin with the first page.',
  )
}
