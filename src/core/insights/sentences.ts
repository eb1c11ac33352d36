import type { Funnel } from './funnel.ts'
import type { Insights } from './insights.ts'
import type { Share } from './share.ts'

/** What insights are told by; a door may have them from JSON. */
export type ToldInsights = Pick<
  Insights,
  'funnel' | 'metOtherwise' | 'replyDays' | 'cadence' | 'thankedInTime' | 'activeWeeks' | 'growth'
>

/** Insights as sentences with their numbers; a part of which there is nothing to say is empty. */
export interface InsightSentences {
  way: string
  after: string
  answers: string
  inTime: string
  cadence: string
  activity: string
  growth: string
}

/** Numbers first, in sentences: how far people came, how long answers took, how steady it was. */
export function insightSentences(one: ToldInsights): InsightSentences {
  return {
    way: [way(one.funnel), chance(one.metOtherwise)].filter(Boolean).join(' '),
    after: after(one.funnel),
    answers: answers(one.replyDays),
    inTime: inTime(one.thankedInTime),
    cadence: cadence(one.cadence),
    activity: activity(one.activeWeeks),
    growth: growth(one.growth),
  }
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
