import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../e2e/command-line.ts'

/** What may be loaded, in bytes of brotli, JS and CSS together (design: "The web app"). */
export const weights = { firstLoad: 60_000, anyScreen: 110_000, font: 70_000 }

const folder = join(root, 'dist', 'web')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const weightOf = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + readFileSync(join(folder, `${file}.br`)).length, 0)

/** What a page of this release loads at once: named by the page itself, and by what those import. */
export function firstLoad(): { files: Set<string>; weight: number } {
  const named = [...read('index.html').matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)]
  const files = withImports(named.map(([, file]) => file!))
  return { files, weight: weightOf(files) }
}

/** The weight of every screen, with the first load. */
export function screens(): Map<string, number> {
  const { files: first } = firstLoad()
  const index = [...first].map(read).join('\n')
  // Each screen is a dynamic import of the first load; its styles have its name.
  const names = [...index.matchAll(/import\(["'`]\.\/([\w.-]+\.js)["'`]\)/g)].map(([, name]) => name!)
  const styles = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'))
  return new Map(
    names.map((screen) => {
      const scripts = withImports([`assets/${screen}`])
      const stems = new Set([...scripts].map((file) => file.replace(/^assets\/(.+)-[\w-]{8}\.js$/, '$1')))
      const own = styles
        .filter((name) => stems.has(name.replace(/-[\w-]{8}\.css$/, '')))
        .map((name) => `assets/${name}`)
      return [screen, weightOf(new Set([...first, ...scripts, ...own]))]
    }),
  )
}

export function fonts(): { files: string[]; weight: number } {
  const files = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.woff2'))
  return {
    files,
    weight: files.reduce((sum, name) => sum + readFileSync(join(folder, 'assets', name)).length, 0),
  }
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
