import { onTopic } from '../bank-question.ts'

/** How people come to an internship or a job in the field (W6); never a request for one (W2). */
export const support = onTopic('support', [
  {
    text: 'How do people usually find their way into a first role here?',
    part: 'insights',
    first: true,
    unlocks: 'where to look besides the boards',
  },
  { text: 'How did you hear about the place where you work now?', part: 'insights' },
  {
    text: 'At what time of the year do teams like yours think about summer students?',
    stage: 'student',
    part: 'advice',
  },
  {
    text: 'What did the best intern you have had do differently?',
    stage: 'student',
    part: 'insights',
    first: true,
  },
  { text: 'What should a student make of a summer in your field?', stage: 'student' },
  {
    text: 'Which kinds of organisation are easy to overlook when one starts to look around?',
    part: 'resources',
    first: true,
  },
  { text: 'Where would you look if you were starting out and knew nobody?', part: 'resources' },
  { text: 'What did you wish you had asked before you accepted your first role?', part: 'advice' },
  { text: 'Which first role opens the most doors later?', part: 'advice' },
  { text: 'What tells you in an interview that a team works well together?', part: 'insights' },
  {
    text: 'How do people cross over from another field without starting from zero?',
    stage: 'changer',
    part: 'advice',
  },
  {
    text: 'Which smaller step would let me try the field before I commit to it?',
    stage: 'changer',
    part: 'assignments',
  },
  { text: 'What should I be able to answer before I apply anywhere in this field?', part: 'advice' },
])
