import { inField } from '../../bank-question.ts'

/** Law and justice: what only those inside can tell (W4). */
export const law = inField('law', [
  {
    topic: 'work',
    text: 'What share of a case is decided before anybody speaks in court?',
    part: 'insights',
  },
  {
    topic: 'work',
    text: 'Which document have you drafted lately that taught you something?',
    part: 'assignments',
  },
  {
    topic: 'culture',
    text: 'How does a good supervising lawyer teach?',
    part: 'insights',
    unlocks: 'whom to look for',
  },
  { topic: 'trends', text: 'Which kind of legal work is quietly disappearing?', part: 'trends' },
  {
    topic: 'preparation',
    text: 'Which experience outside law school made you a better lawyer?',
    part: 'advice',
  },
  {
    topic: 'marketable',
    text: 'What makes a first memo from a newcomer a pleasure to read?',
    part: 'insights',
  },
])
