import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { interleaved, inWords, judged, type Measurement } from './measure.ts'
import { benchNow, benchZone } from './network.ts'
import type { Networks } from './networks.ts'
import { acquaint, runToEnd } from './program.ts'

/**
 * `./acquaint today` on *usual*, from the call of the shell script to its exit, against the same Node running an empty
 * script. Both have been run before: what the disk holds is warm, the process is not.
 */
export async function s6ColdStart(networks: Networks): Promise<Measurement[]> {
  const empty = join(networks.fresh('s6'), 'empty.mjs')
  writeFileSync(empty, '')
  const now = new Date(benchNow).toISOString()
  const args = ['--data', networks.usual, '--now', now, 'today', '--json']
  const { steps } = JSON.parse(runToEnd(acquaint, args)) as { steps: unknown[] }
  const took = await interleaved(
    { rounds: 40, warmUp: 5 },
    {
      ours: () => runToEnd(acquaint, args),
      empty: () => runToEnd(process.execPath, [empty]),
    },
  )
  return [
    judged({
      id: 'S6',
      what: 'acquaint today, cold, against an empty script',
      measured: took.ours / took.empty,
      unit: 'times',
      budget: 3,
      detail: `today ${inWords(took.ours)} for ${steps.length} steps, empty ${inWords(took.empty)} (${benchZone}, Node ${process.versions.node})`,
    }),
  ]
}
