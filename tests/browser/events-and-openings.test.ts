import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acquaint, freshFolder, type Serving, serve } from '../e2e/command-line.ts'
import { findChromium, launchChromium, withoutChromium } from './chromium.ts'
import { ensureWeb } from './ensure-web.ts'

const missing = findChromium() === undefined

describe.skipIf(missing)(missing ? withoutChromium : 'events and openings', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof freshFolder>>
  let server: Serving
  let page: Page

  const command = async (...words: string[]) => {
    const { stdout, stderr, code } = await acquaint(['--data', folder.path, '--json', ...words])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout)
  }
  beforeAll(async () => {
    await ensureWeb()
    folder = await freshFolder()
    await command('profile', 'edit', '--name', 'Rosa Lindqvist', '--email', 'rosa@example.org')
    await command('people', 'add', '--name', 'Ada Obi', '--origin', 'direct-contact')
    const anHourAgo = new Date(Date.now() - 3_600_000).toISOString()
    await command(
      'events',
      'add',
      '--name',
      'Careers in nursing',
      '--kind',
      'panel',
      '--starts-at',
      anHourAgo,
    )
    await command('openings', 'add', '--title', 'Ward assistant', '--organization', 'Lakeside Health')
    ;[browser, server] = await Promise.all([launchChromium(), serve(['--data', folder.path])])
    page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    await page.goto(server.signIn)
    await page.getByRole('heading', { level: 1, name: /Rosa/ }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  test('people met at an event are noted on a phone without a signal, and come to the server once (N6)', async () => {
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.goto(`${server.url}/events`)
    await page.getByRole('link', { name: /Careers in nursing/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Careers in nursing' }).waitFor()
    await server.stop()
    for (const [name, organization, note] of [
      ['Ada Obi', '', 'Night shifts'],
      ['Tomás Reyes', 'Northgate, Inc.', 'How wards are planned'],
    ] as const) {
      await page.getByLabel('Whom did you meet?').fill(name)
      await page.getByLabel('Organisation').fill(organization)
      await page.getByLabel('What you talked about').fill(note)
      await page.getByRole('button', { name: 'Note them' }).click()
      await page.getByRole('listitem').filter({ hasText: name }).getByText(note).waitFor()
      await expect.poll(() => page.getByLabel('Whom did you meet?').inputValue()).toBe('')
    }
    await page.getByText(/2 changes are safe here/).waitFor()
    await page.getByRole('button', { name: 'My card' }).click()
    await page.getByRole('img', { name: 'Contact card of Rosa Lindqvist as a QR code' }).waitFor()
    await page.keyboard.press('Escape')
    server = await serve(['--data', folder.path], { port: Number(new URL(server.url).port) })
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    const met = async () => (await command('events', 'show', 'Careers in nursing')).met
    await expect.poll(async () => (await met()).length, { timeout: 15_000 }).toBe(2)
    expect(await met()).toMatchObject([
      { name: 'Ada Obi', note: 'Night shifts' },
      { name: 'Tomás Reyes', organization: 'Northgate, Inc.' },
    ])
    expect((await command('people', 'list')).total).toBe(2)
  }, 60_000)

  test('an opening is moved by keyboard alone, and closing asks what came of it (W6)', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${server.url}/openings`)
    const card = page.getByRole('link', { name: 'Ward assistant' })
    const column = (name: string) => page.getByRole('region', { name }).getByRole('link')
    await card.focus()
    await page.keyboard.press('Shift+ArrowRight')
    await column('Applied').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Ward assistant')
    await page.keyboard.press('Shift+ArrowLeft')
    await column('Considering').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Ward assistant')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Ward assistant' }).waitFor()
    await page.getByRole('button', { name: /How far it has come/ }).click()
    await page.getByRole('menuitemradio', { name: 'Closed' }).click()
    await page.getByRole('button', { name: 'They said no' }).click()
    await page.getByText(/They said no, today/).waitFor()
    await expect
      .poll(async () => (await command('openings', 'show', 'Ward assistant')).outcome, { timeout: 15_000 })
      .toBe('rejected')
  }, 60_000)

  test('what Today asks for an event leads to where it is done (N4)', async () => {
    const soon = new Date(Date.now() + 5 * 86_400_000)
    const day = soon.toISOString().slice(0, 10)
    await command(
      ...['events', 'add', '--name', 'Rivers', '--kind', 'fair', '--starts-at', soon.toISOString()],
      ...['--registration-deadline', day, '--fee', '120', '--student-fee', '35'],
    )
    await page.goto(server.url)
    await page.getByRole('button', { name: 'Registered' }).click()
    await page.getByLabel('Paid').fill('35')
    await page.getByRole('button', { name: 'I am registered' }).last().click()
    await page.getByText('85').waitFor()
    await expect
      .poll(async () => (await command('events', 'show', 'Rivers')).saved, { timeout: 15_000 })
      .toBe(85)
  }, 60_000)
})
