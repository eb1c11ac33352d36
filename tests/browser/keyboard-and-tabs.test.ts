import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acquaint, freshFolder, root, type Serving, serve } from '../e2e/command-line.ts'
import { findChromium, launchChromium, withoutChromium } from './chromium.ts'
import { ensureWeb } from './ensure-web.ts'

const missing = findChromium() === undefined

describe.skipIf(missing)(missing ? withoutChromium : 'a laptop', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof freshFolder>>
  let server: Serving
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    await ensureWeb()
    folder = await freshFolder()
    ;[browser, server] = await Promise.all([launchChromium(), serve(['--data', folder.path])])
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    page = await context.newPage()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })
  const people = async () => {
    const { stdout } = await acquaint(['--data', folder.path, '--json', 'people', 'list'])
    return JSON.parse(stdout)
  }

  test('by keyboard alone: who you are, somebody new, found again, and a fact about them', async () => {
    await page.goto(server.signIn)
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
    await tabTo(page, 'Your name')
    await page.keyboard.type('Rosa Lindqvist')
    await page.keyboard.press('Enter')
    for (const heading of ['Bring your people in', /three/i]) {
      await page.getByRole('heading', { name: heading }).waitFor()
      await tabTo(page, 'Later')
      await page.keyboard.press('Enter')
    }
    await page.getByRole('heading', { name: /Rosa/ }).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('Nadia Haddad')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Write to Nadia Haddad' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('nad')
    await page.getByRole('option', { name: 'Nadia Haddad' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Nadia Haddad' }).waitFor()
    await tabTo(page, 'Add: Role')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Nurse')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await people()).items[0]?.role, { timeout: 15_000 }).toBe('Nurse')
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('nurse')
    await page.getByRole('link', { name: /Nadia Haddad/ }).waitFor()
  }, 60_000)

  test('of two tabs one speaks with the server, and both show what either does', async () => {
    const other = await context.newPage()
    await other.goto(`${server.url}/people`)
    await other.getByText('Nadia Haddad').waitFor()
    const asked = { page: 0, other: 0 }
    page.on('request', (request) => request.url().endsWith('/sync') && asked.page++)
    other.on('request', (request) => request.url().endsWith('/sync') && asked.other++)
    await page.goto(`${server.url}/people`)
    await page.getByText('Nadia Haddad').waitFor()
    for (const [tab, shown, name] of [
      [page, other, 'Ada Obi'],
      [other, page, 'Bela Kun'],
    ] as const) {
      await tab.bringToFront()
      await tab.keyboard.press('n')
      await tab.getByRole('dialog').waitFor()
      await tab.keyboard.type(name)
      await tab.keyboard.press('Enter')
      await tab.getByRole('link', { name }).waitFor()
      await shown.getByRole('link', { name }).waitFor()
    }
    await expect.poll(async () => (await people()).total, { timeout: 15_000 }).toBe(3)
    expect(Math.min(asked.page, asked.other)).toBe(0)
    // The one that spoke goes; the other takes over.
    await (asked.page > 0 ? page : other).close()
    page = asked.page > 0 ? other : page
    await acquaint([
      '--data',
      folder.path,
      'people',
      'add',
      '--name',
      'Cleo Diaz',
      '--origin',
      'direct-contact',
    ])
    await page.getByRole('link', { name: 'Cleo Diaz' }).waitFor({ timeout: 15_000 })
  }, 90_000)

  test('a new release is offered, and taking it keeps what is being written', async () => {
    const worker = join(root, 'dist', 'web', 'service-worker.js')
    const [before, packed] = [readFileSync(worker), readFileSync(`${worker}.br`)]
    await page.evaluate('navigator.serviceWorker.ready.then(() => 0)')
    await page.reload()
    await page.getByRole('link', { name: 'Ada Obi' }).waitFor()
    try {
      rmSync(`${worker}.br`)
      writeFileSync(worker, `${before}\n// Another release.\n`)
      await page.keyboard.press('n')
      await page.getByLabel('Name', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'More to say' }).click()
      await page.getByLabel('Notes').fill('Met at the river walk')
      await page.evaluate(
        'navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => 0)',
      )
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /A new release is ready/ }).click()
      await page.waitForEvent('load')
      await page.getByRole('link', { name: 'Ada Obi' }).waitFor()
      await page.keyboard.press('n')
      await page.getByRole('button', { name: 'More to say' }).click()
      await expect.poll(() => page.getByLabel('Notes').inputValue()).toBe('Met at the river walk')
    } finally {
      writeFileSync(worker, before)
      writeFileSync(`${worker}.br`, packed)
    }
  }, 60_000)
})

/** Presses Tab until the field or button of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = `(() => {
    const one = document.activeElement
    return one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent.trim() ?? one.textContent.trim()
  })()`
  for (let i = 0; i < 60; i++) {
    if (((await page.evaluate(focused)) as string).startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}
