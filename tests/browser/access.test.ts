import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acquaint, freshFolder, type Serving, serve } from '../e2e/command-line.ts'
import { findChromium, launchChromium, withoutChromium } from './chromium.ts'
import { ensureWeb } from './ensure-web.ts'
import { screens } from './screens.ts'

const missing = findChromium() === undefined
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const now = '2026-03-03T09:12:00+01:00'

describe.skipIf(missing)(missing ? withoutChromium : 'nobody is kept out', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof freshFolder>>
  let server: Serving
  let page: Page

  beforeAll(async () => {
    await ensureWeb()
    folder = await freshFolder()
    await acquaint(['--data', folder.path, '--now', now, 'demo'])
    ;[browser, server] = await Promise.all([launchChromium(), serve(['--data', folder.path, '--now', now])])
    // The page's own policy keeps axe out as it would any script.
    page = await (await browser.newContext({ bypassCSP: true })).newPage()
    await page.goto(server.signIn)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  test.each(screens)(
    'axe finds nothing at $name, on a phone and a laptop, light and dark',
    async ({ open }) => {
      const found: string[] = []
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        await open(page, server.url)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await page.evaluate(axe)
          const { violations } = (await page.evaluate('axe.run()')) as { violations: Violation[] }
          for (const { id, nodes } of violations) {
            found.push(
              ...nodes.map(
                ({ html, failureSummary }) => `${width} ${colorScheme} ${id}: ${html} ${failureSummary}`,
              ),
            )
          }
        }
      }
      expect(found).toEqual([])
    },
    60_000,
  )
})

interface Violation {
  id: string
  nodes: { html: string; failureSummary: string }[]
}
