import { onTopic } from '../bank-question.ts'

/** The end of the talk: others to meet, and staying in touch (N2, C7). */
export const closing = onTopic('closing', [
  {
    text: 'Who else would be interesting to talk with about this?',
    part: 'resources',
    first: true,
    unlocks: 'the next two conversations',
  },
  { text: 'Who sees this work from a very different side?', part: 'resources', first: true },
  { text: 'Whose career in this field do you admire?', part: 'resources' },
  { text: 'Which of the people you named should I write to first?', part: 'advice' },
  { text: 'How may I mention you when I write to them?', unlocks: 'a first sentence for the next letter' },
  { text: 'What is the best way to stay in touch with you?', first: true },
  {
    text: 'What could I look into and tell you about?',
    part: 'assignments',
    unlocks: 'giving something back',
  },
  {
    text: 'How could somebody at my stage be of help to you?',
    unlocks: 'a relationship that goes both ways',
  },
  { text: 'Which event in the coming months would you go to in my place?', part: 'resources' },
  { text: 'What would you like me to think about after this talk?', part: 'advice' },
])
