import { strToU8, zipSync } from 'fflate'

/** The first instant that a ZIP archive can say: the same files give the same archive, whenever it is made. */
const anyTime = new Date(1980, 0, 1)

/** Texts as the files of a ZIP archive, by their paths. */
export function writeZip(files: ReadonlyMap<string, string>): Uint8Array {
  const entries = [...files].map(([path, text]) => [path, strToU8(text.toWellFormed())] as const)
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: anyTime })
}
