import { inField } from '../../bank-question.ts'

/** Media, writing and communication: what only those inside can tell (W4). */
export const media = inField('media', [
  {
    topic: 'work',
    text: 'What happened to the last piece you worked on between the idea and the reader?',
    part: 'assignments',
  },
  { topic: 'work', text: 'Which stories do you wish you had the time for?', part: 'insights' },
  { topic: 'culture', text: 'How does an editor here say no?', part: 'insights' },
  { topic: 'trends', text: 'How has what readers want from you changed?', part: 'trends' },
  {
    topic: 'preparation',
    text: 'Whose work should I take apart to learn how it is made?',
    part: 'resources',
    unlocks: 'a teacher you can read',
  },
  {
    topic: 'marketable',
    text: 'Which sample of work makes you want to meet the person behind it?',
    part: 'insights',
  },
])
