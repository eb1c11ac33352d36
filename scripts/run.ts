import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))

/** How a program ended, what it wrote, and how long it took. */
export interface Ended {
  code: number
  output: string
  seconds: number
}

/** Runs a tool of the project with its own Node first in the path. `live` shows its output as it comes. */
export function run(command: string, args: readonly string[], { live = false } = {}): Promise<Ended> {
  const begun = performance.now()
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...(live ? {} : { NO_COLOR: '1' }), PATH: path },
    })
    let output = ''
    const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk
      if (live) stream.write(chunk)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    const end = (code: number) => resolve({ code, output, seconds: (performance.now() - begun) / 1000 })
    child.on('error', (error) => {
      output += `${error.message}\n`
      end(1)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}
