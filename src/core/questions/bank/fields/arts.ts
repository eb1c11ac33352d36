import { inField } from '../../bank-question.ts'

/** Arts, museums and heritage: what only those inside can tell (W4). */
export const arts = inField('arts', [
  {
    topic: 'work',
    text: 'What do visitors never see of the work behind what is shown?',
    part: 'assignments',
  },
  { topic: 'work', text: 'How do you choose what to keep?', part: 'insights' },
  { topic: 'culture', text: 'How do artists and administrators get along in your house?', part: 'insights' },
  { topic: 'trends', text: 'How has your audience changed in the time you have been here?', part: 'trends' },
  {
    topic: 'preparation',
    text: 'Which collection, house or company would you study closely in my place?',
    part: 'resources',
  },
  {
    topic: 'marketable',
    text: 'Which practical skill makes a beginner useful on the first day in a house like yours?',
    part: 'advice',
  },
])
