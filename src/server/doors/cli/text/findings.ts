import { safe } from './columns.ts'
import type { Page } from './page.ts'

export interface Finding {
  rule: string
  severity: string
  message: string
  suggestion?: string
}

/** What a review says, a line for each finding and what to do under it; "Looks good." where there is nothing to say. */
export function findingLines(findings: readonly Finding[], page: Page): string {
  if (findings.length === 0) return page.paint.done('Looks good.')
  return findings
    .map(({ severity, message, rule, suggestion }) => {
      const colour =
        severity === 'error' ? page.paint.late : severity === 'warning' ? page.paint.due : page.paint.quiet
      const instead = suggestion ? `\n    ${safe(suggestion)}` : ''
      return `${colour(severity)}  ${safe(message)} (${rule})${instead}`
    })
    .join('\n')
}
