import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Whether dist/acquaint.js is newer than everything that it is made of; the launcher asks the same of `find`. */
export function isFresh(root: string): boolean {
  const bundle = statSync(join(root, 'dist', 'acquaint.js'), { throwIfNoEntry: false })
  if (!bundle) return false
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
  return [join(root, 'package.json'), ...files].every((file) => statSync(file).mtimeMs <= bundle.mtimeMs)
}
