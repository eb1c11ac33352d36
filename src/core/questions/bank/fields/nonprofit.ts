import { inField } from '../../bank-question.ts'

/** Nonprofit and community work: what only those inside can tell (W4). */
export const nonprofit = inField('nonprofit', [
  {
    topic: 'work',
    text: 'How do you know that your work helps the people it is meant for?',
    part: 'insights',
  },
  {
    topic: 'work',
    text: 'How much of your time goes into finding the money for the rest?',
    part: 'assignments',
  },
  { topic: 'culture', text: 'How do people here keep from burning out?', part: 'insights' },
  { topic: 'trends', text: 'What has changed in how such work is funded?', part: 'trends' },
  {
    topic: 'preparation',
    text: 'Which kind of volunteering would teach me the most about the work?',
    part: 'assignments',
    unlocks: 'a first step',
  },
  {
    topic: 'marketable',
    text: 'Which skill from outside is rare in organisations like yours?',
    part: 'insights',
  },
  {
    topic: 'career-story',
    text: 'What made you choose this over work that asks less of you?',
    part: 'insights',
  },
])
