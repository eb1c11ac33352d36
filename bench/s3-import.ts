import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { person } from '../src/core/people/person.ts'
import { tables } from '../src/core/tables.ts'
import { invoke } from '../src/server/operations/invoke.ts'
import { codecOf } from '../src/server/store/codec.ts'
import type { SqlValue } from '../src/server/store/dialect.ts'
import { snakeCase } from '../src/server/store/names.ts'
import { searchWords } from '../src/server/store/search/search-words.ts'
import { openSqlite, storeFile } from '../src/server/store/sqlite.ts'
import { linkedInFile } from './linkedin-file.ts'
import { inWords, judged, type Measurement, median } from './measure.ts'
import { large } from './network.ts'
import type { Networks } from './networks.ts'
import { acquaint, fetchText, freePort, peakMemoryOf, postJson, runToEnd, startServer } from './program.ts'
import { insertInto, rawWriter } from './raw-writes.ts'
import { caller, operationNamed, servicesOver } from './services.ts'

const rounds = 5

/**
 * A LinkedIn file of 30,000 people, from its bytes on the disk to the answer: read, matched, saved, indexed, with steps and
 * journal; against a bulk insert of the same people, keys and search words, all worked out beforehand, by prepared
 * statements in one transaction on the same empty tables. The journal's rows are ours alone. Then the same by the
 * command line (memory) and by a server that is asked for Today meanwhile.
 */
export async function s3Import(networks: Networks): Promise<Measurement[]> {
  const file = join(networks.fresh('s3-file'), 'Connections.csv')
  writeFileSync(file, linkedInFile(large.people))
  const took = { ours: [] as number[], raw: [] as number[], silence: [] as number[] }
  let rows: RawRows | undefined
  for (let round = 0; round <= rounds; round++) {
    const ours = await importOnce(networks.fresh(`s3-ours-${round}`), file)
    rows ??= rowsOf(ours.folder)
    const raw = await insertRaw(networks.fresh(`s3-raw-${round}`), rows)
    if (round === 0) continue
    took.ours.push(ours.took)
    took.silence.push(ours.silence)
    took.raw.push(raw)
  }
  const [ours, raw] = [median(took.ours), median(took.raw)]
  const peak = peakMemoryOf(
    acquaint,
    ['--data', networks.fresh('s3-memory'), 'import', file, '--json'],
    networks.fresh('s3-peak'),
  )
  const meanwhile = await todayMeanwhile(networks.fresh('s3-server', 'usual'), file)
  return [
    judged({
      id: 'S3',
      what: 'import of 30,000 rows, against a raw bulk insert',
      measured: ours / raw,
      unit: 'times',
      budget: 3,
      detail: `import ${inWords(ours)}, raw ${inWords(raw)} for ${rows!.people.length} people, ${rows!.keys} keys and their search words`,
    }),
    judged({
      id: 'S3',
      what: 'import of 30,000 rows: peak memory of the command line',
      measured: peak,
      unit: 'MB',
      budget: 300,
      detail: 'the largest resident size of the process, as the system counts it',
    }),
    judged({
      id: 'S3',
      what: 'import of 30,000 rows: longest time without progress',
      measured: median(took.silence),
      unit: 'ms',
      budget: 1000,
      detail: 'between two reports, from the call to the answer',
    }),
    judged({
      id: 'S3',
      what: 'import into a server: the slowest Today meanwhile',
      measured: Math.max(...meanwhile.took),
      unit: 'ms',
      budget: 100,
      detail: `${meanwhile.took.length} requests in ${inWords(meanwhile.whole)}, median ${inWords(median(meanwhile.took))}`,
    }),
  ]
}

async function importOnce(folder: string, file: string) {
  const store = await openSqlite(folder, tables)
  const operation = await operationNamed('import')
  let last = performance.now()
  let silence = 0
  const heard = () => {
    const now = performance.now()
    silence = Math.max(silence, now - last)
    last = now
  }
  const report = async () => heard()
  const start = performance.now()
  const files = [{ name: 'Connections.csv', content: readFileSync(file).toString('base64') }]
  const { result } = await invoke(
    servicesOver(store),
    operation,
    { files },
    { ...caller(store.ownerId), report },
  )
  heard()
  const took = performance.now() - start
  const { added } = result as { added: number }
  if (added !== large.people) throw new Error(`The import added ${added} people`)
  await store.close()
  return { folder, took, silence }
}

interface RawRows {
  ownerId: string
  people: { values: SqlValue[]; id: string; keys: string[]; words: string }[]
  keys: number
}

/** The rows of an import as a plain program would have them ready. */
function rowsOf(folder: string): RawRows {
  const database = new DatabaseSync(join(folder, storeFile), { readOnly: true })
  const { columns, decode, encode } = codecOf(person)
  const names = columns.map((column) => `"${snakeCase(column)}"`).join(', ')
  const select = database.prepare(`select ${names} from person order by id`)
  select.setReturnArrays(true)
  const ownerId = database.prepare('select owner_id from network').get()!.owner_id as string
  const keysOf = database.prepare('select key from person_key where owner_id = ? and id = ? order by key')
  const people = (select.all() as unknown as SqlValue[][]).map((cells) => {
    const row = decode(cells)
    return {
      id: row.id,
      values: encode(row),
      keys: person.keys!(row as never),
      words: searchWords(person, row).join(' '),
    }
  })
  const keys = people.reduce((sum, one) => sum + one.keys.length, 0)
  const kept = keysOf.all(ownerId, people[0]!.id).length
  database.close()
  if (kept !== people[0]!.keys.length) throw new Error('The raw keys differ from the stored ones')
  return { ownerId, people, keys }
}

/** Milliseconds of the bulk insert into a store that is empty but for its tables. */
async function insertRaw(folder: string, { ownerId, people }: RawRows): Promise<number> {
  await (await openSqlite(folder, tables)).close()
  const raw = rawWriter(folder)
  const insert = raw.prepare(insertInto(person))
  const key = raw.prepare('insert into person_key (owner_id, key, id) values (?, ?, ?)')
  const number = raw.prepare('insert into person_search_number (number, owner_id, id) values (?, ?, ?)')
  const search = raw.prepare('insert into person_search (rowid, words) values (?, ?)')
  const start = performance.now()
  raw.transaction([
    () => {
      for (const [i, one] of people.entries()) {
        insert.run(ownerId, ...one.values)
        for (const each of one.keys) key.run(ownerId, each, one.id)
        number.run(i + 1, ownerId, one.id)
        search.run(i + 1, one.words)
      }
    },
  ])
  const took = performance.now() - start
  raw.close()
  return took
}

/** Asks a server for Today, one request after another, while it takes the file in. */
async function todayMeanwhile(folder: string, file: string): Promise<{ took: number[]; whole: number }> {
  const port = await freePort()
  const token = JSON.parse(
    runToEnd(acquaint, ['--data', folder, 'token', 'create', '--name', 'bench', '--json']),
  ) as { token: string }
  const headers = { authorization: `Bearer ${token.token}` }
  const server = await startServer(
    acquaint,
    ['--data', folder, 'serve', '--port', String(port)],
    port,
    '/healthz',
  )
  try {
    for (let i = 0; i < 20; i++) await fetchText(port, '/api/v1/today', headers)
    const files = [{ name: 'Connections.csv', content: readFileSync(file).toString('base64') }]
    const start = performance.now()
    let done = false
    const importing = postJson(port, '/api/v1/import', { files }, headers).finally(() => {
      done = true
    })
    const took: number[] = []
    while (!done) {
      const asked = performance.now()
      const { statusCode } = await fetchText(port, '/api/v1/today', headers)
      if (statusCode !== 200) throw new Error(`Today answered ${statusCode}`)
      took.push(performance.now() - asked)
    }
    const { statusCode, text } = await importing
    if (statusCode >= 300) throw new Error(`The import answered ${statusCode}: ${text}`)
    return { took, whole: performance.now() - start }
  } finally {
    await server.stop()
  }
}
