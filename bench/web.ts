import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../tests/browser/chromium.ts'
import { type Serving, serve } from '../tests/e2e/command-line.ts'
import { benchNow } from './network.ts'

/** A network's server, and a browser that is signed in to it. */
export interface Web {
  browser: Browser
  server: Serving
  page: Page
  close(): Promise<void>
}

/** Starts the server on a store's folder, and Chromium on a laptop's window, at the link that signs it in. */
export async function openWeb(folder: string): Promise<Web> {
  const server = await serve(['--data', folder, '--now', new Date(benchNow).toISOString()])
  const browser = await launchChromium()
  // A bare page may run what is measured against; the policy of pages would keep it from that.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true })
  await context.addInitScript(clock)
  const page = await context.newPage()
  return {
    browser,
    server,
    page,
    close: async () => {
      await browser.close()
      await server.stop()
    },
  }
}

/**
 * In the page: the time from an event until what it leads to is painted. `painted` is told at the first frame after the
 * document shows it: the frame is drawn when a message that was sent in its callback arrives.
 */
const clock = `
window.bench = {
  from: 0,
  begin(type) { addEventListener(type, (event) => { bench.from = event.timeStamp }, { capture: true, once: true }) },
  painted(shown) {
    return new Promise((settle) => {
      const look = () => requestAnimationFrame(() => {
        if (!shown()) return look()
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => settle(performance.now() - bench.from)
        port2.postMessage(0)
      })
      look()
    })
  },
  longest: 0,
}
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration)
}).observe({ type: 'longtask' })
`

/** Waits, in the page, until the document shows something after the event of this type that `act` makes; in milliseconds. */
export async function untilPainted(
  page: Page,
  type: string,
  shown: string,
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(
    `bench.from = 0; bench.begin('${type}'); bench.last = bench.painted(() => bench.from && (${shown})); 0`,
  )
  await act()
  return (await page.evaluate('bench.last')) as number
}

/** Signs in, and waits until every row of the server is on the device and the page has come to rest. */
export async function pullAll({ page, server }: Web): Promise<void> {
  await page.goto(server.signIn)
  while (!(await page.evaluate(isPulled))) await page.waitForTimeout(100)
  await page.evaluate('navigator.serviceWorker.ready.then(() => 0)')
}

/** Whether the cursor that is kept on the device stands at the end of a pull. */
const isPulled = `new Promise((settle) => {
  const owner = localStorage.getItem('acquaint.owner')
  if (!owner) return settle(false)
  const asked = indexedDB.open('acquaint-' + owner)
  asked.onupgradeneeded = () => asked.transaction.abort()
  asked.onerror = () => settle(false)
  asked.onsuccess = () => {
    const place = asked.result.transaction('place').objectStore('place').get('place')
    place.onsuccess = () => {
      asked.result.close()
      settle(place.result !== undefined && !('until' in place.result.cursor))
    }
  }
})`

/** Opens the list of everybody, and waits until what is done in idle time is done. */
export async function openPeople({ page, server }: Web): Promise<void> {
  await page.goto(`${server.url}/people`)
  await page.locator('main li a').first().waitFor()
  await page.waitForTimeout(idle)
  await page.evaluate('bench.longest = 0')
}

/** How long a page is left alone before its answers are measured, in milliseconds. */
const idle = 5000

/** The value that so many in a hundred do not exceed. */
export function percentile(values: readonly number[], hundredth: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * hundredth) / 100) - 1)]!
}

/** In a bare page of the same browser: a click, or a key, that changes one word; what the machine itself takes for that. */
export async function barePage(
  { page, server }: Web,
  type: 'click' | 'keydown',
  times: number,
): Promise<number[]> {
  await page.goto(`${server.url}/healthz`)
  await page.evaluate(`document.body.innerHTML = '<button>0</button>';
    document.querySelector('button').focus();
    addEventListener('${type}', () => { document.querySelector('button').textContent++ })`)
  const took: number[] = []
  for (let i = 1; i <= times; i++) {
    const act = () => (type === 'click' ? page.mouse.click(20, 20) : page.keyboard.press('a'))
    took.push(await untilPainted(page, type, `document.querySelector('button').textContent === '${i}'`, act))
  }
  return took
}
