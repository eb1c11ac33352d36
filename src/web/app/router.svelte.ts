const read = () => ({ path: location.pathname, query: new URLSearchParams(location.search) })
let address = $state.raw(read())

/** Where the user is: the path, and the query. Reactive. */
export const place = {
  get path() {
    return address.path
  },
  get query() {
    return address.query
  },
}

addEventListener('popstate', () => {
  address = read()
})

/** Goes to an address of the app. `replace` leaves no trace in the history, as for a filter in the query. */
export function go(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(history.state, '', to)
  else {
    history.pushState(null, '', to)
    scrollTo(0, 0)
  }
  address = read()
}

/** Back to where the user came from, or to an address where there is no such place. */
export function back(otherwise: string): void {
  if (history.length > 1) history.back()
  else go(otherwise, { replace: true })
}

/** Follows links of the app without loading a page; leaves those with a modifier, a target or another origin alone. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  const link = (event.target as Element).closest?.('a')
  if (
    !link ||
    link.target ||
    'reload' in link.dataset ||
    link.hasAttribute('download') ||
    link.origin !== location.origin
  )
    return
  if (/^\/(api|feeds|healthz)(\/|$)/.test(link.pathname)) return
  event.preventDefault()
  if (link.href !== location.href) go(link.pathname + link.search + link.hash)
}
