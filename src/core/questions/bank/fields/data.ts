import { inField } from '../../bank-question.ts'

/** Data and analysis: what only those inside can tell (W4). */
export const data = inField('data', [
  { topic: 'work', text: 'How much of an analysis is over before the first chart?', part: 'insights' },
  {
    topic: 'work',
    text: 'When did a result of yours change what somebody decided?',
    part: 'insights',
    unlocks: 'what good work leads to',
  },
  {
    topic: 'culture',
    text: 'How do you tell people that the figures do not say what they hoped?',
    part: 'insights',
  },
  {
    topic: 'trends',
    text: 'Which kind of question will your field be asked more often from now on?',
    part: 'trends',
  },
  {
    topic: 'preparation',
    text: 'Which public data set would you have a beginner struggle with?',
    part: 'resources',
    unlocks: 'a project to start this week',
  },
  {
    topic: 'marketable',
    text: 'What separates a good analyst from somebody who knows the tools?',
    part: 'insights',
  },
])
