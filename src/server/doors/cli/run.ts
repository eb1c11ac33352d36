import { type Command, CommanderError } from 'commander'
import { invalid } from '../../../core/kernel/errors.ts'
import { localCaller } from '../../access/callers.ts'
import type { Config } from '../../config.ts'
import { invoke } from '../../operations/invoke.ts'
import { FileAnswer, type Operation } from '../../operations/operation.ts'
import { allOperations, operationsOf } from '../../operations/registry.ts'
import { readNow } from '../read-now.ts'
import { answerWriter } from './answer.ts'
import { withOptions } from './configuration.ts'
import { exitCode } from './exit-codes.ts'
import { nameTheOption, tellFailure } from './failure.ts'
import { readText, readUpload, temporaryFolder } from './files.ts'
import { readInstants } from './instants.ts'
import { type Given, readInputs } from './options.ts'
import { addOwnCommands, ownWords } from './own-commands.ts'
import { addOperations, emptyProgram, type GlobalOptions } from './program.ts'
import { progressBar } from './progress.ts'
import type { Surroundings } from './surroundings.ts'
import { joinFlags, wordsOf } from './words.ts'

/** Carries out one command line. Answers with the exit code; it never ends the process itself. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const json = argv.includes('--json')
  let code: number = exitCode.done
  try {
    const [noun = '', verb] = wordsOf(argv)
    const known = meant(await operationsOf(noun), verb)
    const program = emptyProgram((help) => surroundings.stdout.write(help), {
      besideWord: known.length > 0,
    })
    if (known.length === 0) {
      addOwnCommands(program, surroundings, (ended) => {
        code = ended
      })
    }
    const others = known.length > 0 || ownWords.includes(noun) || argv.includes('--version')
    addOperations(program, others ? known : await allOperations(), async (operation, command) => {
      code = await carryOut(operation, command, surroundings)
    })
    if (argv.length === 0) program.outputHelp()
    else await program.parseAsync(joinFlags(argv, known), { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCode.done
    const said =
      error instanceof CommanderError && error.code === 'commander.help' ? verbMissing(argv) : error
    return tellFailure(said, { json, debug: surroundings.config.debug }, (text) =>
      surroundings.stderr.write(text),
    )
  }
  return code
}

/** What follows a verb belongs to the verb, though the noun alone may take an option of the same name. */
function meant(ofNoun: readonly Operation[], verb: string | undefined): readonly Operation[] {
  const withVerb = ofNoun.filter(({ commandLine }) => commandLine.words[1] !== undefined)
  return withVerb.some(({ commandLine }) => commandLine.words[1] === verb) ? withVerb : ofNoun
}

/** Reads the inputs, has the operation done here or by a server, and writes the answer. */
async function carryOut(operation: Operation, command: Command, surroundings: Surroundings): Promise<number> {
  const globals = command.optsWithGlobals<GlobalOptions>()
  const config = await placed(operation, withOptions(surroundings.config, globals), globals)
  const now = config.now === undefined ? Date.now() : readNow(config.now, '--now')
  const given = readInputs(command, operation)
  try {
    const input = await readSources(operation, given, surroundings, config)
    const answer = config.server
      ? await (await import('./remote.ts')).askServer(serverOf(config, config.server), operation, input)
      : await doHere(operation, input, now, config, surroundings)
    const write = answerWriter(surroundings, { json: globals.json ?? false, now, timeZone: config.timeZone })
    await write(operation, answer, given)
    const failed = !(answer instanceof FileAnswer) && operation.commandLine.fails?.(answer)
    return failed ? exitCode.unexpected : exitCode.done
  } catch (error) {
    throw nameTheOption(error, operation)
  }
}

/** A throw-away command without --data has a new folder to itself; with a database or a server, they are meant. */
async function placed(operation: Operation, config: Config, { data }: GlobalOptions): Promise<Config> {
  const named = data !== undefined || config.databaseUrl !== undefined || config.server !== undefined
  if (!operation.commandLine.throwAway || named) return config
  return { ...config, dataFolder: await temporaryFolder() }
}

const serverOf = (config: Config, url: string) => ({
  url,
  ...(config.token ? { token: config.token } : {}),
  ...(config.now ? { now: config.now } : {}),
})

async function doHere(
  operation: Operation,
  input: Record<string, unknown>,
  now: number,
  config: Config,
  surroundings: Surroundings,
): Promise<unknown> {
  const { services, ownerId, close } = await surroundings.open(config)
  const progress = progressBar(() => surroundings.stderr)
  try {
    const caller = {
      ...localCaller(ownerId, 'cli', { now, timeZone: config.timeZone }),
      report: progress.report,
    }
    return (await invoke(services, operation, input, caller)).result
  } finally {
    progress.clear()
    await close()
  }
}

/** Puts in what comes from files and from standard input, and instants in place of local times. */
async function readSources(
  operation: Operation,
  { input, file }: Given,
  surroundings: Surroundings,
  config: Config,
): Promise<Record<string, unknown>> {
  const { textFrom, filesFrom } = operation.commandLine
  const sources: Record<string, unknown> = {}
  if (textFrom && file !== undefined) {
    if (input[textFrom] !== undefined)
      throw invalid('file', `--file and --${textFrom} both give the text: use one.`)
    sources[textFrom] = await readText(file, surroundings.stdin)
  }
  const paths = filesFrom ? input[filesFrom] : undefined
  if (filesFrom && paths !== undefined) {
    sources[filesFrom] = Array.isArray(paths)
      ? await Promise.all(paths.map((path) => readUpload(String(path), surroundings.stdin)))
      : await readUpload(String(paths), surroundings.stdin)
  }
  return readInstants(operation, { ...input, ...sources }, config.timeZone)
}

function verbMissing(argv: readonly string[]) {
  const [noun] = wordsOf(argv)
  return invalid('', `"${noun}" needs a word that says what to do. See: acquaint ${noun} --help`)
}
