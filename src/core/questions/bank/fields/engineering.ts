import { inField } from '../../bank-question.ts'

/** Engineering and building: what only those inside can tell (W4). */
export const engineering = inField('engineering', [
  {
    topic: 'work',
    text: 'What does an ordinary week on one of your projects look like?',
    part: 'assignments',
  },
  { topic: 'work', text: 'How do you decide that something is safe enough?', part: 'insights' },
  {
    topic: 'culture',
    text: 'How do the people who plan and the people who build get along?',
    part: 'insights',
  },
  { topic: 'trends', text: 'Which way of doing things has your field outgrown?', part: 'trends' },
  {
    topic: 'preparation',
    text: 'What should I have taken apart or put together before I start?',
    part: 'assignments',
  },
  {
    topic: 'marketable',
    text: 'What tells you that a young engineer will be good on site?',
    part: 'insights',
  },
])
