import { onTopic } from '../bank-question.ts'

/** What makes somebody wanted in the field (W6). */
export const marketable = onTopic('marketable', [
  {
    text: 'What do you wish new colleagues could already do on their first day?',
    part: 'advice',
    first: true,
    unlocks: 'what to learn before you apply anywhere',
  },
  {
    text: 'What makes you take notice when you meet a beginner?',
    part: 'insights',
    first: true,
    stage: 'student',
  },
  { text: 'Which experience outside the field has proved more useful than people think?', part: 'insights' },
  {
    text: 'How would you tell the story of a background like mine?',
    part: 'advice',
    unlocks: 'words for your introduction',
  },
  { text: 'Which part of my background would you ask about first?', part: 'advice' },
  { text: 'What do beginners spend effort on that nobody looks at?', part: 'advice', stage: 'student' },
  { text: 'Which piece of work would show somebody that I can do this?', part: 'assignments', first: true },
  { text: 'What sets apart the people whom everybody wants on their team?', part: 'insights' },
  {
    text: 'Which doubts would somebody have about a person who comes from my field?',
    part: 'advice',
    stage: 'changer',
  },
  { text: 'How have others made an earlier career count here?', part: 'insights', stage: 'changer' },
  {
    text: 'Which activities at university say the most about a person, in your eyes?',
    part: 'insights',
    stage: 'student',
  },
  { text: 'What would make you remember somebody after a half-hour talk?', part: 'advice' },
])
