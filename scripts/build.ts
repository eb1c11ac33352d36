// Bundles the program to dist/: `npm run build`. With --if-possible, a missing bundler is no error.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildWeb, webIsBuilt, webIsFresh } from './build-web.ts'
import { fastBuiltins, inAscii } from './fast-start.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

const withoutWeb =
  'The web app is not built: its tools are missing here. `npm ci` brings them; then `npm run build`.'

/** What nearly every command needs goes into one file: opening many costs more than reading one. */
const base = new RegExp(
  [
    'node_modules/(commander|zod|kysely|temporal-)',
    'src/core/(?!formats|import)',
    'src/server/store/(?!postgres|backup|check)',
    'src/server/operations/(operation|invoke|resolve|schemas|registry|today|steps-out)\\.',
    'src/server/doors/(input-fields|read-now|cli/(?!completion|remote|example-input|text/))',
    'src/server/doors/cli/text/(in-words|paint|columns|moments|table|anything|today)\\.',
  ].join('|'),
)

/** Makes dist/acquaint.js and its parts. Says whether it could. */
export async function build({ ifPossible = false } = {}): Promise<boolean> {
  const rolldown = await import('rolldown').catch(() => undefined)
  if (!rolldown) {
    if (ifPossible) return false
    throw new Error('The bundler is missing: run `npm ci` first.')
  }
  // First, so that the web app does not count as older than the program that serves it.
  if (!webIsFresh() && !(await buildWeb()) && !webIsBuilt()) console.error(withoutWeb)
  const begun = new Date()
  const draft = `${root}dist/.next`
  rmSync(draft, { recursive: true, force: true })
  const bundle = await rolldown.rolldown({
    input: { acquaint: `${root}src/server/main.ts` },
    platform: 'node',
    cwd: root,
    checks: { ineffectiveDynamicImport: false },
    // Optional native parts of the PostgreSQL client, which nobody installs here.
    external: ['pg-native', 'pg-cloudflare'],
    plugins: [
      {
        name: 'fast-start',
        renderChunk: fastBuiltins,
        generateBundle: (_, files) => {
          for (const file of Object.values(files)) if (file.type === 'chunk') file.code = inAscii(file.code)
        },
      },
    ],
  })
  await bundle.write({
    dir: draft,
    format: 'esm',
    minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
    codeSplitting: { groups: [{ name: 'base', test: base }] },
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
  })
  await bundle.close()
  putInPlace(draft)
  // A file that was saved while the bundle was made counts as newer than it.
  utimesSync(`${root}dist/acquaint.js`, begun, begun)
  rmSync(draft, { recursive: true, force: true })
  return true
}

/** Moves the new files in, the entry last. Old parts stay for an hour: a server that is running may still load them. */
function putInPlace(draft: string): void {
  const parts = `${root}dist/parts`
  const fresh = readdirSync(`${draft}/parts`)
  mkdirSync(parts, { recursive: true })
  for (const name of fresh) renameSync(`${draft}/parts/${name}`, `${parts}/${name}`)
  renameSync(`${draft}/acquaint.js`, `${root}dist/acquaint.js`)
  const hourAgo = Date.now() - 3_600_000
  for (const name of readdirSync(parts)) {
    const path = `${parts}/${name}`
    if (!fresh.includes(name) && statSync(path).mtimeMs < hourAgo) rmSync(path, { force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ ifPossible: process.argv.includes('--if-possible') })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
