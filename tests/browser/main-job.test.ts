import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acquaint, freshFolder, type Serving, serve } from '../e2e/command-line.ts'
import { findChromium, launchChromium, withoutChromium } from './chromium.ts'
import { ensureWeb } from './ensure-web.ts'

const missing = findChromium() === undefined

describe.skipIf(missing)(missing ? withoutChromium : 'the web app', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof freshFolder>>
  let server: Serving
  let page: Page

  beforeAll(async () => {
    await ensureWeb()
    folder = await freshFolder()
    ;[browser, server] = await Promise.all([launchChromium(), serve(['--data', folder.path])])
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
  // A server that is gone is the same to a browser as a line that is, and reaches service workers too.
  const lineBreaks = () => server.stop()
  const lineIsBack = async () => {
    server = await serve(['--data', folder.path], { port: Number(new URL(server.url).port) })
    await page.evaluate(`dispatchEvent(new Event('online'))`)
  }
  const newPage = async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    return context.newPage()
  }

  test('asks a stranger for the link, and lets nobody in without it', async () => {
    const stranger = await newPage()
    await stranger.goto(`${server.url}/people`)
    await stranger.getByRole('button', { name: 'Show me a new link' }).waitFor()
    await stranger.goto(`${server.url}/sign-in#not-the-secret`)
    await stranger.getByRole('alert').waitFor()
    await stranger.context().close()
  })

  test('signs in by the link, once, and begins with who you are', async () => {
    page = await newPage()
    await page.goto(server.signIn)
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
    expect(new URL(page.url()).hash).toBe('')
    await page.getByLabel('Your name').fill('Rosa Lindqvist')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: 'Bring your people in' }).waitFor()
    await page.getByRole('button', { name: 'Later' }).click()
    await page.getByRole('button', { name: 'Later' }).click()
    await page.getByRole('heading', { name: /Rosa/ }).waitFor()
    const again = await newPage()
    await again.goto(server.signIn)
    await again.getByRole('alert').waitFor()
    await again.context().close()
  })

  test('somebody added is in Today at once, and on the server', async () => {
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByLabel('Name', { exact: true }).fill('Nadia Haddad')
    await page.getByLabel('Organisation').fill('Lakeside Health')
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('heading', { name: 'Write to Nadia Haddad' }).waitFor()
    await expect.poll(async () => (await command('people', 'list')).total).toBe(1)
    const [step] = (await command('today')).steps
    expect(step).toMatchObject({ kind: 'introduce', subject: { name: 'Nadia Haddad' } })
  })

  test('a command on the command line appears within a second', async () => {
    await command('people', 'add', '--name', 'Søren van der Berg', '--origin', 'direct-contact', '--chosen')
    await page.getByRole('heading', { name: 'Write to Søren van der Berg' }).waitFor({ timeout: 2000 })
  })

  test('what was done is taken back by the toast', async () => {
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByLabel('Name', { exact: true }).fill('A Slip')
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back.').waitFor()
    await expect.poll(async () => (await command('people', 'list')).total).toBe(2)
  })

  test('without a line people are added, the app opens at a deep link, and nothing is lost or doubled', async () => {
    // The service worker has everything once it is active.
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.reload()
    await page.getByRole('heading', { name: /Rosa/ }).waitFor()
    const context = page.context()
    await lineBreaks()
    for (const name of ['First Offline', 'Second Offline', 'Third Offline']) {
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
      await page.getByRole('heading', { name: `Write to ${name}` }).waitFor()
    }
    await page.getByText(/3 changes are safe here/).waitFor()
    // The page is closed, and opened again without a line.
    await page.close()
    page = await context.newPage()
    await page.goto(`${server.url}/people`)
    await page.getByText('Third Offline').waitFor()
    expect((await command('people', 'list')).total).toBe(2)
    await lineIsBack()
    await expect.poll(async () => (await command('people', 'list')).total, { timeout: 15_000 }).toBe(5)
    await page.reload()
    await page.getByText('First Offline').waitFor()
    expect(await page.getByRole('listitem').filter({ hasText: 'Offline' }).count()).toBe(3)
    expect((await command('people', 'list')).total).toBe(5)
  }, 60_000)

  test('a command that the server refuses is kept, with its sentence and what to do', async () => {
    const { items } = await command('people', 'list', '--search', 'first offline')
    await page.goto(`${server.url}/people/${items[0].id}`)
    await page.getByRole('heading', { name: 'First Offline', exact: true }).waitFor()
    await lineBreaks()
    await command('people', 'remove', 'First Offline')
    await page.getByRole('button', { name: 'Add: Role' }).click()
    await page.getByLabel('Role', { exact: true }).fill('Nurse')
    await page.keyboard.press('Enter')
    await page.getByText(/One change is safe here/).waitFor()
    await lineIsBack()
    await page.getByRole('button', { name: /One change was not taken/ }).click()
    await page.getByText(/There is no person/).waitFor()
    await page.getByRole('button', { name: 'Drop it' }).click()
    await page.getByText('Everything is sent.').waitFor()
  }, 60_000)

  test('signing out wipes the device', async () => {
    await page.goto(`${server.url}/me/device`)
    await page.getByRole('button', { name: 'Sign out here' }).click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Show me a new link' }).waitFor()
    expect(await page.evaluate('indexedDB.databases().then((all) => all.map(({ name }) => name))')).toEqual(
      [],
    )
    expect(
      await page.evaluate(`fetch('/session', { headers: { 'x-acquaint': '1' } }).then((r) => r.status)`),
    ).toBe(401)
  })
})
