import { safe, wrap } from './columns.ts'
import { type Finding, findingLines } from './findings.ts'
import type { Page, Render } from './page.ts'

interface Introduction {
  text: string
  words: number
  seconds: number
  wordsAMinute: number | null
  findings: Finding[]
}

const measure = ({ words, seconds, wordsAMinute }: Introduction, page: Page): string =>
  page.paint.quiet(
    `${words} words, about ${seconds} seconds ${wordsAMinute ? `at your own pace (${wordsAMinute} words a minute)` : 'at 150 words a minute; "introduction rehearse --seconds N" keeps your own pace'}.`,
  )

/** What to say, and how long it takes; findings only where there is something to mend. */
const composed: Render = (one: Introduction, page) =>
  [
    wrap(safe(one.text), Math.min(page.width ?? 80, 80)),
    measure(one, page),
    ...(one.findings.length > 0 ? [findingLines(one.findings, page)] : []),
  ].join('\n\n')

const review: Render = (one: Introduction, page) =>
  [measure(one, page), findingLines(one.findings, page)].join('\n')

export const introductionWords = {
  introduction: composed,
  'introduction review': review,
  'introduction rehearse': composed,
}
