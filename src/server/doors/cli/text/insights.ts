import type { Funnel } from '../../../../core/insights/funnel.ts'
import { insightSentences, type ToldInsights } from '../../../../core/insights/sentences.ts'
import { wrap } from './columns.ts'
import type { Render } from './page.ts'
import { table } from './table.ts'

type Insights = ToldInsights & {
  byChannel: Record<string, Funnel>
  byOrigin: Record<string, Funnel>
  fields: { name: string; people: number; met: number; said: { count: number }[] }[]
}

/** Numbers first, in sentences; tables for what is compared. */
const insights: Render = (one: Insights, page) => {
  const paragraph = (...sentences: string[]) => {
    const said = sentences.filter(Boolean).join(' ')
    return said && wrap(said, Math.min(page.width ?? 100, 100))
  }
  const compared = (title: string, funnels: Record<string, Funnel>) =>
    Object.keys(funnels).length === 0
      ? ''
      : table(
          Object.entries(funnels),
          [
            { title, value: ([name]) => name.replaceAll('-', ' ') },
            { title: 'Wrote to', value: ([, { approached }]) => `${approached.count} of ${approached.of}` },
            { title: 'Answered', value: ([, { replied }]) => `${replied.count} of ${replied.of}` },
            { title: 'Met', value: ([, { met }]) => `${met.count} of ${met.of}` },
          ],
          page,
        )
  const told = insightSentences(one)
  return [
    paragraph(told.way),
    paragraph(told.after),
    paragraph(told.answers),
    paragraph(told.inTime, told.cadence),
    paragraph(told.activity, told.growth),
    compared('By channel', one.byChannel),
    compared('By origin', one.byOrigin),
    fields(one.fields),
  ]
    .filter(Boolean)
    .join('\n\n')
}

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

function fields(rows: Insights['fields']): string {
  if (rows.length === 0) return ''
  const lines = rows.map(({ name, people: all, met, said }) => {
    const count = said.reduce((sum, one) => sum + one.count, 0)
    return `- ${name}: you know ${people(all)}, talked with ${met}, and noted ${count === 1 ? '1 thing' : `${count} things`}.`
  })
  return ['Fields ("acquaint fields compare" says more)', ...lines].join('\n')
}

export const insightsWords = { insights }
