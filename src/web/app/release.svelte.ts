import { saveDrafts } from './drafts.ts'

const state = $state({ isReady: false })
let waiting: ServiceWorker | undefined
let isTaken = false

/** Whether a new release waits to be taken. Reactive. */
export const release = {
  get isReady() {
    return state.isReady
  },
}

/** Keeps this release on the device, and looks for a new one now and then. */
export async function keepRelease(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    const registration = await navigator.serviceWorker.register('/service-worker.js')
    const look = () => {
      // The very first one waits for nobody.
      if (!registration.waiting || !navigator.serviceWorker.controller) return
      waiting = registration.waiting
      state.isReady = true
    }
    look()
    registration.addEventListener('updatefound', () =>
      registration.installing?.addEventListener('statechange', look),
    )
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (isTaken) location.reload()
    })
    const update = () => registration.update().catch(() => {})
    setInterval(update, 30 * 60_000)
    document.addEventListener('visibilitychange', () => document.hidden || update())
  } catch {
    // Without a service worker everything works but opening without a network.
  }
}

/** Takes the new release: what is being written is saved first, then the page begins anew. */
export async function takeRelease(): Promise<void> {
  await saveDrafts()
  isTaken = true
  waiting?.postMessage('take over')
}
