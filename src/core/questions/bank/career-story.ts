import { onTopic } from '../bank-question.ts'

/** How they came to where they are (W6). */
export const careerStory = onTopic('career-story', [
  {
    text: 'How did you come from what you studied to what you do now?',
    part: 'insights',
    first: true,
    unlocks: 'seeing that paths are rarely straight',
  },
  {
    text: 'What first made you think that this work might be for you?',
    part: 'insights',
    unlocks: 'comparing their reasons with yours',
  },
  {
    text: 'Which turn in your career surprised you most?',
    part: 'insights',
    first: true,
    unlocks: 'a story to come back to in your thank-you',
  },
  {
    text: 'What did you believe about this field before you joined it that turned out to be wrong?',
    part: 'insights',
  },
  {
    text: 'What had the first person who took a chance on you seen in you?',
    unlocks: 'what people notice in beginners',
  },
  {
    text: 'What did your first year in the field teach you that no course had?',
    part: 'insights',
    stage: 'student',
  },
  {
    text: 'What else did you seriously consider before you settled on this?',
    unlocks: 'fields close to this one',
  },
  { text: 'How did you decide when it was time to leave a place?', unlocks: 'how careers move here' },
  { text: 'What part of your studies do you still use every week?', stage: 'student', part: 'resources' },
  {
    text: 'Which skill from an earlier job turned out to matter here?',
    stage: 'changer',
    part: 'insights',
    unlocks: 'naming what you bring along',
  },
  { text: 'How did people react when you changed direction?', stage: 'changer' },
  {
    text: 'What did you have to let go of when you moved into this field?',
    stage: 'changer',
    part: 'insights',
  },
  { text: 'When did you first feel that you were good at this?', unlocks: 'how long learning takes' },
  {
    text: 'Which decision would you make differently if you stood at the beginning again?',
    part: 'advice',
    first: true,
  },
  {
    text: 'How has what you want from work changed since you started?',
    unlocks: 'what lasts and what does not',
  },
])
