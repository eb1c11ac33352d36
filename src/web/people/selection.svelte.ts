import { SvelteSet } from 'svelte/reactivity'

/** The people that are selected in a list, until it is left: one by one, in a row from the last, or all. */
export function createSelection() {
  let isOn = $state(false)
  let last: string | undefined
  const ids = new SvelteSet<string>()
  return {
    get isOn() {
      return isOn
    },
    ids,
    begin(): void {
      isOn = true
    },
    end(): void {
      isOn = false
      last = undefined
      ids.clear()
    },
    /** Selects somebody or not any more; with `isRange`, everybody in the list from the last one on. */
    toggle(id: string, list: readonly { id: string }[], isRange: boolean): void {
      const isIn = !ids.has(id)
      const from = isRange ? list.findIndex((one) => one.id === last) : -1
      const to = list.findIndex((one) => one.id === id)
      const row = from < 0 ? [{ id }] : list.slice(Math.min(from, to), Math.max(from, to) + 1)
      for (const one of row) {
        if (isIn) ids.add(one.id)
        else ids.delete(one.id)
      }
      last = id
    },
    all(list: readonly { id: string }[]): void {
      for (const { id } of list) ids.add(id)
    },
  }
}

export type Selection = ReturnType<typeof createSelection>
