/** `error`: do not send or say it so. `warning`: better mended. `hint`: worth a look. */
export type Severity = 'error' | 'warning' | 'hint'

/** What a review says of a place in a text; `start` and `end` are offsets in UTF-16 units. */
export interface Finding {
  /** The id of the rule of the method. */
  rule: string
  severity: Severity
  /** Why, in a sentence. */
  message: string
  /** What to write or say instead. */
  suggestion?: string
  start: number
  end: number
}

/** Findings in the order of the text; of those at one place, the gravest first. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => a.start - b.start || grave[a.severity] - grave[b.severity])

const grave: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }
