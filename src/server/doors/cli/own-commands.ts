import { type Command, InvalidArgumentError, Option } from 'commander'
import { withOptions } from './configuration.ts'
import { child, type GlobalOptions } from './program.ts'
import type { Surroundings } from './surroundings.ts'

/** The words of commands that are no operations. */
export const ownWords: readonly string[] = ['serve', 'completion']

/** Adds the commands that are no operations: they are about this program, not about a network. */
export function addOwnCommands(
  program: Command,
  surroundings: Surroundings,
  ended: (code: number) => void,
): void {
  child(program, 'serve')
    .description('Serve the network over HTTP, on this machine')
    .addOption(
      new Option('--port <number>', 'Where to listen; 0 takes a free one').default(4680).argParser(port),
    )
    .addOption(new Option('--host <name>', 'The address to listen on').default('127.0.0.1'))
    .addOption(
      new Option('--allow-host <name>', 'Another name that it may be called by (may be given more than once)')
        .argParser<string[]>((name, before) => [...(before ?? []), name])
        .default([], ''),
    )
    .addOption(new Option('--no-browser', 'Do not open a browser'))
    .addHelpText('after', '\nExamples:\n  acquaint serve\n  acquaint serve --port 8080 --data ~/network')
    .action(async (_, command: Command) => {
      const options = command.optsWithGlobals<
        GlobalOptions & { host: string; port: number; allowHost: string[]; browser: boolean }
      >()
      const { host, allowHost: allowedHosts, json = false } = options
      const config = withOptions(surroundings.config, options)
      const { port: wanted, browser } = options
      ended(
        await surroundings.serve({
          host,
          port: wanted,
          allowedHosts,
          config,
          json,
          browser: browser && !json,
        }),
      )
    })
  child(program, 'completion')
    .description('Print a script that completes commands in your shell')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText(
      'after',
      '\nExamples:\n  source <(acquaint completion bash)\n  acquaint completion fish > ~/.config/fish/completions/acquaint.fish',
    )
    .action(async (shell: string) => {
      const { completion } = await import('./completion.ts')
      surroundings.stdout.write(await completion(shell))
    })
}

function port(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return number
}
