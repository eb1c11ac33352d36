import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The machine's own Chromium: the one named by ACQUAINT_CHROMIUM, in the path, or where systems put it. */
export function findChromium(): string | undefined {
  const named = process.env.ACQUAINT_CHROMIUM
  const inPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...(named ? [named] : []), ...inPath, ...elsewhere].find((path) => existsSync(path))
}

/** What is said where there is none. */
export const withoutChromium =
  'There is no Chromium here. Install it (on Debian: apt-get install chromium), or name one with ACQUAINT_CHROMIUM.'

/** Starts the machine's Chromium, which asks nobody anything. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(withoutChromium)
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
