// Starts the command line: the bundle when nothing in src is newer, the sources otherwise.
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { isFresh } from './freshness.mjs'

const root = new URL('../', import.meta.url)
// The compiled code is kept between runs; where it cannot be written, Node goes on without.
module.enableCompileCache?.(fileURLToPath(new URL('dist/.cache', root)))
await import(new URL(isFresh(fileURLToPath(root)) ? 'dist/acquaint.js' : 'src/server/main.ts', root).href)
