import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inWords, judged, type Measurement, median } from './measure.ts'
import type { Networks } from './networks.ts'
import { acquaint, fetchText, freePort, runToEnd, startServer } from './program.ts'

const bareServer = `import { createServer } from 'node:http'
createServer((_, response) => response.end('{"ok":true}')).listen(Number(process.argv[2]), '127.0.0.1')
`

const rounds = 15
const warmUp = 2

/** How long the server is left alone before its memory is read, in milliseconds. */
const idle = 5000

/**
 * From the start of `acquaint serve` on *large* to its first answer, which asks the store, against a bare node:http server
 * that answers a constant. Then the memory that a server keeps which has answered a little and was left alone.
 */
export async function s7Server(networks: Networks): Promise<Measurement[]> {
  const bare = join(networks.fresh('s7'), 'bare.mjs')
  writeFileSync(bare, bareServer)
  const port = await freePort()
  const serve = ['--data', networks.large, 'serve', '--port', String(port)]
  const took = { ours: [] as number[], bare: [] as number[] }
  for (let round = -warmUp; round < rounds; round++) {
    const ours = await startAndStop(acquaint, serve, port, '/healthz')
    const plain = await startAndStop(process.execPath, [bare, String(port)], port, '/')
    if (round < 0) continue
    took.ours.push(ours)
    took.bare.push(plain)
  }
  const [ours, plain] = [median(took.ours), median(took.bare)]
  const resident = await idleMemory(networks.large, serve, bare, port)
  return [
    judged({
      id: 'S7',
      what: 'server: start to the first answer, against bare node:http',
      measured: ours / plain,
      unit: 'times',
      budget: 4,
      detail: `ours ${inWords(ours)}, bare ${inWords(plain)}`,
    }),
    judged({
      id: 'S7',
      what: 'server: resident memory when idle, with large',
      measured: resident.ours,
      unit: 'MB',
      budget: 120,
      detail: `after 20 requests and ${idle / 1000} s of rest; a bare server has ${resident.bare.toFixed(0)} MB`,
    }),
  ]
}

/** Milliseconds from the start of a program to its first answer. */
async function startAndStop(program: string, args: string[], port: number, path: string): Promise<number> {
  const start = performance.now()
  const server = await startServer(program, args, port, path)
  const took = performance.now() - start
  await server.stop()
  return took
}

async function idleMemory(data: string, args: string[], bare: string, at: number) {
  const { token } = JSON.parse(
    runToEnd(acquaint, ['--data', data, 'token', 'create', '--name', 'bench', '--json']),
  )
  const ours = await startServer(acquaint, args, at, '/healthz')
  for (let i = 0; i < 10; i++) {
    for (const path of ['/api/v1/today', '/api/v1/people?limit=50']) {
      const { statusCode } = await fetchText(at, path, { authorization: `Bearer ${token}` })
      if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`)
    }
  }
  await new Promise((resolve) => setTimeout(resolve, idle))
  const figures = { ours: ours.resident(), bare: 0 }
  await ours.stop()
  const other = await startServer(process.execPath, [bare, String(at)], at, '/')
  figures.bare = other.resident()
  await other.stop()
  return figures
}
