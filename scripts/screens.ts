// `npm run screens`: a picture of every screen from the demonstration network, phone and laptop, light and dark, in docs/screens/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from '../tests/browser/chromium.ts'
import { ensureWeb } from '../tests/browser/ensure-web.ts'
import { screens } from '../tests/browser/screens.ts'
import { acquaint, root, serve } from '../tests/e2e/command-line.ts'

/** A Tuesday morning, so that the pictures change only when the screens do. */
const now = '2026-03-03T09:12:00+01:00'
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  laptop: { viewport: { width: 1280, height: 800 } },
} as const

const out = join(root, 'docs', 'screens')
const folder = mkdtempSync(join(tmpdir(), 'acquaint-screens-'))
await ensureWeb()
await acquaint(['--data', folder, '--now', now, 'demo'])
const server = await serve(['--data', folder, '--now', now])
const browser = await launchChromium()
try {
  mkdirSync(out, { recursive: true })
  let link = server.signIn
  for (const [device, size] of Object.entries(sizes)) {
    const context = await browser.newContext({ ...size, timezoneId: 'Europe/Berlin' })
    const page = await context.newPage()
    await page.goto(link)
    await page.getByRole('heading', { level: 1 }).waitFor()
    for (const { name, open } of screens) {
      await open(page, server.url)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.screenshot({ path: join(out, `${name}-${device}-${colorScheme}.png`) })
      }
    }
    const another = `fetch('/session/another', { method: 'POST', headers: { 'x-acquaint': '1' } }).then((r) => r.json())`
    link = `${server.url}/sign-in#${((await page.evaluate(another)) as { token: string }).token}`
    await context.close()
  }
} finally {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
