import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Whether dist/acquaint.js is newer than everything that it is made of; the launcher asks the same of `find`. */
export function isFresh(root: string): boolean {
  const bundle = statSync(join(root, 'dist', 'acquaint.js'), { throwIfNoEntry: false })
  return bundle !== undefined && newestOf(root, ['src', 'package.json']) <= bundle.mtimeMs
}

/** When the newest of these files, and of those in these folders, was changed; tests aside. */
export function newestOf(root: string, places: readonly string[]): number {
  const files = places.flatMap((place) => {
    const path = join(root, place)
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
  })
  return Math.max(...files.map((file) => statSync(file).mtimeMs))
}
