import { fileURLToPath } from 'node:url'
import { idSource } from '../core/kernel/ids.ts'
import { rebuildWhenStale } from '../core/method/rebuild.ts'
import { tables } from '../core/tables.ts'
import { administrationOf } from './administration-of.ts'
import { readConfig } from './config.ts'
import { runCommandLine } from './doors/cli/run.ts'
import type { Opened, StoreChoice } from './opened.ts'

/** The composition root: it alone picks the store, and loads the parts that a command does not need only when asked. */
const config = readConfig(process.env)

/** Where the build puts the web app: beside the bundle, which is where this runs from, unless the sources do. */
const webFolder = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/web' : 'web', import.meta.url),
)

async function open({ databaseUrl, dataFolder }: StoreChoice): Promise<Opened> {
  const store = databaseUrl
    ? await (await import('./store/postgres.ts')).openPostgres(databaseUrl, tables)
    : await (await import('./store/sqlite.ts')).openSqlite(dataFolder, tables)
  const newId = idSource((bytes) => crypto.getRandomValues(bytes))
  const now = Date.now()
  const { ownerId } = store
  await rebuildWhenStale(store, { ownerId, now, timeZone: config.timeZone, newId: () => newId(now) })
  return {
    services: {
      store,
      reads: store,
      administration: administrationOf(store, databaseUrl ? undefined : dataFolder),
      newId,
      ...(databaseUrl ? {} : { folder: dataFolder }),
    },
    ownerId,
    place: store.describe().place,
    close: () => store.close(),
  }
}

/** Whoever reads our output may stop reading (`acquaint people list | head`): that is no error. */
function mayEndEarly(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (stream.listenerCount('error') > 0) return stream
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  config,
  open,
  serve: async (request) => (await import('./doors/http/serve.ts')).serve(request, open, webFolder),
  // Node makes each stream when it is first asked for, which takes a while: a command pays for those that it uses.
  get stdin() {
    return process.stdin
  },
  get stdout() {
    return mayEndEarly(process.stdout)
  },
  get stderr() {
    return mayEndEarly(process.stderr)
  },
})
