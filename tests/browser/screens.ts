import type { Page } from 'playwright-core'

/** A screen to be looked at: how to get there in the demonstration network, and what must be there. */
export interface Screen {
  name: string
  open(page: Page, url: string): Promise<void>
}

const at =
  (path: string, heading: RegExp) =>
  async (page: Page, url: string): Promise<void> => {
    await page.goto(url + path)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  }

const person = async (page: Page, url: string): Promise<void> => {
  await at('/people?search=amara', /People/)(page, url)
  await page.getByRole('link', { name: /Amara Nwosu/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Amara Nwosu' }).waitFor()
}

const named = (path: string, name: string) => async (page: Page, url: string) => {
  await page.goto(url + path)
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
const write = async (page: Page, url: string): Promise<void> => {
  await person(page, url)
  await page.getByRole('link', { name: 'Write', exact: true }).click()
  await page.getByRole('textbox', { name: 'The letter' }).waitFor()
}

/** A page of the next talk. */
const talk =
  (path: string, heading: RegExp) =>
  async (page: Page, url: string): Promise<void> => {
    await at('/conversations', /Conversations/)(page, url)
    const coming = page.getByRole('region', { name: 'Coming' }).getByRole('link').first()
    await at(`${await coming.getAttribute('href')}${path}`, heading)(page, url)
  }

const arrange = async (page: Page, url: string): Promise<void> => {
  await person(page, url)
  await page.getByRole('button', { name: /^More about/ }).click()
  await page.getByRole('menuitem', { name: 'Arrange a conversation' }).click()
  await page.getByLabel('When', { exact: true }).fill('2026-03-12T16:30')
}

/** Every screen and dialog. Whoever adds one adds a line: it is looked at by axe, and stands in docs/screens. */
export const screens: readonly Screen[] = [
  { name: 'today', open: at('/', /Good (morning|afternoon|evening)/) },
  { name: 'people', open: at('/people', /People/) },
  {
    name: 'people-select',
    open: async (page, url) => {
      await at('/people', /People/)(page, url)
      await page.getByRole('button', { name: 'Select', exact: true }).click()
      await page.getByRole('checkbox').first().click()
    },
  },
  { name: 'people-twice', open: at('/people/duplicates', /one person/) },
  { name: 'people-none', open: at('/people?search=nobodyatall', /People/) },
  { name: 'person', open: person },
  {
    name: 'letter',
    open: async (page, url) => {
      await at('/', /Good/)(page, url)
      await page.getByRole('button', { name: 'Write', exact: true }).first().click()
      await page.getByRole('textbox', { name: 'The letter' }).waitFor()
      await page
        .getByText('Looks good.')
        .or(page.getByText(/^Better otherwise|^Worth a look|^To mend/))
        .first()
        .waitFor()
    },
  },
  {
    name: 'letter-to-mend',
    open: async (page, url) => {
      await write(page, url)
      await page.getByRole('textbox', { name: 'The letter' }).press('Control+End')
      await page.keyboard.type(' I need a job, so could you hire me?')
      await page
        .getByRole('listitem')
        .filter({ hasText: 'To mend' })
        .getByRole('button', { name: 'Why' })
        .first()
        .click()
    },
  },
  { name: 'write', open: at('/write', /To whom/) },
  {
    name: 'letters',
    open: async (page, url) => {
      await person(page, url)
      await page.getByRole('link', { name: 'Letters', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Letters to Amara Nwosu' }).waitFor()
    },
  },
  {
    name: 'answer',
    open: async (page, url) => {
      await at('/', /Good/)(page, url)
      await page.getByRole('link', { name: 'They answered' }).first().click()
      await page.getByRole('heading', { level: 1, name: /^What did/ }).waitFor()
    },
  },
  { name: 'keep-in-touch', open: at('/keep-in-touch', /Keep in touch/) },
  { name: 'greetings', open: at('/greetings', /Season’s greetings/) },
  {
    name: 'sitting',
    open: async (page, url) => {
      await page.goto(`${url}/greetings`)
      await page.getByRole('button', { name: /^Begin with|^End the sitting/ }).waitFor()
      const end = page.getByRole('button', { name: 'End the sitting' })
      if (!(await end.isVisible())) await page.getByRole('button', { name: /^Begin with/ }).click()
      await page.getByText('Looks good.').waitFor()
    },
  },
  {
    name: 'add',
    open: async (page, url) => {
      await at('/', /Good/)(page, url)
      await page.keyboard.press('n')
      await page.getByRole('dialog', { name: 'Add somebody' }).waitFor()
    },
  },
  {
    name: 'find',
    open: async (page, url) => {
      await at('/', /Good/)(page, url)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('an')
    },
  },
  {
    name: 'shortcuts',
    open: async (page, url) => {
      await at('/', /Good/)(page, url)
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor()
    },
  },
  { name: 'events', open: at('/events', /Events/) },
  { name: 'event', open: named('/events', 'Rivers in Cities') },
  { name: 'event-past', open: named('/events', 'Careers with water') },
  {
    name: 'event-card',
    open: async (page, url) => {
      await named('/events', 'Rivers in Cities')(page, url)
      await page.getByRole('button', { name: 'My card' }).click()
      await page.getByRole('img', { name: /QR code/ }).waitFor()
    },
  },
  {
    name: 'event-add',
    open: async (page, url) => {
      await at('/events?add', /Events/)(page, url)
      await page.getByRole('dialog', { name: 'Add an event' }).waitFor()
    },
  },
  { name: 'openings', open: at('/openings', /Openings/) },
  {
    name: 'event-booking',
    open: async (page, url) => {
      await named('/events', 'Rivers in Cities')(page, url)
      await page.getByRole('button', { name: /More about Rivers/ }).click()
      await page.getByRole('menuitem', { name: 'Note a booking' }).click()
      await page.getByRole('dialog', { name: 'What did you book?' }).waitFor()
    },
  },
  {
    name: 'opening-closing',
    open: async (page, url) => {
      await named('/openings', 'Stormwater intern')(page, url)
      await page.getByRole('button', { name: /How far it has come/ }).click()
      await page.getByRole('menuitemradio', { name: 'Closed' }).click()
      await page.getByRole('dialog', { name: 'What came of it?' }).waitFor()
    },
  },
  {
    name: 'opening-helped',
    open: async (page, url) => {
      await named('/openings', 'Summer assistant, catchment planning')(page, url)
      await page.getByRole('button', { name: 'Somebody else helped' }).click()
      await page.getByRole('dialog', { name: 'Who helped?' }).waitFor()
    },
  },
  {
    name: 'field-note',
    open: async (page, url) => {
      await named('/fields', 'public health')(page, url)
      await page.getByRole('button', { name: 'Note what you found out' }).click()
      await page.getByRole('dialog', { name: 'What did you find out?' }).waitFor()
    },
  },
  { name: 'log', open: at('/log', /Log/) },
  { name: 'insights', open: at('/insights', /Insights/) },
  {
    name: 'referrals',
    open: async (page, url) => {
      await at('/referrals', /Who named whom/)(page, url)
      await page.getByLabel(/shortest way/).fill('Hollowell County')
      await page.getByText('You', { exact: true }).waitFor()
    },
  },
  { name: 'fields', open: at('/fields', /Fields/) },
  {
    name: 'field',
    open: async (page, url) => {
      await at('/fields', /Fields/)(page, url)
      await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
      await page.getByRole('heading', { name: 'What you were told' }).waitFor()
    },
  },
  { name: 'opening', open: named('/openings', 'Summer assistant, catchment planning') },
  { name: 'me', open: at('/me', /You/) },
  { name: 'me-method', open: at('/me/method', /You/) },
  { name: 'me-data', open: at('/me/data', /You/) },
  { name: 'me-device', open: at('/me/device', /You/) },
  { name: 'import', open: at('/import', /Bring people in/) },
  { name: 'conversations', open: at('/conversations', /Conversations/) },
  { name: 'conversation', open: talk('', /Talk with/) },
  { name: 'arrange', open: arrange },
  { name: 'prepare', open: talk('/prepare', /Prepare for/) },
  { name: 'brief', open: talk('/brief', /Talk with/) },
  { name: 'meet', open: talk('/meet', /./) },
  { name: 'welcome', open: at('/welcome', /Who are you/) },
]
