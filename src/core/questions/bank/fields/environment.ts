import { inField } from '../../bank-question.ts'

/** Environment, water and climate: what only those inside can tell (W4). */
export const environment = inField('environment', [
  { topic: 'work', text: 'How is your year divided between the field and the desk?', part: 'assignments' },
  { topic: 'work', text: 'When did a measurement of yours change a plan?', part: 'insights' },
  {
    topic: 'culture',
    text: 'How do scientists and decision makers talk to each other where you work?',
    part: 'insights',
  },
  {
    topic: 'trends',
    text: 'What are you asked to prepare for now that was not thinkable before?',
    part: 'trends',
  },
  {
    topic: 'preparation',
    text: 'Which practical skill is missing in most people who apply to field work?',
    part: 'advice',
  },
  {
    topic: 'marketable',
    text: 'What would a season of field notes have to show to convince you?',
    part: 'insights',
    unlocks: 'what to keep a record of',
  },
  {
    topic: 'career-story',
    text: 'What drew you to this place or this river in particular?',
    part: 'insights',
  },
])
