import { onTopic } from '../bank-question.ts'

/** The work itself: experience of the field and the industry (W6). */
export const work = onTopic('work', [
  {
    text: 'Which part of last week would you show to somebody who wants to understand your work?',
    part: 'assignments',
    first: true,
    unlocks: 'what the days are really like',
  },
  {
    text: 'What are you working on at the moment that you find hardest to explain at home?',
    part: 'assignments',
    first: true,
  },
  { text: 'What do people outside your field get wrong about it?', part: 'insights', first: true },
  { text: 'Which tasks take more of your time than anybody expects?', part: 'assignments' },
  { text: 'What does a really good day look like for you?', part: 'insights' },
  { text: 'What does a bad day look like?', unlocks: 'an honest picture' },
  { text: 'Which decisions are yours alone to make?', unlocks: 'how much say the role has' },
  {
    text: 'What would you be given to do in the first three months if you started today?',
    part: 'assignments',
  },
  {
    text: 'What sort of project do newcomers usually learn the most from?',
    part: 'assignments',
    stage: 'student',
  },
  { text: 'How do you know, at the end of a month, that the work went well?', part: 'insights' },
  { text: 'What part of the work has never become easy for you?', part: 'insights' },
  { text: 'How much of your work happens alone?' },
  { text: 'What is the last thing that made you proud of your team?', unlocks: 'what they value' },
  { text: 'Which problem keeps coming back, however often it is solved?', part: 'insights' },
  { text: 'What does the work ask of your evenings in a busy season?', unlocks: 'what it asks of a life' },
  {
    text: 'What would I notice in your workplace that no website shows?',
    unlocks: 'what research cannot tell',
  },
])
