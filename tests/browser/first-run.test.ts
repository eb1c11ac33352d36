import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acquaint, freshFolder, root, type Serving, serve } from '../e2e/command-line.ts'
import { findChromium, launchChromium, withoutChromium } from './chromium.ts'
import { ensureWeb } from './ensure-web.ts'

const missing = findChromium() === undefined
const connections = join(root, 'tests', 'fixtures', 'connections.csv')

describe.skipIf(missing)(missing ? withoutChromium : 'the first run', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof freshFolder>>
  let server: Serving
  let page: Page

  beforeAll(async () => {
    await ensureWeb()
    folder = await freshFolder()
    ;[browser, server] = await Promise.all([launchChromium(), serve(['--data', folder.path])])
    page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    await page.goto(server.signIn)
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
  /** A command on the command line takes a moment where much else is done. */
  const eventually = <Found>(look: () => Promise<Found>) => expect.poll(look, { timeout: 15_000 })
  const choose = (path: string) => page.getByLabel(/Choose files/).setInputFiles(path)

  test('from an empty store a file of LinkedIn comes in, and the first letter is there to be written', async () => {
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
    await page.getByLabel('Your name').fill('Rosa Lindqvist')
    await page.getByLabel(/Which fields/).fill('Community health, Statistics')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: 'Bring your people in' }).waitFor()
    await choose(connections)
    await page.getByText(/people would come in/).waitFor()
    expect((await command('people', 'list')).total).toBe(0)
    await page.getByRole('button', { name: 'Bring them in' }).click()
    await page.getByText(/people came in/).waitFor()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: 'Your first three' }).waitFor()
    await page.getByLabel('Search people').fill('ottoline')
    await page.getByRole('checkbox', { name: /Ottoline Brandvold/ }).check()
    await page.getByRole('button', { name: 'Begin with 1' }).click()
    await page.getByRole('heading', { name: 'Write to Ottoline Brandvold' }).waitFor()
    await page.getByRole('button', { name: 'Write', exact: true }).first().click()
    await page.getByLabel('The letter').waitFor()
    await eventually(async () => (await command('today')).steps).toMatchObject([
      { kind: 'introduce', subject: { name: 'Ottoline Brandvold' } },
    ])
  }, 60_000)

  test('the same file a second time adds nothing, and says so beforehand', async () => {
    const { total } = await command('people', 'list')
    await page.goto(`${server.url}/import`)
    await choose(connections)
    await page.getByText(/are here already/).waitFor()
    await eventually(() => page.getByRole('button', { name: 'Bring them in' }).isDisabled()).toBe(true)
    expect((await command('people', 'list')).total).toBe(total)
  }, 60_000)

  test('a table of any kind: its columns are read as the user says, and one undo takes all of it back', async () => {
    const { total } = await command('people', 'list')
    await page.goto(`${server.url}/import`)
    await page.getByLabel(/Choose files/).setInputFiles({
      name: 'panel.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Name,Company,Desk\nImke Vasquez,Harbour Desk,Night desk\nOttoline Brandvold,,Day desk\n,,\n',
      ),
    })
    await page.getByLabel('What “Desk” holds').selectOption({ label: 'Tags' })
    await page.getByRole('heading', { name: '1 person may be here already' }).waitFor()
    await page.getByRole('radio', { name: 'The same' }).check({ force: true })
    await page.getByText('1 person would come in.').waitFor()
    await page.getByRole('button', { name: 'Bring them in' }).click()
    await page.getByText('1 person came in.').waitFor()
    const { items } = await command('people', 'list', '--tag', 'Day desk')
    expect(items).toMatchObject([{ name: 'Ottoline Brandvold' }])
    expect((await command('people', 'list')).total).toBe(total + 1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText(/Taken back|taken back/).waitFor()
    await eventually(async () => (await command('people', 'list')).total).toBe(total)
  }, 60_000)

  test('several are changed at once, by keyboard, and one undo takes it back', async () => {
    await page.goto(`${server.url}/people`)
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
    await page.keyboard.press('x')
    const boxes = page.getByRole('list', { name: 'People by name' }).getByRole('checkbox')
    await boxes.first().focus()
    await page.keyboard.press('Space')
    await boxes.nth(2).click({ modifiers: ['Shift'] })
    await page.getByText('3 people', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Change those selected' }).click()
    await page.getByRole('menuitem', { name: 'Add a tag' }).click()
    await page.getByLabel('For 3 people').fill('panel')
    await page.keyboard.press('Enter')
    await eventually(async () => (await command('people', 'list', '--tag', 'panel')).total).toBe(3)
    await page.getByRole('button', { name: 'Undo' }).click()
    await eventually(async () => (await command('people', 'list', '--tag', 'panel')).total).toBe(0)
  }, 60_000)

  test('two entries are made one, fact by fact, and taken apart again', async () => {
    await command('people', 'add', '--name', 'Nadia Haddad', '--origin', 'direct-contact', '--role', 'Nurse')
    await command(
      'people',
      'add',
      '--name',
      'Nadia Haddad',
      '--origin',
      'direct-contact',
      '--role',
      'Head nurse',
    )
    const { total } = await command('people', 'list')
    await page.goto(`${server.url}/people/duplicates`)
    await page.getByRole('columnheader', { name: 'Nadia Haddad' }).first().waitFor()
    await page.getByRole('radio', { name: 'Role: Head nurse' }).check()
    await page.getByRole('button', { name: 'Make them one' }).click()
    await eventually(
      async () => (await command('people', 'list', '--search', 'nadia haddad')).items,
    ).toMatchObject([{ name: 'Nadia Haddad', role: 'Head nurse' }])
    await page.getByRole('button', { name: 'Undo' }).click()
    await eventually(async () => (await command('people', 'list')).total).toBe(total)
    await page.getByRole('button', { name: 'Not the same' }).click()
    await page.getByText('Noted that Nadia Haddad and Nadia Haddad are two people').waitFor()
    await eventually(async () => (await command('people', 'duplicates')).total).toBe(0)
  }, 60_000)

  test('the method is changed by a value, and erasing asks for a word', async () => {
    await page.goto(`${server.url}/me/method`)
    await page.getByRole('spinbutton', { name: 'Wait for a reply' }).fill('10')
    await page.keyboard.press('Tab')
    await eventually(async () => (await command('policy', 'show')).values.replyWaitDays).toBe(10)
    await page.goto(`${server.url}/me/data`)
    await page.getByRole('button', { name: 'Erase everything' }).click()
    const dialog = page.getByRole('dialog', { name: 'Erase everything?' })
    const erase = dialog.getByRole('button', { name: 'Erase everything' })
    expect(await erase.isDisabled()).toBe(true)
    await dialog.getByLabel(/Type/).fill('erase')
    await erase.click()
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
    expect((await command('people', 'list')).total).toBe(0)
  }, 60_000)

  test('the sample is filled in to look around, and removed in one go', async () => {
    await page.getByRole('button', { name: 'Look around' }).click()
    await page.getByText('the network of an invented student').waitFor()
    await page.getByRole('button', { name: 'Remove the sample' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the sample' }).click()
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
    expect((await command('people', 'list')).total).toBe(0)
  }, 60_000)
})
