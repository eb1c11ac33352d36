import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

/** The command as a user calls it: the shell script at the root of the checkout. */
export const acquaint = `${root}acquaint`

/** What the benchmarks' own programs are called with: nothing of the developer's settings. */
const environment = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' }

/** Builds the bundle, so that what is measured is what `npm start` runs. */
export function buildProgram(): void {
  execFileSync(process.execPath, [`${root}scripts/with-node.mjs`, 'scripts/build.ts'], { cwd: root })
}

/** Runs a program to its end and gives what it wrote. */
export function runToEnd(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env: environment })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

/** Runs a program to its end and gives the largest resident size that it had, in MB; `folder` is for the note of it. */
export function peakMemoryOf(program: string, args: readonly string[], folder: string): number {
  const [hook, note] = [join(folder, 'peak.mjs'), join(folder, 'peak')]
  const write = `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS)))`
  writeFileSync(hook, write)
  const env = { ...environment, NODE_OPTIONS: `--import=${pathToFileURL(hook)}` }
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', env })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return (Number(readFileSync(note, 'utf8')) * 1024) / 1e6
}

/** A server that runs until it is stopped. */
export interface Running {
  pid: number
  /** Resident memory, in MB. */
  resident(): number
  stop(): Promise<void>
}

/** Starts a program and waits until it answers `path` on the port. */
export async function startServer(
  program: string,
  args: readonly string[],
  port: number,
  path: string,
): Promise<Running> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment })
  const said: string[] = []
  child.stderr!.on('data', (chunk: Buffer) => said.push(String(chunk)))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (!(await answers(port, path))) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}: ${said.join('')}`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  return {
    pid: child.pid!,
    resident: () => residentOf(child),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function answers(port: number, path: string): Promise<boolean> {
  try {
    const { statusCode } = await fetchText(port, path)
    return statusCode === 200
  } catch {
    return false
  }
}

interface Answer {
  statusCode: number
  text: string
}

/** Asks for a page on a connection of its own. */
export const fetchText = (
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> => ask(port, path, 'GET', headers)

/** Sends a JSON value. */
export const postJson = (
  port: number,
  path: string,
  value: unknown,
  headers: Record<string, string>,
): Promise<Answer> =>
  ask(port, path, 'POST', { ...headers, 'content-type': 'application/json' }, JSON.stringify(value))

function ask(
  port: number,
  path: string,
  method: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers, agent: false as const }
    const call = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve({ statusCode: response.statusCode ?? 0, text }))
      response.on('error', reject)
    })
    call.on('error', reject)
    call.end(body)
  })
}

/** A port of the loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

function residentOf({ pid }: ChildProcess): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return (Number(kilobytes) * 1024) / 1e6
}
