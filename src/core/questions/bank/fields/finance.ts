import { inField } from '../../bank-question.ts'

/** Finance, banking and insurance: what only those inside can tell (W4). */
export const finance = inField('finance', [
  {
    topic: 'work',
    text: 'What does the week before a deadline look like on your team?',
    part: 'assignments',
  },
  {
    topic: 'work',
    text: 'How do you explain a risk to somebody who does not want to hear of it?',
    part: 'insights',
  },
  {
    topic: 'culture',
    text: 'What do people on your team do when the figures do not agree?',
    part: 'insights',
  },
  {
    topic: 'trends',
    text: 'Which rule or technology has changed your desk the most lately?',
    part: 'trends',
  },
  {
    topic: 'preparation',
    text: 'What should I follow for a month to understand how your side thinks?',
    part: 'resources',
    unlocks: 'a reading habit',
  },
  {
    topic: 'marketable',
    text: 'Which habit shows you that somebody is careful enough for this work?',
    part: 'insights',
  },
])
