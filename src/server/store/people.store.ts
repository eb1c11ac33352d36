import type { SelectQueryBuilder } from 'kysely'
import { invalid } from '../../core/kernel/errors.ts'
import { fold } from '../../core/kernel/fold.ts'
import { type Id, isId } from '../../core/kernel/ids.ts'
import { fieldKey, type Person, person } from '../../core/people/person.ts'
import type { PeopleFilter, Reads } from '../operations/reads.ts'
import { codecOf } from './codec.ts'
import type { Connection, SqlValue } from './connection.ts'
import type { Database, Dialect } from './dialect.ts'
import { snakeCase } from './names.ts'
import { readRevision } from './network-counter.ts'
import { ordered, type QueryShapes, queryShapes } from './query-shapes.ts'
import { questionWords } from './search/search-words.ts'
import type { StoredTables } from './stored-tables.ts'

type People = SelectQueryBuilder<StoredTables, 'person', unknown>

/** The values of a filter as the database compares them; which of them are there is the shape of the query. */
type Values = Record<string, SqlValue>

/** Totals kept between pages and requests; one is true as long as the owner's revision stays. */
const totalsKept = 200

/** Lists of people, narrowed and in the order of their names. */
export function peopleReads({ dialect, read }: Database): Pick<Reads, 'listPeople'> {
  const totals = new Map<string, number>()
  const shapes = queryShapes()
  return {
    listPeople: async (ownerId, filter) => {
      const values = valuesOf(dialect, ownerId, filter)
      return read(ownerId, async (connection) => {
        const people = await page(dialect, connection, shapes, values, filter)
        const more = people.length > filter.limit
        if (more) people.pop()
        const total = await totalOf(dialect, connection, ownerId, shapes, values, totals)
        return { people, total, cursor: more ? cursorOf(people.at(-1)!) : null }
      })
    },
  }
}

function valuesOf({ search }: Dialect, ownerId: Id, filter: PeopleFilter): Values {
  const values: Values = { ownerId }
  const words = questionWords(filter.search ?? '')
  if (words.length > 0) values.question = search.ask(ownerId, words)
  if (filter.origin) values.origin = filter.origin
  if (filter.organization) values.organization = fold(filter.organization)
  if (filter.field) values.field = fieldKey(filter.field)
  if (filter.tag) values.tag = `tag:${fold(filter.tag)}`
  if (filter.step) values.step = filter.step
  if (filter.standing) values[filter.standing === 'listed' ? 'listed' : 'standing'] = filter.standing
  return values
}

/** The people that a filter leaves. `value` stands for each of the filter's values. */
function narrowed({ kysely, search }: Dialect, values: Values, value: (name: string) => string): People {
  const owner = value('ownerId')
  const holding = (key: string) =>
    kysely.selectFrom('person_key').select('id').where('owner_id', '=', owner).where('key', '=', key)
  const standing = kysely.selectFrom('standing').select('id').where('owner_id', '=', owner)
  const asked = kysely.selectFrom('step').select('subject_id').where('owner_id', '=', owner)
  let query: People = kysely.selectFrom('person').where('owner_id', '=', owner)
  if ('question' in values) query = query.where(search.matches(owner, 'person', value('question')))
  if ('origin' in values) query = query.where('origin', '=', value('origin'))
  if ('organization' in values) query = query.where('organization_key', '=', value('organization'))
  if ('field' in values) query = query.where('id', 'in', holding(value('field')))
  if ('tag' in values) query = query.where('id', 'in', holding(value('tag')))
  if ('step' in values) query = query.where('id', 'in', asked.where('kind', '=', value('step')))
  if ('standing' in values)
    query = query.where('id', 'in', standing.where('standing', '=', value('standing')))
  // Nobody who is only listed needs a row that says so.
  if ('listed' in values)
    query = query.where('id', 'not in', standing.where('standing', '!=', value('listed')))
  return query
}

async function page(
  dialect: Dialect,
  connection: Connection,
  shapes: QueryShapes,
  narrowing: Values,
  { limit, cursor }: PeopleFilter,
): Promise<Person[]> {
  const { columns, decode } = codecOf(person)
  const values = { ...narrowing, ...(cursor ? readCursor(cursor) : {}), limit: limit + 1 }
  const few = ['question', 'organization', 'field', 'tag', 'step', 'standing'].some(
    (name) => name in narrowing,
  )
  const { sql, parameters } = shapes('page', values, (value) => {
    let query = narrowed(dialect, narrowing, value).select(columns.map(snakeCase) as 'id'[])
    if (cursor) {
      query = query.where((eb) =>
        eb(eb.refTuple('name_key', 'id'), '>', eb.tuple(value('afterName'), value('afterId'))),
      )
    }
    return ordered(query, few).limit(value('limit') as never)
  })
  return (await connection.query(sql, parameters)).map((row) => decode(row) as Person)
}

async function totalOf(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  shapes: QueryShapes,
  values: Values,
  totals: Map<string, number>,
): Promise<number> {
  const key = JSON.stringify([await readRevision(dialect, connection, ownerId), values])
  const known = totals.get(key)
  if (known !== undefined) return known
  const { sql, parameters } = shapes('total', values, (value) =>
    narrowed(dialect, values, value).select((eb) => eb.fn.countAll().as('total')),
  )
  const [row] = await connection.query(sql, parameters)
  if (totals.size >= totalsKept) totals.clear()
  totals.set(key, row![0] as number)
  return row![0] as number
}

/** Where a page ended, for programs to hand back unread. */
const cursorOf = ({ nameKey, id }: Person): string =>
  Buffer.from(JSON.stringify([nameKey, id])).toString('base64url')

function readCursor(cursor: string): { afterName: string; afterId: Id } {
  try {
    const [afterName, afterId] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof afterName === 'string' && typeof afterId === 'string' && isId(afterId))
      return { afterName, afterId }
  } catch {
    // Said below.
  }
  throw invalid(
    'cursor',
    'This is not the cursor of a list of people. Leave it out to begin with the first page.',
  )
}
