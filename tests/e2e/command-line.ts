import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** The time zone of every end-to-end test. */
const timeZone = 'Europe/Berlin'

/** What a process answered. */
export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

interface Surroundings {
  env?: Record<string, string>
  stdin?: string
  cwd?: string
  /** Through another command, such as one that changes the user. */
  through?: readonly string[]
}

/** Starts the real command, with nothing of this machine's own settings. */
export function start(
  args: readonly string[],
  { env = {}, cwd = root, through = [] }: Surroundings = {},
): ChildProcess {
  const [program, ...rest] = [...through, join(root, 'acquaint'), ...args]
  return spawn(program!, rest, {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: tmpdir(), ACQUAINT_TZ: timeZone, NO_COLOR: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** Runs the real command to its end. */
export async function acquaint(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const child = start(args, surroundings)
  const ended = new Promise<number | null>((settle, fail) => {
    child.on('error', fail)
    child.on('close', settle)
  })
  child.stdin!.on('error', () => {})
  child.stdin!.end(surroundings.stdin ?? '')
  const [stdout, stderr, code] = await Promise.all([read(child.stdout!), read(child.stderr!), ended])
  return { code, stdout, stderr }
}

async function read(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer))
  return Buffer.concat(chunks).toString('utf8')
}

/** A folder that is gone after `remove`. */
export async function freshFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'acquaint-e2e-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** A server that listens, and how to end it. */
export interface Serving {
  url: string
  /** Signs one browser in, once. */
  signIn: string
  process: ChildProcess
  /** Ends it with SIGTERM; its exit code and what it wrote. */
  stop(): Promise<Ran>
}

/** Starts `serve`, on a free port unless one is named, and waits until it listens. */
export async function serve(
  args: readonly string[],
  { port = 0, ...surroundings }: Surroundings & { port?: number } = {},
): Promise<Serving> {
  const child = start(['--json', ...args, 'serve', '--port', String(port)], surroundings)
  const output = { stdout: '', stderr: '' }
  const ended = new Promise<number | null>((settle) => child.on('close', settle))
  const { url, signIn } = await new Promise<{ url: string; signIn: string }>((settle, fail) => {
    child.stdout!.on('data', (chunk) => {
      output.stdout += chunk
      if (output.stdout.includes('\n')) settle(JSON.parse(output.stdout.split('\n')[0]!))
    })
    child.stderr!.on('data', (chunk) => {
      output.stderr += chunk
    })
    ended.then((code) => fail(new Error(`serve ended with ${code} before it listened: ${output.stderr}`)))
  })
  return {
    url,
    signIn,
    process: child,
    stop: async () => {
      child.kill('SIGTERM')
      return { code: await ended, ...output }
    },
  }
}
