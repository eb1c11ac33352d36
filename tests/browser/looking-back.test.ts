import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acquaint, freshFolder, type Serving, serve } from '../e2e/command-line.ts'
import { findChromium, launchChromium, withoutChromium } from './chromium.ts'
import { ensureWeb } from './ensure-web.ts'

const missing = findChromium() === undefined
const now = '2026-03-03T09:12:00+01:00'

describe.skipIf(missing)(missing ? withoutChromium : 'looking back on the demonstration', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof freshFolder>>
  let server: Serving
  let page: Page

  const command = async (...words: string[]) => {
    const { stdout, code } = await acquaint(['--data', folder.path, '--now', now, '--json', ...words])
    expect(code).toBe(0)
    return JSON.parse(stdout)
  }
  beforeAll(async () => {
    await ensureWeb()
    folder = await freshFolder()
    await acquaint(['--data', folder.path, '--now', now, 'demo'])
    ;[browser, server] = await Promise.all([launchChromium(), serve(['--data', folder.path, '--now', now])])
    page = await (await browser.newContext()).newPage()
    await page.goto(server.signIn)
    await page.getByRole('heading', { level: 1, name: /Good/ }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  test('insights say what the command line says, in sentences and in the tables behind the drawings', async () => {
    const { funnel, weeks } = await command('insights')
    await page.goto(`${server.url}/insights`)
    const { approached, replied, met } = funnel
    await page
      .getByText(`You wrote to ${approached.count} people; ${replied.count} answered; you met ${met.count}.`)
      .waitFor()
    await page.getByText('As a table').first().click()
    const table = page.getByRole('table', { name: 'How far people came' })
    await table.getByRole('row', { name: `Met ${met.count} ${met.of}` }).waitFor()
    await page.getByRole('img', { name: /^You were active in/ }).waitFor()
    await page.getByText('As a table').nth(4).click()
    const byWeek = page.getByRole('table', { name: 'Week by week' })
    expect(await byWeek.getByRole('row').count()).toBe(weeks.length + 1)
  })

  test('the log has every line, is searched, and is taken along as a table (F3)', async () => {
    const lines = await command('log')
    await page.goto(`${server.url}/log`)
    await page.getByText(`${lines.length} lines`).waitFor()
    const found = await command('log', '--search', 'thanked')
    await page.getByLabel('Search the log').fill('thanked')
    await page.getByText(`${found.length} lines`).waitFor()
    await page.getByRole('button', { name: 'Take it along' }).click()
    const waiting = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'As a table (CSV)' }).click()
    const file = readFileSync(await (await waiting).path(), 'utf8')
    expect(file.trim().split('\r\n').length).toBeGreaterThan(found.length)
    expect(file).toMatch(/^\uFEFF?Date,Person,Kind,Outcome,Notes/)
  })

  test('the shortest way to an organisation is said, and the list has everybody who is drawn (N2)', async () => {
    const { chain } = await command('referrals', 'chain', '--to-organization', 'Hollowell County')
    const { nodes } = await command('referrals', 'graph')
    await page.goto(`${server.url}/referrals`)
    await page.getByLabel(/shortest way/).fill('Hollowell County')
    const way = page.getByRole('list', { name: /shortest way/ })
    expect(await way.getByRole('link').allTextContents()).toEqual(
      chain.map(({ name }: { name: string }) => name),
    )
    const tree = page.getByRole('main').locator('.tree')
    for (const { name } of nodes) await tree.getByRole('link', { name, exact: true }).first().waitFor()
  })

  test('somebody who may be asked is written to about the opening (W5)', async () => {
    await page.goto(`${server.url}/openings`)
    await page.getByRole('link', { name: 'Summer assistant, catchment planning' }).click()
    await page.getByRole('button', { name: 'Ask for a word' }).click()
    await page.waitForURL(/letters/)
    await expect
      .poll(async () => (await page.getByLabel('The letter').inputValue()).replaceAll('\n', ' '))
      .toContain('Summer assistant, catchment planning')
  })

  test('a note about a field is kept with its source (P1)', async () => {
    await page.goto(`${server.url}/fields`)
    await page.getByRole('link', { name: 'public health' }).click()
    await page.getByRole('button', { name: 'Note what you found out' }).click()
    await page.getByLabel('In your words').fill('The county plans two clinics')
    await page.getByLabel('Where it stands').fill('https://example.org/plan')
    await page.getByRole('radio', { name: 'Courses' }).check({ force: true })
    await page.getByRole('button', { name: 'Note it' }).click()
    await page.getByText('The county plans two clinics').first().waitFor()
    await expect
      .poll(async () => (await command('research', 'list', '--about', 'field:public health'))[0], {
        timeout: 15_000,
      })
      .toMatchObject({ text: 'The county plans two clinics', url: 'https://example.org/plan' })
  })
})
