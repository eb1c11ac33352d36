import type { PolicyFieldName } from './policy-fields.ts'

/** Why each field of the policy is as it is. Apart from the fields, because what derives steps needs no words. */
export const policyReasons: Readonly<Record<PolicyFieldName, string>> = {
  askAdvocateDays: 'Ask an ally while their word can still reach somebody.',
  applyDays: 'Two weeks before the deadline there is time for a good application.',
  eventFollowUpDays: 'Write to somebody you met at an event while they still see your face.',
  eventLeadDays: 'So long before a date of an event is due, you hear of it.',
  travelDays: 'Two weeks ahead there is still a choice of trains and rooms.',
  studentRateDays: 'The organisers need some days to answer before registration closes.',
  phoneFromCloseness:
    'Somebody you speak with regularly is glad of a call; the others have more time with a letter.',
  introduceDays: 'Write within a week to somebody you want to meet, while you still know why.',
  askMinutesFrom: 'A short, definite time is easy to say yes to.',
  askMinutesTo: 'Half an hour is enough for ten good questions.',
  replyWaitDays: 'People are busy; this leaves them room to answer before you write again.',
  clock:
    'Whether weekends and holidays count while you wait for a reply. Either way, nothing falls due on a holiday.',
  weekend: 'Which days are no business days where the people you write to live.',
  secondContactDays:
    'Without a reply for so long, write to a second person at the same employer. With 0 you only wait.',
  attempts: 'After the request and one follow-up, your time is better spent on others.',
  letterWordsFrom: 'Shorter than this, a request leaves out why you write.',
  letterWordsBest: 'Up to so many words are read to the end.',
  letterWordsTo: 'More does not fit on the screen of a telephone.',
  aboutContactPercent: 'How much of a request at least should be about them. With 0 it is not measured.',
  askIsQuestion: 'A question is easier to answer than a statement.',
  resumeOnFirstContact: 'A résumé in a first letter looks like an application. Offices disagree.',
  alternatives: 'Moving on is easier with names to move on to.',
  scheduleDays: 'Propose a time while their yes is fresh.',
  prepareDays: 'Research and questions need an evening or two before the talk.',
  researchAttendeesDays: 'Looking up who will be there takes an evening, and is soon forgotten.',
  questionsFrom: 'Ten good questions fill half an hour.',
  questionsTo: 'More than fifteen will not be asked.',
  questionPlan:
    'Questions over all topics of the method, or one each of trends, insights, advice, resources, assignments.',
  confirmHoursFrom: 'A line two days ahead catches a mistaken date or time zone.',
  confirmHoursTo: 'Later than a day ahead, a change of plans costs them something.',
  arriveEarlyMinutes: 'Ten minutes early is on time.',
  thankYouHours: 'A thank-you counts while both still remember the talk.',
  promiseDays: 'A promise without a date is kept within a week.',
  referralDays: 'Write to somebody you were named while the one who named them still expects it.',
  reportBackDays: 'Who opened a door likes to hear what was behind it.',
  progressDays: 'Who gave you advice likes to hear what you did with it.',
  cadenceDays: 'Once a quarter keeps you in mind and is never too much.',
  touchesPerWeek: 'More than you can mean is worse than none.',
  openPerOrganisation: 'Colleagues talk; two open requests at one employer are enough.',
}
