import { onTopic } from '../bank-question.ts'

/** Advice for the one who asks (W6, X6). */
export const advice = onTopic('advice', [
  {
    text: 'What would you do in the next two years if you were in my place?',
    part: 'advice',
    first: true,
    unlocks: 'something to report back on',
  },
  {
    text: 'Which advice do people often give that you would tell me to ignore?',
    part: 'advice',
    first: true,
  },
  { text: 'What is the best advice that somebody gave you early on?', part: 'advice' },
  {
    text: 'What am I not asking that I should be asking?',
    part: 'advice',
    first: true,
    unlocks: 'what you cannot know yet',
  },
  {
    text: 'Which mistake do you see people at my stage make again and again?',
    part: 'advice',
    stage: 'student',
  },
  { text: 'What would you try first if you had only one free evening a week?', part: 'assignments' },
  {
    text: 'How would you choose between depth in one subject and breadth across several?',
    part: 'advice',
    stage: 'student',
  },
  { text: 'What would tell me early that this is not for me?', part: 'advice', unlocks: 'an honest way out' },
  { text: 'How did you keep your courage in the months when nothing seemed to move?', stage: 'changer' },
  { text: 'How would you plan the change if you had my responsibilities?', part: 'advice', stage: 'changer' },
  { text: 'Which small habit has helped you most over the years?', part: 'advice' },
  {
    text: 'What would you like to hear from me about in half a year?',
    part: 'assignments',
    unlocks: 'a reason to write again',
  },
])
