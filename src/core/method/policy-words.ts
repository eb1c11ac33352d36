import type { PolicyFieldName } from './policy-fields.ts'

/** What the policy is about, in the order in which one reads it. */
export const policyGroups = {
  writing: 'Writing and waiting',
  letters: 'Letters',
  talks: 'Conversations',
  after: 'Afterwards',
  pace: 'Your pace',
  clock: 'Days that count',
  events: 'Events',
  openings: 'Openings',
} as const

export type PolicyGroup = keyof typeof policyGroups

/** What each field of the policy is called, and where it stands. */
export const policyWords: Readonly<Record<PolicyFieldName, readonly [group: PolicyGroup, title: string]>> = {
  introduceDays: ['writing', 'Write to somebody you chose within'],
  phoneFromCloseness: ['writing', 'Call instead of writing from closeness'],
  askMinutesFrom: ['writing', 'Ask for at least'],
  askMinutesTo: ['writing', 'Ask for at most'],
  replyWaitDays: ['writing', 'Wait for a reply'],
  attempts: ['writing', 'Letters before you move on'],
  secondContactDays: ['writing', 'Write to a second person there after'],
  alternatives: ['writing', 'Others to try when you move on'],
  scheduleDays: ['writing', 'Propose a time after a yes within'],
  letterWordsFrom: ['letters', 'A request has at least'],
  letterWordsBest: ['letters', 'It is best up to'],
  letterWordsTo: ['letters', 'It has at most'],
  aboutContactPercent: ['letters', 'Of it about them, at least'],
  askIsQuestion: ['letters', 'The request is put as a question'],
  resumeOnFirstContact: ['letters', 'A résumé in a first letter'],
  prepareDays: ['talks', 'Begin to prepare ahead by'],
  questionsFrom: ['talks', 'Bring at least'],
  questionsTo: ['talks', 'Bring at most'],
  questionPlan: ['talks', 'Questions are picked'],
  confirmHoursFrom: ['talks', 'Confirm ahead by at most'],
  confirmHoursTo: ['talks', 'Confirm ahead by at least'],
  arriveEarlyMinutes: ['talks', 'Be there early by'],
  thankYouHours: ['after', 'Thank within'],
  promiseDays: ['after', 'Keep a promise without a date within'],
  referralDays: ['after', 'Write to somebody you were named within'],
  reportBackDays: ['after', 'Tell who referred you after'],
  progressDays: ['after', 'Say what you did with advice after'],
  cadenceDays: ['pace', 'Be in touch every'],
  touchesPerWeek: ['pace', 'Keep-in-touch letters a week, at most'],
  openPerOrganisation: ['pace', 'Open requests at one employer, at most'],
  clock: ['clock', 'While you wait for a reply'],
  weekend: ['clock', 'The weekend'],
  eventLeadDays: ['events', 'Hear of an event’s dates ahead by'],
  travelDays: ['events', 'Arrange the travel ahead by'],
  studentRateDays: ['events', 'Ask for the student rate ahead by'],
  researchAttendeesDays: ['events', 'Look up who comes ahead by'],
  eventFollowUpDays: ['events', 'Write to whom you met within'],
  askAdvocateDays: ['openings', 'Ask an ally within'],
  applyDays: ['openings', 'Apply before the deadline by'],
}

/** The choices of the policy in words. */
export const policyChoiceWords: Readonly<Record<string, string>> = {
  calendar: 'Every day counts',
  business: 'Only business days count',
  'saturday-sunday': 'Saturday and Sunday',
  'friday-saturday': 'Friday and Saturday',
  sunday: 'Sunday',
  none: 'No day',
  warn: 'Is warned of',
  allow: 'Is allowed',
  topics: 'Over all topics',
  tiara: 'Trends, insights, advice, resources, assignments',
}
