const savers = new Set<() => unknown>()
const prefix = 'acquaint.draft.'

/** What was being written under this name, when the page was last closed. */
export const draftOf = (name: string): string => localStorage.getItem(prefix + name) ?? ''

/** Keeps what is being written, on this device, until it is emptied. */
export function keepDraft(name: string, text: string): void {
  if (text === '') localStorage.removeItem(prefix + name)
  else localStorage.setItem(prefix + name, text)
}

/** Saves before a new release is taken: call it with what saves, and call the answer when there is nothing more to save. */
export function beforeRelease(save: () => unknown): () => void {
  savers.add(save)
  return () => savers.delete(save)
}

export async function saveDrafts(): Promise<void> {
  await Promise.all([...savers].map((save) => save()))
}
