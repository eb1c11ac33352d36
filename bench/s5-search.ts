import { inWords, judged, type Measurement, median } from './measure.ts'
import type { Networks } from './networks.ts'
import { barePage, openPeople, openWeb, percentile, pullAll, untilPainted } from './web.ts'

const searches = ['maria h', 'northgate', 'a b', 'engineer', 'zzzz']

/** Every key of a search among 30,000 people, from the key to the paint of what it found, in Chromium from the replica. */
export async function s5Search(networks: Networks): Promise<Measurement[]> {
  const web = await openWeb(networks.large)
  try {
    await pullAll(web)
    const bare = await barePage(web, 'keydown', 30)
    await openPeople(web)
    const { page } = web
    const field = page.getByRole('searchbox')
    const took: number[] = []
    for (const search of searches) {
      await field.fill('')
      await page.waitForTimeout(500)
      await field.focus()
      for (let i = 1; i <= search.length; i++) {
        const key = search[i - 1] === ' ' ? 'Space' : search[i - 1]!
        const typed = `document.querySelector('main input').value.length === ${i}`
        took.push(await untilPainted(page, 'keydown', typed, () => page.keyboard.press(key)))
      }
    }
    const longest = (await page.evaluate('bench.longest')) as number
    const work = percentile(took, 95)
    return [
      judged({
        id: 'S5',
        what: 'web: from a key of a search to the paint, on large, p95',
        measured: work,
        unit: 'ms',
        budget: 24,
        detail: `median ${inWords(median(took))} of ${took.length} keys; in a bare page median ${inWords(median(bare))}, p95 ${inWords(percentile(bare, 95))}`,
      }),
      judged({
        id: 'S9',
        what: 'web: the longest task while one types (none is counted below 50 ms)',
        measured: longest,
        unit: 'ms',
        budget: 50,
        detail: `${took.length} keys in ${searches.length} searches`,
      }),
    ]
  } finally {
    await web.close()
  }
}
