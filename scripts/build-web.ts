// Bundles the web app to dist/web/, with every text compressed by brotli beside it.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { newestOf } from './freshness.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const out = join(root, 'dist', 'web')

/** How steps follow from records: loaded by the first command. */
const steps = /src\/core\/(method\/(derive[\w-]*|next-steps|history|decided)|\w+\/[\w-]*-steps)\.ts$/

/** Tables, and what puts inputs into the words of operations: at the first load, without what else uses them. */
const wire =
  /src\/core\/(events\/amount|people\/named-person|promises\/promise|kernel\/fold|organizations\/organization|research\/research-note)\.ts$/

/** Whether dist/web is newer than everything that it is made of. */
export function webIsFresh(): boolean {
  const page = statSync(join(out, 'index.html'), { throwIfNoEntry: false })
  const sources = ['src/web', 'src/core', 'package.json', 'scripts/build-web.ts']
  return page !== undefined && newestOf(root, sources) <= page.mtimeMs
}

/** Makes dist/web. Says whether it could: the bundler is only there for whoever develops. */
export async function buildWeb(): Promise<boolean> {
  const tools = await Promise.all([import('vite'), import('@sveltejs/vite-plugin-svelte')]).catch(
    () => undefined,
  )
  if (!tools) return false
  const [{ build }, { svelte }] = tools
  const draft = join(root, 'dist', '.next-web')
  // Whatever runs this, tests too: what is built, measured and served is one and the same.
  process.env.NODE_ENV = 'production'
  rmSync(draft, { recursive: true, force: true })
  await build({
    configFile: false,
    root: join(root, 'src', 'web'),
    publicDir: join(root, 'src', 'web', 'public'),
    logLevel: 'warn',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), precache()],
    resolve: {
      alias: [{ find: /^temporal-polyfill$/, replacement: join(root, 'src', 'web', 'app', 'temporal.ts') }],
    },
    build: {
      outDir: draft,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: {
        polyfill: false,
        // A screen's scripts name each other; lists of them would weigh more in the first load than they save.
        resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')),
      },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        // core only declares: what is not used of it need not be loaded.
        treeshake: { moduleSideEffects: [{ test: /src\/core\//, sideEffects: false }] },
        input: {
          index: join(root, 'src', 'web', 'index.html'),
          'service-worker': join(root, 'src', 'web', 'service-worker.ts'),
        },
        output: {
          // What only commands need is a chunk of its own, or it would come with the tables at the first load.
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: 'steps', test: steps },
              { name: 'wire', test: wire },
            ],
          },
          entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        },
      },
    },
  })
  compress(draft)
  putInPlace(draft)
  return true
}

/** Tells the service worker which files belong to the release. */
function precache(): import('vite').Plugin {
  return {
    name: 'precache',
    enforce: 'post',
    generateBundle: (_, bundle) => {
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'))
      const worker = bundle['service-worker.js']
      if (worker?.type !== 'chunk') throw new Error('There is no service worker to tell')
      const list = ['/', ...files.map((name) => `/${name}`).sort(), '/manifest.webmanifest', '/icon.svg']
      worker.code = worker.code.replace(/["'`]__FILES__["'`]/, JSON.stringify(JSON.stringify(list)))
    },
  }
}

function compress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|svg|webmanifest)$/.test(name)) continue
    const file = join(folder, name)
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }))
  }
}

/** Moves the new files in, the page last. Old assets stay for an hour: a page that is open may still load them. */
function putInPlace(draft: string): void {
  const assets = join(out, 'assets')
  mkdirSync(assets, { recursive: true })
  const fresh = readdirSync(join(draft, 'assets'))
  for (const name of fresh) renameSync(join(draft, 'assets', name), join(assets, name))
  const rest = readdirSync(draft).filter((name) => name !== 'assets')
  for (const name of rest.sort((a, b) => Number(a.startsWith('index')) - Number(b.startsWith('index')))) {
    renameSync(join(draft, name), join(out, name))
  }
  const hourAgo = Date.now() - 3_600_000
  for (const name of readdirSync(assets)) {
    if (!fresh.includes(basename(name)) && statSync(join(assets, name)).mtimeMs < hourAgo)
      rmSync(join(assets, name))
  }
  rmSync(draft, { recursive: true, force: true })
}

/** Whether there is any build at all. */
export const webIsBuilt = (): boolean => existsSync(join(out, 'index.html'))
