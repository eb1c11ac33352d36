import { onTopic } from '../bank-question.ts'

/** Where the field is going, as those inside see it. */
export const trends = onTopic('trends', [
  {
    text: 'What has changed most in your work since you began?',
    part: 'trends',
    first: true,
    unlocks: 'a sense of how fast the field moves',
  },
  { text: 'Which change in your field do people talk about too little?', part: 'trends', first: true },
  { text: 'Which change is talked about more than it deserves?', part: 'trends' },
  { text: 'What will somebody in your role do differently ten years from now?', part: 'trends' },
  { text: 'Which skill is becoming less important than it used to be?', part: 'trends' },
  {
    text: 'How do you learn what is new in your field?',
    part: 'resources',
    first: true,
    unlocks: 'a reading list',
  },
  { text: 'What worries you about where the field is heading?', part: 'trends' },
  { text: 'What gives you hope about where the field is heading?', part: 'trends' },
  { text: 'How are new tools changing what beginners are asked to do?', part: 'trends', stage: 'student' },
  { text: 'Which neighbouring field will matter more to yours in the coming years?', part: 'trends' },
  { text: 'Where do you see people from other fields coming in?', part: 'trends', stage: 'changer' },
  { text: 'Which question would you work on if you had a year to yourself?', part: 'trends' },
])
