// `npm run fuzz [-- --minutes 10] [--seed N]`: every reader of foreign files, fed with mutations of what programs write.
// A reader may refuse a file with a FormatError; anything else that it throws, a text that is not well formed, or more
// than a second for each megabyte, is a failure: the input is kept in the folder for temporary files, and named.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { mutator } from './mutate.ts'
import { checkReader, readers } from './readers.ts'
import { seeds } from './seeds.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } })
const minutes = Number(values.minutes ?? 10)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const end = performance.now() + minutes * 60_000
const mutate = mutator(seed, seeds)
const counts = new Map<string, { runs: number; slowest: number }>()
let failures = 0
let folder: string | undefined

process.stdout.write(`Fuzzing ${readers.length} readers for ${minutes} minutes, seed ${seed}.\n`)
for (let round = 0; performance.now() < end && failures < 10; round++) {
  const bytes = mutate()
  for (const reader of readers) {
    const { wrong, milliseconds } = checkReader(reader, bytes)
    const count = counts.get(reader.name) ?? { runs: 0, slowest: 0 }
    counts.set(reader.name, { runs: count.runs + 1, slowest: Math.max(count.slowest, milliseconds) })
    if (!wrong) continue
    failures += 1
    folder ??= mkdtempSync(join(tmpdir(), 'acquaint-fuzz-'))
    const file = join(folder, `${reader.name}-${round}.bin`)
    writeFileSync(file, bytes)
    process.stdout.write(`${reader.name}: ${wrong}\n  kept as ${file}\n`)
  }
}
for (const [name, { runs, slowest }] of counts) {
  process.stdout.write(`${name.padEnd(10)} ${runs} inputs, the slowest took ${slowest.toFixed(0)} ms\n`)
}
process.exitCode = failures > 0 ? 1 : 0
