import { inField } from '../../bank-question.ts'

/** Government, policy and public service: what only those inside can tell (W4). */
export const publicService = inField('public service', [
  { topic: 'work', text: 'How does something that you work on become a decision?', part: 'insights' },
  { topic: 'work', text: 'Whose agreement do you find hardest to win?', part: 'insights' },
  {
    topic: 'culture',
    text: 'How free are people to say what they think before a decision is made?',
    part: 'insights',
  },
  {
    topic: 'trends',
    text: 'What do citizens ask of your office today that they did not before?',
    part: 'trends',
  },
  {
    topic: 'preparation',
    text: 'Which open meeting should I sit in on to see the work as it is?',
    part: 'assignments',
    unlocks: 'an afternoon of watching',
  },
  {
    topic: 'marketable',
    text: 'What helps a newcomer to be taken seriously in public service?',
    part: 'advice',
  },
  {
    topic: 'career-story',
    text: 'What kept you in public service when you could have left?',
    part: 'insights',
  },
])
