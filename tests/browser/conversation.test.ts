import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acquaint, freshFolder, type Serving, serve } from '../e2e/command-line.ts'
import { findChromium, launchChromium, withoutChromium } from './chromium.ts'
import { ensureWeb } from './ensure-web.ts'

const missing = findChromium() === undefined
const hour = 3_600_000

describe.skipIf(missing)(missing ? withoutChromium : 'a conversation, on a phone', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof freshFolder>>
  let server: Serving
  let page: Page
  let talk: string

  beforeAll(async () => {
    await ensureWeb()
    folder = await freshFolder()
    await command('profile', 'edit', '--name', 'Rosa Lindqvist', '--major', 'biology')
    const whom = ['--name', 'Nadia Haddad', '--origin', 'direct-contact', '--chosen']
    await command('people', 'add', ...whom, '--organization', 'Lakeside Health')
    ;[browser, server] = await Promise.all([launchChromium(), serve(['--data', folder.path])])
    page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    await page.goto(server.signIn)
    await page.getByRole('heading', { name: /Rosa/ }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })
  const command = async (...words: string[]) => {
    const { stdout, stderr, code } = await acquaint(['--data', folder.path, '--json', ...words])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout)
  }
  const shown = () => command('conversations', 'show', talk)
  const texts = async () => (await shown()).questions.map(({ text }: { text: string }) => text)

  test('is arranged from the person, with hour, place and when to leave (O5, C2)', async () => {
    await page.goto(`${server.url}/people?search=nadia`)
    await page.getByRole('link', { name: /Nadia Haddad/ }).click()
    await page.getByRole('button', { name: 'More about Nadia Haddad' }).click()
    await page.getByRole('menuitem', { name: 'Arrange a conversation' }).click()
    const soon = await page.evaluate(
      `(() => { const at = new Date(Date.now() + ${30 * hour}); at.setMinutes(at.getMinutes() - at.getTimezoneOffset()); return at.toISOString().slice(0, 16) })()`,
    )
    await page.getByLabel('When', { exact: true }).fill(soon as string)
    await page.getByLabel('Where', { exact: true }).fill('Main desk')
    await page.getByLabel('Minutes on the way').fill('25')
    await page.getByRole('button', { name: 'Arrange it' }).click()
    await page.waitForURL(/conversations\/[0-9a-f-]{36}$/)
    talk = new URL(page.url()).pathname.split('/').at(-1)!
    await page.getByText('Leave by').waitFor()
    await expect
      .poll(async () => (await command('conversations', 'list')).length, { timeout: 10_000 })
      .toBe(1)
    expect(await shown()).toMatchObject({ minutes: 30, place: 'Main desk', travelMinutes: 25 })
  })

  test('is prepared: aims, questions picked, starred, moved by keyboard, one of your own judged (P2-P4)', async () => {
    await page.getByRole('link', { name: 'Prepare' }).click()
    await page.getByRole('textbox', { name: 'You want to know' }).fill('What a first year is like')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Pick questions for me' }).click()
    await page.getByRole('heading', { name: 'Questions, 12' }).waitFor()
    const own = page.getByLabel('A question of your own')
    await own.fill('Do you like your work?')
    await page.getByText('A yes or a no would answer this.').waitFor()
    await own.fill('What would you show me first?')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Questions, 13' }).waitFor()
    await page.getByRole('button', { name: 'Must ask: What would you show me first?' }).click()
    await page
      .getByRole('button', { name: 'Must ask: What would you show me first?', pressed: true })
      .waitFor()
    await page.getByRole('button', { name: 'Move: What would you show me first?' }).focus()
    await page.keyboard.press('Home')
    await page.getByText('What would you show me first?: now number 1 of 13').waitFor({ state: 'attached' })
    await expect
      .poll(async () => (await texts())[0], { timeout: 10_000 })
      .toBe('What would you show me first?')
    expect((await shown()).aims).toEqual(['What a first year is like'])
  })

  test('a question is dragged to its place (P3)', async () => {
    const before = await texts()
    const last = page.getByRole('button', { name: `Move: ${before.at(-1)}` })
    const above = page.getByRole('button', { name: `Move: ${before.at(-2)}` })
    await last.scrollIntoViewIfNeeded()
    const [from, to] = [(await last.boundingBox())!, (await above.boundingBox())!]
    await page.mouse.move(from.x + 10, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 10, to.y + 10, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await texts()).at(-2), { timeout: 10_000 }).toBe(before.at(-1))
  })

  test('its brief prints on one page', async () => {
    await page.getByRole('link', { name: 'The page to take along' }).click()
    await page.getByRole('heading', { name: 'Talk with Nadia Haddad' }).waitFor()
    await page.getByText('What would you show me first?').waitFor()
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    }
  })

  test('is confirmed by a line with day, time and zone (X2)', async () => {
    await page.goto(`${server.url}/conversations/${talk}?confirm`)
    const line = await page.getByLabel('The line to send').inputValue()
    expect(line).toMatch(/Dear Nadia Haddad,[\s\S]*\(.+\), at this place: Main desk\.[\s\S]*Rosa Lindqvist/)
    await page.getByRole('button', { name: 'I have sent it' }).click()
    await expect.poll(async () => (await shown()).confirmedAt, { timeout: 10_000 }).not.toBeNull()
  })

  test('without a line, notes and ticks survive the closing of the page, and reach the server later (C5, C6)', async () => {
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.goto(`${server.url}/conversations/${talk}/meet`)
    await page.getByRole('button', { name: 'Begin 30 min' }).waitFor()
    const context = page.context()
    await server.stop()
    await page.getByRole('button', { name: 'Begin 30 min' }).click()
    await page.getByRole('timer').filter({ hasText: /left/ }).waitFor()
    await page.getByRole('checkbox', { name: /What would you show me first/ }).check()
    await page.getByRole('textbox', { name: 'Notes' }).fill('On call every sixth week')
    await page.getByText('Kept on this device.').waitFor()
    // The battery dies: nothing of the page is told that it ends.
    const session = await context.newCDPSession(page)
    const crash = page.waitForEvent('crash')
    session.send('Page.crash').catch(() => {})
    await crash
    page = await context.newPage()
    await page.goto(`${server.url}/conversations/${talk}/meet`)
    expect(await page.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('On call every sixth week')
    expect(await page.getByRole('checkbox', { name: /What would you show me first/ }).isChecked()).toBe(true)
    await page.getByRole('timer').filter({ hasText: /left/ }).waitFor()
    await page.getByLabel('Whom else should I talk with?').fill('Tomás Reyes, planner, City of Evanston')
    await page.keyboard.press('Enter')
    await page.getByText('Tomás Reyes, planner, City of Evanston').waitFor()
    await page.getByText('Yes', { exact: true }).click()
    await page.getByRole('button', { name: 'Close the conversation' }).click()
    await page.waitForURL(/\/after$/)
    server = await serve(['--data', folder.path], { port: Number(new URL(server.url).port) })
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await expect.poll(shown, { timeout: 15_000 }).toMatchObject({
      notes: 'On call every sixth week',
      namesHeard: ['Tomás Reyes, planner, City of Evanston'],
      stayInTouch: 'yes',
    })
    const asked = (await shown()).questions.filter((one: { asked?: boolean }) => one.asked)
    expect(asked.map(({ text }: { text: string }) => text)).toEqual(['What would you show me first?'])
  }, 60_000)
})
