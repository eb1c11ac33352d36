import {
  type BriefPage,
  briefPage,
  type PrintedBrief,
  type Section,
} from '../../../../core/conversations/brief-page.ts'
import { pad, safe, wrap } from './columns.ts'
import type { Page, Render } from './page.ts'

/** What to take into a conversation, on one printed page: 80 columns, about 60 lines. */
export const brief: Render = (answer: PrintedBrief, page) => {
  const width = Math.min(page.width ?? 80, 80)
  const { title, subtitle, facts, sections, foot } = briefPage(answer)
  return [
    [page.paint.strong(safe(title)), ...(subtitle ? [wrap(safe(subtitle), width)] : [])].join('\n'),
    factLines(facts, width, page),
    ...sections.map((section) => sectionLines(section, width, page)),
    page.paint.quiet(wrap(safe(foot), width)),
  ].join('\n\n')
}

function factLines(facts: BriefPage['facts'], width: number, page: Page): string {
  const label = Math.max(...facts.map((one) => one.label.length)) + 2
  return facts
    .map((one) => page.paint.quiet(pad(one.label, label)) + hanging(one.text, width, label))
    .join('\n')
}

function sectionLines({ title, kind, lines, more }: Section, width: number, page: Page): string {
  const marks: Record<Section['kind'], string> = { text: '', list: '- ', checklist: '[ ] ' }
  const mark = marks[kind]
  return [
    page.paint.strong(title),
    ...lines.map((line) => mark + hanging(line, width, mark.length)),
    ...(more ? [page.paint.quiet(`${' '.repeat(mark.length)}${more}`)] : []),
  ].join('\n')
}

/** A text in lines that leave room for what stands before the first of them. */
const hanging = (text: string, width: number, indent: number): string =>
  wrap(safe(text), width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`)
