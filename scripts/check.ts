// `npm run check`: format, lint, types, import rules, unused code, unit and contract tests. One line each; the whole
// output of what fails. With --no-tests all but the tests, for where they run anyway.
import { run } from './run.ts'

const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'ci', '--colors=off', '.'],
  ['types', 'tsc', '-p', 'tsconfig.json'],
  ['types of the web', 'svelte-check', '--tsconfig', 'src/web/tsconfig.json', '--output', 'human'],
  ['import rules', 'depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  ['unused code', 'knip', '--no-progress'],
  ['unit tests', 'vitest', 'run', '--project', 'unit'],
  ['contract tests', 'vitest', 'run', '--project', 'contract'],
]

/** As many at once as there are processors to speak of: each check keeps one busy. */
const lanes = 2
const withTests = !process.argv.includes('--no-tests')
const waiting = checks.filter(([, command]) => withTests || command !== 'vitest')
let failed = 0

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, command, ...args] = next
    const { code, output, seconds } = await run(command, args)
    const mark = code === 0 ? 'ok    ' : 'failed'
    process.stdout.write(`${mark} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s\n`)
    if (code === 0) continue
    failed += 1
    process.stdout.write(`${output.trimEnd().replace(/^/gm, '  ')}\n`)
  }
}

await Promise.all(Array.from({ length: lanes }, work))
process.exitCode = failed > 0 ? 1 : 0
