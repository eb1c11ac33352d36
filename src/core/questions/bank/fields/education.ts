import { inField } from '../../bank-question.ts'

/** Education and teaching: what only those inside can tell (W4). */
export const education = inField('education', [
  {
    topic: 'work',
    text: 'What does a lesson that went well look like from where you stand?',
    part: 'insights',
  },
  {
    topic: 'work',
    text: 'Which part of the work happens when the pupils have gone home?',
    part: 'assignments',
  },
  { topic: 'culture', text: 'How do colleagues share what works in their classrooms?', part: 'insights' },
  {
    topic: 'trends',
    text: 'What do pupils bring with them today that they did not ten years ago?',
    part: 'trends',
  },
  {
    topic: 'preparation',
    text: 'Where could I try being in front of a group before I decide?',
    part: 'assignments',
    unlocks: 'a small trial',
  },
  {
    topic: 'marketable',
    text: 'What do you see in a trainee who will stay in the profession?',
    part: 'insights',
  },
])
