import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Whether the bundle is newer than every file that it is made of. Takes a few milliseconds. */
export function isFresh(root) {
  const bundle = statSync(join(root, 'dist', 'acquaint.js'), { throwIfNoEntry: false })
  if (!bundle) return false
  const newer = (path) => statSync(path).mtimeMs > bundle.mtimeMs
  const inFolder = (folder) =>
    readdirSync(folder, { withFileTypes: true }).some((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? inFolder(path) : !entry.name.endsWith('.test.ts') && newer(path)
    })
  return !newer(join(root, 'package.json')) && !inFolder(join(root, 'src'))
}
