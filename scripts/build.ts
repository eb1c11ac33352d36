// Bundles the program to dist/: `npm run build`. With --if-possible, a missing bundler is no error.
import { renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Makes dist/acquaint.js and its parts; the old ones go when the new ones are whole. Says whether it could. */
export async function build({ ifPossible = false } = {}): Promise<boolean> {
  const rolldown = await import('rolldown').catch(() => undefined)
  if (!rolldown) {
    if (ifPossible) return false
    throw new Error('The bundler is missing: run `npm ci` first.')
  }
  const draft = `${root}dist/.next`
  rmSync(draft, { recursive: true, force: true })
  const bundle = await rolldown.rolldown({
    input: { acquaint: `${root}src/server/main.ts` },
    platform: 'node',
    cwd: root,
    logLevel: 'warn',
    // Optional native parts of the PostgreSQL client, not installed here.
    external: ['pg-native', 'pg-cloudflare'],
  })
  await bundle.write({
    dir: draft,
    format: 'esm',
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
  })
  await bundle.close()
  rmSync(`${root}dist/parts`, { recursive: true, force: true })
  renameSync(`${draft}/parts`, `${root}dist/parts`)
  renameSync(`${draft}/acquaint.js`, `${root}dist/acquaint.js`)
  rmSync(draft, { recursive: true, force: true })
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ ifPossible: process.argv.includes('--if-possible') })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
