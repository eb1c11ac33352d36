import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { root } from '../e2e/command-line.ts'
import { ensureWeb } from './ensure-web.ts'

/** In bytes of brotli, JS and CSS together (design: "The web app"). */
const budget = { firstLoad: 60_000, anyScreen: 110_000, font: 70_000 }

const folder = join(root, 'dist', 'web')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const weightOf = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + readFileSync(join(folder, `${file}.br`)).length, 0)

beforeAll(ensureWeb, 120_000)

/** What a page of this release loads at once: named by the page itself, and by what those import. */
function firstLoad(): Set<string> {
  const named = [...read('index.html').matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)]
  return withImports(named.map(([, file]) => file!))
}

function withImports(files: readonly string[]): Set<string> {
  const all = new Set<string>()
  const visit = (file: string) => {
    if (all.has(file)) return
    all.add(file)
    if (!file.endsWith('.js')) return
    for (const [, name] of read(file).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      visit(`assets/${name}`)
  }
  for (const file of files) visit(file)
  return all
}

test('the first load is within its budget', () => {
  const files = firstLoad()
  expect(files.size).toBeGreaterThan(1)
  expect(weightOf(files)).toBeLessThanOrEqual(budget.firstLoad)
})

test('so is every screen, with the first load', () => {
  const first = firstLoad()
  const index = [...first].map(read).join('\n')
  // Each screen is a dynamic import of the first load; its styles have its name.
  const screens = [...index.matchAll(/import\(["'`]\.\/([\w.-]+\.js)["'`]\)/g)].map(([, name]) => name!)
  expect(screens.length).toBeGreaterThan(5)
  const styles = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'))
  for (const screen of screens) {
    const scripts = withImports([`assets/${screen}`])
    const stems = new Set([...scripts].map((file) => file.replace(/^assets\/(.+)-[\w-]{8}\.js$/, '$1')))
    const own = styles
      .filter((name) => stems.has(name.replace(/-[\w-]{8}\.css$/, '')))
      .map((name) => `assets/${name}`)
    expect(weightOf(new Set([...first, ...scripts, ...own])), screen).toBeLessThanOrEqual(budget.anyScreen)
  }
})

test('the serif of letters and headings is light enough', () => {
  const fonts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.woff2'))
  const weight = fonts.reduce((sum, name) => sum + readFileSync(join(folder, 'assets', name)).length, 0)
  expect(fonts).toHaveLength(2)
  expect(weight).toBeLessThanOrEqual(budget.font)
})
