import { go } from '../app/router.svelte.ts'

let waiting: readonly File[] = $state.raw([])

/** Files that were dropped somewhere in the app, until the import takes them. */
export const incoming = {
  get files() {
    return waiting
  },
  /** Brings files to the page of the import. */
  bring(files: Iterable<File>): void {
    waiting = [...files]
    if (waiting.length > 0) go('/import')
  },
  take(): readonly File[] {
    const files = waiting
    waiting = []
    return files
  },
}
