import { PassThrough, Readable } from 'node:stream'
import { readConfig } from '../../src/server/config.ts'
import { runCommandLine } from '../../src/server/doors/cli/run.ts'
import type { Services } from '../../src/server/operations/operation.ts'
import { fakeServices, owner } from './fake-services.ts'

export interface Said {
  code: number
  out: string
  error: string
}

/** A command line on a network in memory that stays between commands. */
export function commandLine(services: Services = fakeServices(), env: Record<string, string> = {}) {
  let opened = 0
  const run = async (argv: readonly string[], stdin = ''): Promise<Said> => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()]
    const code = await runCommandLine(argv, {
      config: readConfig({ ACQUAINT_TZ: 'Europe/Berlin', ACQUAINT_DATA: '/nowhere', ...env }),
      open: async () => {
        opened += 1
        return { services, ownerId: owner, place: 'memory', close: async () => {} }
      },
      serve: async () => 0,
      stdin: Readable.from([Buffer.from(stdin)]),
      stdout: stdout as unknown as NodeJS.WriteStream,
      stderr: stderr as unknown as NodeJS.WriteStream,
    })
    const read = (stream: PassThrough) => (stream.read() ?? '').toString()
    return { code, out: read(stdout), error: read(stderr) }
  }
  return { run, opened: () => opened }
}
