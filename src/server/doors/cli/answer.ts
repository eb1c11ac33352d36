import { invalid } from '../../../core/kernel/errors.ts'
import { FileAnswer, type Operation } from '../../operations/operation.ts'
import { writeFolder, writeWhole } from './files.ts'
import type { Given } from './options.ts'
import type { Surroundings } from './surroundings.ts'

interface Manner {
  json: boolean
  now: number
  timeZone: string
}

/** Writes answers to standard output: one JSON value, a file as it is, or text for people. */
export function answerWriter(surroundings: Surroundings, { json, now, timeZone }: Manner) {
  return async (operation: Operation, answer: unknown, { out, force = false }: Given): Promise<void> => {
    const { stdout, config } = surroundings
    if (answer instanceof FileAnswer) {
      if (out === undefined || out === '-') stdout.write(answer.content)
      else {
        // An archive is a folder: under a name that is no archive's, it is unpacked.
        if (answer.mediaType === 'application/zip' && !/\.zip$/i.test(out))
          await writeFolder(out, answer.content as Uint8Array, force)
        else await writeWhole(out, answer.content, force)
        if (!json) surroundings.stderr.write(`Written to ${out}.\n`)
      }
      return
    }
    if (out !== undefined) throw invalid('out', 'This answer is no file, so --out has no place here.')
    if (json) {
      stdout.write(`${JSON.stringify(answer ?? null, null, stdout.isTTY ? 2 : undefined)}\n`)
      return
    }
    const [{ inWords }, { paint }] = await Promise.all([
      import('./text/in-words.ts'),
      import('./text/paint.ts'),
    ])
    const page = {
      width: stdout.isTTY ? stdout.columns : undefined,
      paint: paint(Boolean(stdout.isTTY) && config.colour),
      now,
      timeZone,
    }
    stdout.write(`${(await inWords(operation, answer, page)).trimEnd()}\n`)
  }
}
