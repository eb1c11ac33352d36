// `npm run simulate -- --students 50 [--days 365] [--seed 1]`: students live a year, and each day's Today is compared with the oracle.
import { parseArgs } from 'node:util'
import { difference } from './compare.ts'
import { Life } from './lives.ts'

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '50' },
    days: { type: 'string', default: '365' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
})
const [students, days, first] = [Number(values.students), Number(values.days), Number(values.seed)]
let [moments, steps, failed] = [0, 0, 0]
const refused = new Map<string, number>()
const began = performance.now()
for (let seed = first; seed < first + students; seed++) {
  const life = await Life.of(seed, days)
  await life.live(async () => {
    moments += 1
    const found = await difference(life.student)
    if (!found) return true
    failed += 1
    console.error(`seed ${seed} ${found}`)
    return false
  })
  steps += life.student.commands
  for (const one of life.student.refused) {
    const short = one.replace(/"[^"]*"/g, '_').slice(0, 90)
    refused.set(short, (refused.get(short) ?? 0) + 1)
  }
}
if (values.verbose) for (const [what, count] of refused) console.error(`${count} refused: ${what}`)
console.error(
  `seeds ${first} to ${first + students - 1}: ${moments} moments compared after ${steps} commands, ${failed} differ (${((performance.now() - began) / 1000).toFixed(1)} s)`,
)
process.exitCode = failed > 0 ? 1 : 0
