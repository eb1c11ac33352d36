// `npm start`: builds when something has changed, then serves. Arguments are passed on: `npm start -- --port 8080`.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from './build.ts'
import { webIsFresh } from './build-web.ts'
import { isFresh } from './freshness.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const bundled = (isFresh(root) && webIsFresh()) || (await builds())
process.argv.splice(2, 0, 'serve')
await import(pathToFileURL(`${root}${bundled ? 'dist/acquaint.js' : 'src/server/main.ts'}`).href)

/** Where the bundle cannot be made (no bundler, a read-only folder), the sources run as they are. */
async function builds(): Promise<boolean> {
  try {
    return await build({ ifPossible: true })
  } catch {
    return false
  }
}
