import { inWords, judged, type Measurement, median } from './measure.ts'
import type { Networks } from './networks.ts'
import { openWeb, pullAll, type Web } from './web.ts'

/** Rows in one answer, as the server has it. */
const slice = 5000
const rounds = 15

/** What a first pull of *large* asks and takes, against the same requests without a replica; and the pull of one change. */
export async function s10Sync(networks: Networks): Promise<Measurement[]> {
  const usual = await measure(networks.usual)
  const large = await measure(networks.large)
  const allowed = (rows: number) => Math.floor(rows / slice) + 1
  return [
    judged({
      id: 'S10',
      what: 'sync: requests of a first pull of large, against one each 5,000 rows',
      measured: large.requests / allowed(large.rows),
      unit: 'times',
      budget: 1,
      detail: `${large.requests} requests for ${large.rows} rows; usual ${usual.requests} for ${usual.rows}`,
    }),
    judged({
      id: 'S10',
      what: 'sync: first pull of large into the replica, against the same requests alone',
      measured: large.first / large.bare,
      unit: 'times',
      budget: 2,
      detail: `replica ${inWords(large.first)}, requests alone ${inWords(large.bare)}; usual ${inWords(usual.first)}`,
    }),
    judged({
      id: 'S10',
      what: 'sync: pull of one change, from usual to large',
      measured: large.change / usual.change,
      unit: 'times',
      budget: 1.5,
      detail: `usual ${inWords(usual.change)}, large ${inWords(large.change)} for ${large.changed} rows`,
    }),
  ]
}

async function measure(folder: string) {
  const web = await openWeb(folder)
  try {
    const { page } = web
    let requests = 0
    page.on('request', (request) => {
      // Those that follow the first pull have a cursor.
      if (new URL(request.url()).pathname === '/sync' && request.postDataJSON().cursor.had === 0)
        requests += 1
    })
    const start = performance.now()
    await pullAll(web)
    const first = performance.now() - start
    const asked = requests
    return { first, requests: asked, ...(await withoutReplica(web)) }
  } finally {
    await web.close()
  }
}

interface Pulls {
  rows: number
  /** Milliseconds of all the requests, and of each that asks for one change. */
  bare: number
  changes: number[]
  changed: number
}

/** The same requests by a page that keeps nothing; then one change, asked for again and again. */
async function withoutReplica({ page, server }: Web) {
  await page.goto(`${server.url}/healthz`)
  const { changes, ...rest } = (await page.evaluate(`(async () => {
    const post = async (path, body) => {
      const headers = { 'x-acquaint': '1', 'content-type': 'application/json' }
      return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    }
    const start = performance.now()
    let place = { epoch: null, cursor: { had: 0 } }
    let rows = 0
    let somebody
    for (let more = true; more; ) {
      const answer = await post('/sync', { ...place, commands: [] })
      place = { epoch: answer.epoch, cursor: answer.cursor }
      rows += answer.rows.length
      somebody ??= answer.rows.find(({ table }) => table === 'person')?.row.id
      more = answer.more
    }
    const bare = performance.now() - start
    await post('/rpc/touches.add', { person: somebody, kind: 'email', from: 'me' })
    const changes = []
    let changed = 0
    for (let i = 0; i < ${rounds}; i++) {
      const start = performance.now()
      changed = (await post('/sync', { ...place, commands: [] })).rows.length
      changes.push(performance.now() - start)
    }
    return { rows, bare, changes, changed }
  })()`)) as Pulls
  if (rest.changed === 0) throw new Error('The change did not come')
  return { ...rest, change: median(changes) }
}
