// Runs a script of the project on a Node that can: npm puts the carried Node first in the path, and this
// file, which every old Node understands, says plainly what to do where neither fits.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Acquaint needs Node 24.15 or newer; this is Node ${process.versions.node}.\n` +
      'On Linux, `npm ci` brings the right one along. Elsewhere, install it from nodejs.org and run `npm ci` again.',
  )
  process.exit(1)
}
const args = process.argv.slice(2)
const watched = args[0] === '--watch'
if (watched) args.shift()
const script = resolve(args[0])
if (!existsSync(script)) {
  console.error(`There is no ${args[0]} here. Run this from the folder of the checkout.`)
  process.exit(1)
}
if (watched) {
  const { spawn } = await import('node:child_process')
  spawn(process.execPath, ['--watch', script, ...args.slice(1)], { stdio: 'inherit' }).on('exit', (code) =>
    process.exit(code ?? 1),
  )
} else {
  module.enableCompileCache?.()
  process.argv.splice(1, process.argv.length - 1, script, ...args.slice(1))
  await import(pathToFileURL(script).href)
}
