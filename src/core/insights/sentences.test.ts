import { expect, test } from 'vitest'
import { insightSentences, type ToldInsights } from './sentences.ts'

const share = (count: number, of: number) => ({ count, of })
const told: ToldInsights = {
  funnel: {
    approached: share(12, 14),
    replied: share(7, 12),
    met: share(5, 7),
    thanked: share(5, 5),
    inTouch: share(3, 5),
    advocates: share(1, 5),
  },
  metOtherwise: 2,
  replyDays: { median: 3, quartiles: { lower: 1, upper: 6.5 }, count: 7 },
  cadence: share(2, 3),
  thankedInTime: share(4, 5),
  activeWeeks: share(9, 12),
  growth: [{ month: '2026-03', added: 4, people: 40 }],
}

test('insights are told in sentences with numbers and their wholes, never as a mark (F3)', () => {
  expect(insightSentences(told)).toEqual({
    way: 'You wrote to 12 people; 7 answered; you met 5. You want to meet 2 more. You met 2 more without writing first.',
    after: 'Of the 5 you met, you thanked 5, stay in touch with 3, and 1 is an advocate.',
    answers: '7 answers came, half of them within 3 days; the middle half took from 1 to 6.5 days.',
    inTime: '4 of 5 talks were thanked for in time.',
    cadence: 'You are in touch with 2 of the 3 people you want to keep in touch with.',
    activity: 'You were active in 9 of 12 weeks.',
    growth: 'Your network has 40 people, 4 of them added this month.',
  })
})

test('nothing is said of what there is nothing of yet (F3)', () => {
  const none = share(0, 0)
  const funnel = { approached: none, replied: none, met: none, thanked: none, inTouch: none, advocates: none }
  const empty = { ...told, funnel, metOtherwise: 0, growth: [], cadence: none, activeWeeks: none }
  const quiet = { ...empty, thankedInTime: none, replyDays: { median: null, quartiles: null, count: 0 } }
  expect(Object.values(insightSentences(quiet)).filter(Boolean)).toEqual(['You have written to nobody yet.'])
})
