import type { Calendar } from './calendar.ts'
import { type Entry, entry } from './diary.ts'

const hour = 3_600_000

export type When = [day: number, time: string]

export interface Talk {
  arranged: When
  at: When
  minutes: number
  mode: 'in-person' | 'video' | 'phone'
  place?: string
  travelMinutes?: number
  aims?: string[]
  mustAsk?: string[]
  questions?: string[]
  research?: string[]
  confirmed?: boolean
}

export interface Outcome {
  highlight: string
  advice?: string[]
  /** What they told about their field, as "topic: text". */
  learnt?: string[]
  names?: string[]
  /** Questions that were asked, by their numbers. */
  asked?: string[]
  /** What was said to them: "2: ...". */
  answers?: string[]
  promises?: string[]
  notes?: string
  stayInTouch?: 'yes' | 'no'
  /** Hours after the end at which it was written down. */
  hoursAfter?: number
  /** The time of day of the thank-you, on the next day; without it there is none yet. */
  thanked?: string
  /** What came of the advice, told four days later; without it, that is still to do. */
  progress?: string
}

/** Lines of the diary about one person, written as what happened between the two. */
export function storyOf(person: string, calendar: Calendar) {
  const { at, date } = calendar
  const line = ([day, time]: When, operation: string, input: Record<string, unknown>) =>
    entry(at(day, time), operation, input)
  return {
    edited: (when: When, facts: Record<string, unknown>) => line(when, 'people.edit', { person, ...facts }),
    /** A letter as the program composed it, sent. */
    letter: (when: When, kind: string, more: Record<string, unknown> = {}) =>
      sent(at(...when), { person, kind, ...more }),
    draft: (when: When, kind: string, more: Record<string, unknown> = {}) =>
      line(when, 'letters.compose', { person, kind, ...more }),
    asked: (when: When, channel: string) => line(when, 'approaches.start', { person, channel }),
    replied: (when: When, answer: string, note?: string, until?: number) =>
      line(when, 'approaches.reply', {
        approach: person,
        answer,
        ...(note ? { note } : {}),
        ...(until === undefined ? {} : { until: date(until) }),
      }),
    movedOn: (when: When) => line(when, 'approaches.moveOn', { approach: person }),
    touched: (when: When, kind: string, note: string, from: 'me' | 'them' = 'me') =>
      line(when, 'touches.add', { person, kind, note, from }),
    promised: (when: When, text: string, by: 'me' | 'them', due: number) =>
      line(when, 'promises.add', { person, text, by, dueOn: date(due) }),
    /** A talk that is still to come, or fell through. */
    arranged: (talk: Talk) => arrangedTalk(person, calendar, talk),
    /** A talk that took place: arranged, prepared, confirmed, written down, thanked for. */
    talked: (talk: Talk, outcome: Outcome) => [
      ...arrangedTalk(person, calendar, talk),
      ...recordedTalk(person, calendar, talk, outcome),
    ],
  }
}

function arrangedTalk(person: string, { at }: Calendar, talk: Talk): Entry[] {
  const { arranged, at: starts, confirmed, aims, mustAsk, questions, research, ...appointment } = talk
  const startsAt = new Date(at(...starts)).toISOString()
  const prepared = Object.entries({ aims, mustAsk, questions, research }).filter(([, list]) => list?.length)
  const made: Entry = {
    at: at(...arranged),
    act: async (act) => {
      const { id } = await act('conversations.arrange', { person, at: startsAt, ...appointment })
      if (prepared.length > 0)
        await act('conversations.prepare', { conversation: id, ...Object.fromEntries(prepared) })
    },
  }
  const confirmation = onTheOpenTalk(at(...starts) - 46 * hour, person, 'conversations.confirm', {})
  return confirmed ? [made, confirmation] : [made]
}

function recordedTalk(person: string, calendar: Calendar, talk: Talk, outcome: Outcome): Entry[] {
  const { hoursAfter = 1, thanked, progress, ...told } = outcome
  const { at } = calendar
  const ended = at(...talk.at) + talk.minutes * 60_000
  const record = onTheOpenTalk(ended + hoursAfter * hour, person, 'conversations.record', {
    outcome: 'held',
    ...told,
  })
  const thanks = thanked ? [sent(at(talk.at[0] + 1, thanked), { person, kind: 'thank-you' })] : []
  const later =
    progress && talk.at[0] < -4
      ? [toldProgress(at(talk.at[0] + 4, '18:30'), at(...talk.at), person, progress)]
      : []
  return [record, ...thanks, ...later]
}

/** What came of the advice, some days later (X6). */
const toldProgress = (when: number, startsAt: number, person: string, progress: string): Entry => ({
  at: when,
  act: async (act) => {
    const talks = (await act('conversations.list', { person })) as unknown as {
      id: string
      startsAt: string
    }[]
    const talk = talks.find((one) => Date.parse(one.startsAt) === startsAt)!
    return sent(when, { person, kind: 'report-back', conversation: talk.id, reason: progress }).act(act)
  },
})

/** Does something to the one talk with a person that is arranged, whatever others there were. */
export const onTheOpenTalk = (
  at: number,
  person: string,
  operation: string,
  input: Record<string, unknown>,
): Entry => ({
  at,
  act: async (act) => {
    const talks = (await act('conversations.list', { person })) as unknown as { id: string; status: string }[]
    const open = talks.find(({ status }) => status === 'arranged')
    if (!open) throw new Error(`No talk with ${person} is arranged`)
    return act(operation, { conversation: open.id, ...input })
  },
})

function sent(at: number, input: Record<string, unknown>): Entry {
  return {
    at,
    act: async (act) => {
      const { id } = await act('letters.compose', input)
      await act('letters.sent', { letter: id })
    },
  }
}
