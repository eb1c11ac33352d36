import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { briefHtml } from '../../src/core/conversations/brief-html.ts'
import { briefPage, type PrintedBrief } from '../../src/core/conversations/brief-page.ts'

const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const missing = browser ? '' : 'skipped: no Chromium was found to print with'

const usual: PrintedBrief = {
  person: {
    name: 'Nadia Haddad',
    place: 'Ward manager, Lakeside Hospital',
    known: 'referred by Ana Ruiz',
    reach: ['+1 202 555 0100', 'nadia.haddad@example.org'],
  },
  introduction: {
    text: `My name is Maya Lindgren. ${'I took samples along the brook for two years. '.repeat(7)}`,
    seconds: 30,
  },
  aims: ['what a first year on a ward is like', 'which courses help'],
  research: ['Lakeside Hospital: it opened a second stroke ward in January.'],
  before: null,
  questions: Array.from({ length: 12 }, (_, at) => ({
    text: `What would you show first to somebody who came by in week ${at + 1}?`,
    mustAsk: at < 4,
  })),
  logistics: {
    minutes: 30,
    mode: 'in-person',
    place: 'Main desk',
    leaveAt: '09:20',
    travelMinutes: 30,
    arriveEarlyMinutes: 10,
    clocks: [{ whose: 'you', timeZone: 'Europe/Berlin', text: 'Tuesday, 10 March, 10:00 to 10:30' }],
    dress: 'As people dress there, and a little better.',
    confirmed: true,
  },
  closing: [
    'Thank them for their time.',
    'May I stay in touch?',
    'Whom else should I talk with?',
    'How can I help you?',
  ],
  readiness: { done: 8, of: 9, next: [{ text: 'choose what to wear' }] },
}
const long = (text: string, characters: number) => text.repeat(characters).slice(0, characters)
const briefs: Record<string, PrintedBrief> = {
  usual,
  'as full as it can be': {
    ...usual,
    person: {
      ...usual.person,
      name: long('Wolfeschlegelstein ', 200),
      place: long('Head of everything, ', 300),
    },
    introduction: { text: long('I took samples along the brook for two years. ', 420), seconds: 30 },
    aims: [long('what a year is like ', 200), long('which courses help ', 200), 'who else to meet'],
    research: Array.from({ length: 20 }, () => long('the ward moved to another house ', 400)),
    before: long('she told me about the night shift ', 300),
    questions: Array.from({ length: 15 }, (_, at) => ({
      text: `${long('What would you tell somebody ', 180)}?`,
      mustAsk: at < 4,
    })),
  },
  'in wide characters': {
    ...usual,
    research: [long('病棟は一月に開きました。', 300)],
    aims: [long('一年目はどんな年か', 120)],
  },
}

describe.skipIf(!browser)(`the brief in print${missing && `, ${missing}`}`, () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acquaint-print-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function pagesOf(html: string): Promise<number> {
    const [page, pdf] = [join(folder, 'brief.html'), join(folder, 'brief.pdf')]
    await writeFile(page, html)
    const quiet = [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]
    const args = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      ...quiet,
      `--user-data-dir=${join(folder, 'browser')}`,
    ]
    await promisify(execFile)(
      browser!,
      [...args, '--no-pdf-header-footer', `--print-to-pdf=${pdf}`, `file://${page}`],
      {
        timeout: 60_000,
      },
    )
    return ((await readFile(pdf, 'latin1')).match(/\/Type\s*\/Page\b/g) ?? []).length
  }

  for (const size of ['A4', 'letter']) {
    test.each(Object.keys(briefs))(`is one page on ${size}: %s (P3)`, { timeout: 90_000 }, async (name) => {
      const html = briefHtml(briefPage(briefs[name]!)).replace('@page {', `@page { size: ${size};`)
      expect(html).toContain(`size: ${size}`)
      expect(await pagesOf(html)).toBe(1)
    })
  }
})
