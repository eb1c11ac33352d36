import { inWords, judged, type Measurement, median } from './measure.ts'
import type { Networks } from './networks.ts'
import { barePage, openPeople, openWeb, percentile, pullAll, untilPainted } from './web.ts'

const times = 20
const list = `document.querySelector('main h1')?.textContent === 'People' && document.querySelector('main li a')`

/** From the list of 30,000 to a person, back, and to Today, until the next view is painted; in Chromium from the replica. */
export async function s9Click(networks: Networks): Promise<Measurement[]> {
  const web = await openWeb(networks.large)
  try {
    await pullAll(web)
    const bare = await barePage(web, 'click', times)
    await openPeople(web)
    const { page } = web
    const took = { person: [] as number[], back: [] as number[], today: [] as number[] }
    for (let i = 0; i < times; i++) {
      const row = page.locator('main li a').nth(i % 10)
      const name = (await row.locator('.name').textContent())!.trim()
      const shown = `document.querySelector('main h1')?.textContent.trim() === ${JSON.stringify(name)}`
      took.person.push(await untilPainted(page, 'click', shown, () => row.click()))
      await page.waitForTimeout(200)
      took.back.push(await untilPainted(page, 'popstate', list, () => page.evaluate('history.back()')))
      await page.waitForTimeout(200)
      const today = page.getByRole('link', { name: 'Today' }).first()
      const steps = `/^Good/.test(document.querySelector('main h1')?.textContent) && document.querySelector('main ol')`
      took.today.push(await untilPainted(page, 'click', steps, () => today.click()))
      await page.waitForTimeout(200)
      await page.getByRole('link', { name: 'People' }).first().click()
      await page.locator('main li a').first().waitFor()
      await page.waitForTimeout(200)
    }
    const reference = `in a bare page median ${inWords(median(bare))}, p95 ${inWords(percentile(bare, 95))}`
    const line = (what: string, values: number[]) =>
      judged({
        id: 'S9',
        what: `web: ${what}, on large, p95`,
        measured: percentile(values, 95),
        unit: 'ms',
        budget: 50,
        detail: `median ${inWords(median(values))}, first ${inWords(values[0]!)}; ${reference}`,
      })
    return [
      line('from a click in the list to the person', took.person),
      line('from Back to the list', took.back),
      line('from a click to Today', took.today),
    ]
  } finally {
    await web.close()
  }
}
