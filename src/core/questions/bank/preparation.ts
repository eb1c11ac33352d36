import { onTopic } from '../bank-question.ts'

/** Courses and other ways to get ready (W6). */
export const preparation = onTopic('preparation', [
  {
    text: 'Which course has helped you more than you expected?',
    part: 'resources',
    first: true,
    stage: 'student',
    unlocks: 'your choice of courses',
  },
  { text: 'What would you study now if you had two more years?', part: 'advice', stage: 'student' },
  {
    text: 'What can be learnt only on the job, so that I need not worry about it yet?',
    part: 'insights',
    stage: 'student',
  },
  {
    text: 'Which book, talk or newsletter would you give to somebody who is starting?',
    part: 'resources',
    first: true,
  },
  {
    text: 'Where do people in your field meet to learn from each other?',
    part: 'resources',
    unlocks: 'events to go to',
  },
  {
    text: 'What could I try on my own this month to find out whether the work suits me?',
    part: 'assignments',
    first: true,
  },
  { text: 'Which tool would you learn first in my place?', part: 'resources' },
  { text: 'How much further study does the work really ask for?', part: 'advice' },
  { text: 'What should I have read before I talk with more people in the field?', part: 'resources' },
  {
    text: 'What is the quickest honest way to fill the gaps that somebody like me has?',
    part: 'resources',
    stage: 'changer',
  },
  { text: 'Which training is worth the time, beyond the certificate?', part: 'resources', stage: 'changer' },
  { text: 'What did you read, watch or build that taught you how experts here think?', part: 'resources' },
  { text: 'Which professional group would be worth joining as a beginner?', part: 'resources' },
])
