import { untrack } from 'svelte'

/** A key, or two one after the other (`g p`), and what it does. */
export interface Shortcut {
  keys: string
  label: string
  run(): void
}

let known = $state.raw<readonly (readonly Shortcut[])[]>([])

/** Every shortcut that works now, those of the screen first. Reactive. */
export const shortcuts = (): Shortcut[] => [...known].reverse().flat()

/** Shortcuts of a screen or a part of it, as long as it is there. Call it once in a component. */
export function useShortcuts(list: readonly Shortcut[]): void {
  $effect(() => {
    untrack(() => {
      known = [...known, list]
    })
    return () => {
      known = known.filter((one) => one !== list)
    }
  })
}

let before = ''
let beforeAt = 0

/** Hears a key, unless somebody is typing or a dialog is open. */
export function hearKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  const target = event.target as HTMLElement
  if (target.closest('input, textarea, select, [contenteditable], dialog, [popover]')) return
  const sequence = event.timeStamp - beforeAt < 1200 ? `${before} ${event.key}` : event.key
  const found =
    shortcuts().find(({ keys }) => keys === sequence) ?? shortcuts().find(({ keys }) => keys === event.key)
  before = event.key
  beforeAt = event.timeStamp
  if (!found) return
  event.preventDefault()
  before = ''
  found.run()
}
