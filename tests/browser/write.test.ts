import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acquaint, freshFolder, type Serving, serve } from '../e2e/command-line.ts'
import { findChromium, launchChromium, withoutChromium } from './chromium.ts'
import { ensureWeb } from './ensure-web.ts'

const missing = findChromium() === undefined

describe.skipIf(missing)(missing ? withoutChromium : 'writing', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof freshFolder>>
  let server: Serving
  let page: Page

  beforeAll(async () => {
    await ensureWeb()
    folder = await freshFolder()
    ;[browser, server] = await Promise.all([launchChromium(), serve(['--data', folder.path])])
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    await page.goto(server.signIn)
    await page.getByLabel('Your name').fill('Rosa Lindqvist')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Bring your people in' }).waitFor()
    await page.getByRole('button', { name: 'Later' }).click()
    await page.getByRole('button', { name: 'Later' }).click()
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
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve())
  /** Goes on by Tab until the control of that name has the focus. */
  const tabTo = async (name: RegExp) => {
    for (let i = 0; i < 80; i++) {
      const at = (await page.evaluate(
        `document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? ''`,
      )) as string
      if (name.test(at)) return
      await press('Tab')
    }
    throw new Error(`Nothing called ${name} is reached by Tab.`)
  }
  const letter = () => page.getByRole('textbox', { name: 'The letter' })
  const selected = () =>
    page.evaluate(
      `(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.activeElement)`,
    )

  test('by keyboard alone: somebody is added, written to, the letter mended, and marked as sent', async () => {
    await press('n')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('Nadia Haddad')
    await press('Enter')
    await page.getByRole('heading', { name: 'Write to Nadia Haddad' }).waitFor()
    await tabTo(/^Write$/)
    await press('Enter')
    await letter().waitFor()
    await page.getByText(/blanks to fill in/).waitFor()
    await tabTo(/^The letter$/)
    // Tab goes from blank to blank; each is filled in by typing over it.
    for (let i = 0; i < 12 && /\[[^\]]+\]/.test(await letter().inputValue()); i++) {
      if (!/^\[/.test((await selected()) as string)) await press('Control+Home', 'Tab')
      await page.keyboard.type('water engineering')
    }
    expect(await letter().inputValue()).not.toMatch(/[[\]]/)
    // A request for a job is found while it is typed; choosing the finding selects the words.
    await press('Control+End')
    await page.keyboard.type('\n\nCould you get me a job?')
    await page.getByText('To mend').first().waitFor()
    for (let i = 0; i < 12 && !/job/.test((await selected()) as string); i++) await press('F8')
    expect(await selected()).toMatch(/job/)
    await press('Control+End')
    for (const _ of '\n\nCould you get me a job?') await press('Backspace')
    await expect
      .poll(() => page.getByRole('listitem').filter({ hasText: 'To mend' }).allInnerTexts(), {
        timeout: 10_000,
      })
      .toEqual([])
    await tabTo(/^I have sent it$/)
    await press('Enter')
    await page.getByText(/If there is no reply by .*, Today will ask for one follow-up\./).waitFor()
    await expect.poll(async () => (await command('approaches', 'list'))[0]?.status).toBe('waiting')
    const [sent] = await command('letters', 'list', '--person', 'Nadia Haddad')
    expect(sent).toMatchObject({ status: 'sent', kind: 'request' })
    expect(sent.body).toContain('water engineering')
  }, 60_000)

  test('what they answered is recorded from the person, and a no names others to write to', async () => {
    await command('people', 'add', '--name', 'Søren van der Berg', '--origin', 'direct-contact')
    await page.getByRole('link', { name: 'Nadia Haddad', exact: true }).click()
    await page.getByRole('link', { name: 'They answered' }).click()
    await page.getByRole('heading', { name: /What did Nadia Haddad answer/ }).waitFor()
    await page.getByText('No', { exact: true }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('heading', { name: 'Others to try' }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'Søren' }).getByRole('link', { name: 'Write' }).click()
    await page.getByRole('heading', { name: 'A request to Søren van der Berg' }).waitFor()
  })

  test('after a talk one form keeps all of it, and the thanks name it; without a line too', async () => {
    const at = new Date(Date.now() - 3_600_000).toISOString()
    const talk = ['conversations', 'arrange', '--person', 'Nadia Haddad', '--at', at, '--minutes', '30']
    const { id } = await command(...talk, '--mode', 'video')
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.goto(server.url)
    await page.getByRole('heading', { name: 'Write down what Nadia Haddad said' }).waitFor()
    await server.stop()
    await page.getByRole('button', { name: 'Record' }).click()
    await page.getByLabel('What was most valuable to you?').fill('how she found her first ward')
    await page.getByLabel('What did they advise?, 1').fill('Take statistics early')
    await page.getByLabel('Name, 1').fill('Tomás Reyes')
    await page.getByLabel('Organisation, 1').fill('City of Evanston')
    await page.getByLabel('Promise, 1').fill('Send her the article')
    await page.getByLabel('Promise, 2').fill('Send the reading list')
    await page.getByLabel('Who promised, 2').selectOption('them')
    await page.getByRole('button', { name: 'Keep it, and write the thanks' }).click()
    await page.getByRole('heading', { name: 'Thanks to Nadia Haddad' }).waitFor()
    await expect
      .poll(() => letter().inputValue())
      .toMatch(/first ward[\s\S]*statistics early[\s\S]*Tomás Reyes/)
    // What is being written is found again after the page was closed, even before it was saved.
    await letter().press('Control+End')
    await page.keyboard.type('\nPS. A word more')
    await page.reload()
    await letter().waitFor()
    await expect.poll(() => letter().inputValue()).toContain('PS. A word more')
    await page.getByRole('button', { name: 'I have sent it' }).click()
    await page.getByText(/What you promised them is due/).waitFor()
    server = await serve(['--data', folder.path], { port: Number(new URL(server.url).port) })
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await expect.poll(async () => (await command('conversations', 'show', id)).status).toBe('held')
    const kept = await command('conversations', 'show', id)
    expect(kept.promises.map(({ by, text }: { by: string; text: string }) => `${by}: ${text}`)).toEqual([
      'me: Send her the article',
      'them: Send the reading list',
    ])
    expect(kept.introductions).toHaveLength(1)
    const letters = await command('letters', 'list', '--person', 'Nadia Haddad')
    expect(letters.at(-1)).toMatchObject({ kind: 'thank-you', status: 'sent' })
    expect(letters.at(-1).body).toContain('PS. A word more')
  }, 90_000)

  test('good wishes are written one after the other, each read before it goes', async () => {
    await page.goto(`${server.url}/greetings`)
    await page.getByRole('button', { name: 'Begin with one letter' }).click()
    await page.getByRole('heading', { name: 'Good wishes to Nadia Haddad' }).waitFor()
    await expect.poll(() => letter().inputValue()).toContain('the new year')
    await page.getByRole('button', { name: 'I have sent it' }).click()
    await page.getByText('One letter is on their way').or(page.getByText('One letter is')).first().waitFor()
  })
})
