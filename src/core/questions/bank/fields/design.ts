import { inField } from '../../bank-question.ts'

/** Design and architecture: what only those inside can tell (W4). */
export const design = inField('design', [
  {
    topic: 'work',
    text: 'How does a brief change between the first meeting and the finished work?',
    part: 'assignments',
  },
  { topic: 'work', text: 'What did the last critique change in something of yours?', part: 'insights' },
  { topic: 'culture', text: 'How are disagreements about taste settled in your studio?', part: 'insights' },
  { topic: 'trends', text: 'Which part of your craft has become more valuable lately?', part: 'trends' },
  { topic: 'preparation', text: 'Which exercise sharpened your eye the most?', part: 'resources' },
  {
    topic: 'marketable',
    text: 'What do you want to see behind the pictures in a portfolio?',
    part: 'insights',
    unlocks: 'what to show',
  },
])
