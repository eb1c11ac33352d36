import { safe } from './columns.ts'
import type { Page, Render } from './page.ts'
import { facts } from './table.ts'

interface Letter {
  id?: string
  kind?: string
  subject?: string | null
  body?: string
  words?: number
  findings?: {
    rule: string
    severity: string
    message: string
    suggestion: string
    start: number
    end: number
  }[]
  passed?: boolean
}

/** A letter as it will be read, then what the review says. */
const letter: Render = (one: Letter, page) =>
  [
    facts([['Subject', one.subject]], page),
    safe(one.body ?? ''),
    review(one, page),
    facts([['Letter', one.id]], page),
  ]
    .filter(Boolean)
    .join('\n\n')

function review({ findings = [], words, passed }: Letter, page: Page): string {
  const lines = findings.flatMap(({ severity, message, suggestion, rule }) => {
    const colour =
      severity === 'error' ? page.paint.late : severity === 'warning' ? page.paint.due : page.paint.quiet
    return [
      `${colour(severity.padEnd(7))}  ${safe(message)} (${rule})`,
      page.paint.quiet(`         ${safe(suggestion)}`),
    ]
  })
  if (words !== undefined) lines.push(page.paint.quiet(`${words} words.`))
  if (passed && findings.length === 0) lines.push(page.paint.done('Nothing to mend.'))
  return lines.join('\n')
}

export const lettersWords = {
  'letters compose': letter,
  'letters sent': letter,
  'letters show': letter,
  'letters review': letter,
}
