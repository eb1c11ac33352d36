// Measures the budgets and prints one table: `npm run bench`, or only some of them: `npm run bench -- s1 s4`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Measurement } from './measure.ts'
import { makeNetworks, type Networks } from './networks.ts'
import { buildProgram } from './program.ts'
import { s1Rebuild } from './s1-rebuild.ts'
import { s1Today } from './s1-today.ts'
import { s3Import } from './s3-import.ts'
import { s4Command } from './s4-command.ts'
import { s5Search } from './s5-search.ts'
import { s6ColdStart } from './s6-cold-start.ts'
import { s7Server } from './s7-server.ts'
import { s8Weight } from './s8-weight.ts'
import { s9Click } from './s9-click.ts'
import { s10Sync } from './s10-sync.ts'
import { asTable } from './table.ts'

const budgets: Record<string, (networks: Networks) => Promise<Measurement[]>> = {
  s1: async (networks) => [...(await s1Today(networks)), ...(await s1Rebuild(networks))],
  s3: s3Import,
  s4: s4Command,
  s5: s5Search,
  s6: s6ColdStart,
  s7: s7Server,
  s8: s8Weight,
  s9: s9Click,
  s10: s10Sync,
}

const out = fileURLToPath(new URL('out/', import.meta.url))
const folder = `${out}networks`
const wanted = process.argv.slice(2).map((name) => name.toLowerCase())
const unknown = wanted.filter((name) => !Object.hasOwn(budgets, name))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(budgets).join(', ')}.`)
  process.exit(2)
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
try {
  console.error('Building the program and the networks (500 and 30,000 people) ...')
  buildProgram()
  const networks = await makeNetworks(folder)
  const lines: Measurement[] = []
  for (const [name, measure] of Object.entries(budgets)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.error(`Measuring ${name} ...`)
    lines.push(...(await measure(networks)))
  }
  const machine = { node: process.version, platform: process.platform, processors: cpus().length }
  writeFileSync(`${out}results.json`, `${JSON.stringify({ machine, measurements: lines }, null, 2)}\n`)
  process.stdout.write(`${asTable(lines)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
