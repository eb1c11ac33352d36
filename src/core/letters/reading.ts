import { inOrder } from '../method/finding.ts'
import { blanksIn } from './blanks.ts'
import type { Span } from './review/phrase.ts'
import type { Finding, Severity } from './review/rule.ts'

/** Findings as a reader comes to them: those of the subject, then those of the text. */
export const asRead = (findings: readonly Finding[]): Finding[] => [
  ...(inOrder(findings.filter(({ where }) => where === 'subject')) as Finding[]),
  ...(inOrder(findings.filter(({ where }) => where === 'text')) as Finding[]),
]

/** A stretch of a text that looks the same throughout. */
export interface Stretch extends Span {
  text: string
  /** The gravest of the findings that mean it. */
  severity?: Severity
  isBlank: boolean
  /** The chosen finding means it. */
  isChosen: boolean
}

/** A text cut where what is meant begins and ends: put together, the stretches are the text again. */
export function stretchesOf(text: string, findings: readonly Finding[], chosen?: Finding): Stretch[] {
  const spans = findings.filter(({ where }) => where === 'text')
  const blanks = blanksIn(text)
  const edges = [0, text.length, ...[...spans, ...blanks].flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(edges.filter((at) => at >= 0 && at <= text.length))].sort((a, b) => a - b)
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!
    const covers = (span: Span) => span.start <= start && end <= span.end
    const severity = gravest(spans.filter(covers))
    return {
      start,
      end,
      text: text.slice(start, end),
      ...(severity && { severity }),
      isBlank: blanks.some(covers),
      isChosen: chosen?.where === 'text' && covers(chosen),
    }
  })
}

const gravest = (findings: readonly Finding[]): Severity | undefined =>
  (['error', 'warning', 'hint'] as const).find((one) => findings.some(({ severity }) => severity === one))

/** The finding that means a place most closely: the shortest around it. */
export const findingAt = (findings: readonly Finding[], at: number): Finding | undefined =>
  findings
    .filter(({ where, start, end }) => where === 'text' && start <= at && at <= end && start < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]

/** The blank after a place, or with `back` the one before it; nothing at either end. */
export function nextBlank(text: string, from: Span, { back = false } = {}): Span | undefined {
  const blanks = blanksIn(text)
  return back
    ? blanks.findLast(({ end }) => end <= from.start)
    : blanks.find(({ start }) => start >= from.end)
}
