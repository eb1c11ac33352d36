// `npm run simulate -- --students 50 [--days 365] [--seed 1] [--verbose]`: students live a year each, and each day's Today is
// compared with the oracle's. Prints the seeds, and every student's first difference with the life so far.
import { parseArgs } from 'node:util'
import { compareYear } from './compare.ts'

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '50' },
    days: { type: 'string', default: '365' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
})
const [students, days, first] = [Number(values.students), Number(values.days), Number(values.seed)]
let [moments, commands, differ] = [0, 0, 0]
const [kinds, refused] = [new Map<string, number>(), new Map<string, number>()]
const count = (of: Map<string, number>, what: string, more: number) =>
  of.set(what, (of.get(what) ?? 0) + more)
const began = performance.now()
for (let seed = first; seed < first + students; seed++) {
  const year = await compareYear(seed, days)
  moments += year.moments
  commands += year.commands
  for (const [kind, shown] of year.kinds) count(kinds, kind, shown)
  for (const one of year.refused) count(refused, one.split(':')[0]!, 1)
  if (!year.found) continue
  differ += 1
  console.error(`seed ${seed} ${year.found}`)
}
const listed = (of: Map<string, number>) => [...of].map(([what, times]) => `${what} ${times}`).join(', ')
if (values.verbose) console.error(`Steps shown: ${listed(kinds)}\nRefused: ${listed(refused)}`)
const seconds = ((performance.now() - began) / 1000).toFixed(1)
console.error(
  `Seeds ${first} to ${first + students - 1}: ${moments} moments compared after ${commands} commands, ${differ} students differ (${seconds} s)`,
)
process.exitCode = differ > 0 ? 1 : 0
