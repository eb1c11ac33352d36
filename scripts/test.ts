// `npm test`: every test there is. Arguments are passed on to vitest: `npm test -- src/core/formats`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.ts'
import { run } from './run.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

const folder = mkdtempSync(join(tmpdir(), 'acquaint-tests-'))
const file = join(folder, 'report.json')
try {
  await build({ ifPossible: true }).catch((error) =>
    console.error(`The bundle could not be made: ${error.message}`),
  )
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...process.argv.slice(2),
  ]
  const { code } = await run('vitest', args, { live: true })
  process.exitCode = tell(read(), code)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function read(): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}

/** Says what could not run, and the sums in the last line; the exit code. */
function tell(report: Report | undefined, code: number): number {
  if (!report) {
    process.stdout.write('\nThe tests could not be started; see above.\n0 passed, 1 failed\n')
    return 1
  }
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  )
  for (const { name, message } of broken) {
    process.stdout.write(`\nCould not run ${name}: ${message?.split('\n')[0] ?? 'it does not load'}\n`)
  }
  const skipped = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(
      ({ status }) => status === 'skipped' || status === 'pending' || status === 'todo',
    ),
  )
  for (const { fullName } of skipped) process.stdout.write(`Skipped: ${fullName}\n`)
  const failures = report.numFailedTests + broken.length
  process.stdout.write(`\nTests: ${skipped.length} skipped; all others ran.\n`)
  process.stdout.write(`${report.numPassedTests} passed, ${failures} failed\n`)
  return failures > 0 || code !== 0 ? 1 : 0
}
