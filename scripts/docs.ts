// `npm run docs`: writes the pages that are made from the code. A test fails when one of them is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lettersPage } from './docs/letters.ts'
import { methodPage } from './docs/method.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Each page by its path from the root, and what it says now. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/letters.md': lettersPage,
  'docs/method.md': () => methodPage(root),
}

/** The pages that do not say what the code says. */
export const stalePages = (): string[] =>
  Object.entries(pages).flatMap(([path, render]) => (read(path) === render() ? [] : [path]))

function read(path: string): string | undefined {
  try {
    return readFileSync(`${root}${path}`, 'utf8')
  } catch {
    return undefined
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, render] of Object.entries(pages)) writeFileSync(`${root}${path}`, render())
}
