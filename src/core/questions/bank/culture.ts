import { onTopic } from '../bank-question.ts'

/** The people one would work with, and how they treat each other. */
export const culture = onTopic('culture', [
  { text: 'What kind of person is happy here after five years?', part: 'insights', first: true },
  { text: 'What kind of person tends to leave early?', part: 'insights', unlocks: 'whether you would fit' },
  { text: 'How do people here tell each other that something went wrong?', part: 'insights' },
  { text: 'Whom do you turn to when you are stuck?', unlocks: 'how help works there' },
  { text: 'How does somebody new find their feet in your team?', stage: 'student' },
  { text: 'What do you value in the colleague you like working with best?', part: 'insights' },
  { text: 'How did your team decide something important the last time it disagreed?' },
  { text: 'What do people talk about over lunch?', unlocks: 'the tone of the place' },
  {
    text: 'How does your workplace differ from others that do the same work?',
    part: 'insights',
    first: true,
  },
  { text: 'How are people treated who come from another field?', stage: 'changer', part: 'insights' },
  {
    text: 'What has made people like me feel welcome, in your experience?',
    unlocks: 'how open the place is',
  },
  { text: 'How does the work leave room for the rest of your life?' },
])
