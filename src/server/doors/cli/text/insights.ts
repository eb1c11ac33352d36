import { wrap } from './columns.ts'
import type { Render } from './page.ts'
import { table } from './table.ts'

interface Share {
  count: number
  of: number
}
type Funnel = Record<'approached' | 'replied' | 'met' | 'thanked' | 'inTouch' | 'advocates', Share>

interface Insights {
  funnel: Funnel
  metOtherwise: number
  replyDays: { median: number | null; quartiles: { lower: number; upper: number } | null; count: number }
  byChannel: Record<string, Funnel>
  byOrigin: Record<string, Funnel>
  cadence: Share
  thankedInTime: Share
  activeWeeks: Share
  weeks: { week: string; touches: number; conversations: number }[]
  growth: { month: string; added: number; people: number }[]
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
  return [
    paragraph(way(one.funnel), chance(one.metOtherwise)),
    paragraph(after(one.funnel)),
    paragraph(answers(one.replyDays)),
    paragraph(inTime(one.thankedInTime), cadence(one.cadence)),
    paragraph(activity(one.activeWeeks), growth(one.growth)),
    compared('By channel', one.byChannel),
    compared('By origin', one.byOrigin),
    fields(one.fields),
  ]
    .filter(Boolean)
    .join('\n\n')
}

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

function way({ approached, replied, met }: Funnel): string {
  const open = approached.of - approached.count
  const waiting = open > 0 ? ` You want to meet ${open} more.` : ''
  if (approached.count === 0) return `You have written to nobody yet.${waiting}`
  return `You wrote to ${people(approached.count)}; ${replied.count} answered; you met ${met.count}.${waiting}`
}

const chance = (count: number): string => (count > 0 ? `You met ${count} more without writing first.` : '')

function after({ met, thanked, inTouch, advocates }: Funnel): string {
  if (met.count === 0) return ''
  return `Of the ${met.count} you met, you thanked ${thanked.count}, stay in touch with ${inTouch.count}, and ${advocates.count} ${advocates.count === 1 ? 'is an advocate' : 'are advocates'}.`
}

function answers({ median, quartiles, count }: Insights['replyDays']): string {
  if (median === null || quartiles === null) return ''
  if (count === 1) return `1 answer came, after ${inDays(median)}.`
  return `${count} answers came, half of them within ${inDays(median)}; the middle half took from ${quartiles.lower} to ${inDays(quartiles.upper)}.`
}

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

const inTime = ({ count, of }: Share): string =>
  of > 0 ? `${count} of ${of} ${of === 1 ? 'talk was' : 'talks were'} thanked for in time.` : ''

const cadence = ({ count, of }: Share): string =>
  of > 0 ? `You are in touch with ${count} of the ${people(of)} you want to keep in touch with.` : ''

const activity = ({ count, of }: Share): string =>
  of > 0 ? `You were active in ${count} of ${of === 1 ? '1 week' : `${of} weeks`}.` : ''

function growth(months: Insights['growth']): string {
  const last = months.at(-1)
  if (!last) return ''
  const added = last.added > 0 ? `, ${last.added} of them added this month` : ''
  return `Your network has ${people(last.people)}${added}.`
}

function fields(rows: Insights['fields']): string {
  if (rows.length === 0) return ''
  const lines = rows.map(({ name, people: all, met, said }) => {
    const count = said.reduce((sum, one) => sum + one.count, 0)
    return `- ${name}: you know ${people(all)}, talked with ${met}, and noted ${count === 1 ? '1 thing' : `${count} things`}.`
  })
  return ['Fields ("acquaint fields compare" says more)', ...lines].join('\n')
}

export const insightsWords = { insights }
