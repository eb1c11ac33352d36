import { inField } from '../../bank-question.ts'

/** Software and computing: what only those inside can tell (W4). */
export const software = inField('software', [
  {
    topic: 'work',
    text: 'What does your team do in the week after something has broken?',
    part: 'assignments',
    unlocks: 'how the team treats mistakes',
  },
  { topic: 'work', text: 'How much of your day goes into reading what others wrote?', part: 'insights' },
  { topic: 'culture', text: 'How does a review by a colleague usually go on your team?', part: 'insights' },
  {
    topic: 'trends',
    text: 'Which part of your craft will still matter when the tools write more of the code?',
    part: 'trends',
  },
  {
    topic: 'preparation',
    text: 'What would you have a beginner build from start to end?',
    part: 'assignments',
    unlocks: 'a project to show',
  },
  {
    topic: 'marketable',
    text: 'What do you look at first in something that a beginner has built?',
    part: 'insights',
  },
  {
    topic: 'career-story',
    text: 'When did you choose between leading people and staying close to the code?',
    part: 'insights',
  },
])
