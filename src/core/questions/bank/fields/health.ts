import { inField } from '../../bank-question.ts'

/** Health and care: what only those inside can tell (W4). */
export const health = inField('health', [
  {
    topic: 'work',
    text: 'What do you carry home with you after a hard shift?',
    part: 'insights',
    unlocks: 'an honest picture of the work',
  },
  { topic: 'work', text: 'How does a day change when one colleague is missing?', part: 'assignments' },
  {
    topic: 'culture',
    text: 'How do the different professions on your ward listen to each other?',
    part: 'insights',
  },
  { topic: 'trends', text: 'What has changed in what patients expect of you?', part: 'trends' },
  {
    topic: 'preparation',
    text: 'Which experience with people prepared you better than any lecture?',
    part: 'advice',
  },
  {
    topic: 'marketable',
    text: 'What do you notice in a student on the first day with patients?',
    part: 'insights',
  },
  {
    topic: 'career-story',
    text: 'How did you find the part of health care that suits you?',
    part: 'insights',
  },
])
