import { inField } from '../../bank-question.ts'

/** Business, consulting and management: what only those inside can tell (W4). */
export const business = inField('business', [
  {
    topic: 'work',
    text: 'Which problem did a client or customer bring you that turned out to be another one?',
    part: 'insights',
  },
  {
    topic: 'work',
    text: 'What happens on your team on the Monday after a plan has failed?',
    part: 'assignments',
  },
  {
    topic: 'culture',
    text: 'How do people here earn the trust of those they advise or lead?',
    part: 'insights',
  },
  {
    topic: 'trends',
    text: 'What do customers expect now that nobody expected five years ago?',
    part: 'trends',
  },
  {
    topic: 'preparation',
    text: 'Which small business or project would teach me the most about running things?',
    part: 'assignments',
  },
  { topic: 'marketable', text: 'What shows you that a beginner can handle uncertainty?', part: 'insights' },
])
