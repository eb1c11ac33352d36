import { inField } from '../../bank-question.ts'

/** Research and science: what only those inside can tell (W4). */
export const research = inField('research', [
  {
    topic: 'work',
    text: 'What happens in the months between an idea and the first usable result?',
    part: 'assignments',
  },
  { topic: 'work', text: 'Which failed experiment taught you the most?', part: 'insights' },
  {
    topic: 'culture',
    text: 'How does your group decide who works on what?',
    part: 'insights',
    unlocks: 'what to ask any group you consider',
  },
  { topic: 'trends', text: 'Which question in your field is finally within reach?', part: 'trends' },
  {
    topic: 'preparation',
    text: 'Which method would you learn early, because it is hard to learn late?',
    part: 'resources',
  },
  {
    topic: 'marketable',
    text: 'What makes you say yes to a student who asks to join the group?',
    part: 'insights',
  },
  {
    topic: 'career-story',
    text: 'How did you know whether a doctorate was the right next step?',
    part: 'advice',
  },
])
