/** What can happen in a year, as the oracle hears of it: who did what, and when it was said (`at`, epoch milliseconds). */
export type Fact = { at: number } & (
  | {
      what: 'person'
      person: string
      organization?: string
      chosen?: boolean
      keep?: Keep
      cadence?: number
      referredBy?: string
    }
  | { what: 'chosen'; person: string; chosen: boolean }
  | { what: 'keep'; person: string; keep: Keep }
  | { what: 'cadence'; person: string; days: number }
  | { what: 'works-at'; person: string; organization: string }
  | { what: 'paused'; person: string; until: Day }
  | { what: 'no-pause'; person: string }
  | { what: 'do-not-contact'; person: string; never: boolean }
  | { what: 'asked'; person: string; approach: string; sentAt: number }
  | { what: 'asked-again'; approach: string; sentAt: number }
  | { what: 'answered'; approach: string; when: number; answer: Answer; until?: Day }
  | { what: 'moved-on'; approach: string }
  | {
      what: 'arranged'
      person: string
      talk: string
      startsAt: number
      minutes: number
      mode: Mode
      travelMinutes?: number
    }
  | { what: 'moved'; talk: string; startsAt?: number; minutes?: number; travelMinutes?: number }
  | { what: 'prepared'; talk: string; aims: number; questions: number; notes: number }
  | { what: 'confirmed'; talk: string }
  | { what: 'held'; talk: string; advice: number; stay: Keep }
  | { what: 'fell-through'; talk: string }
  | { what: 'named'; introduction: string; by: string; person: string }
  | {
      what: 'introduced'
      introduction: string
      status: 'offered' | 'introduced' | 'contacted' | 'met' | 'reported-back'
    }
  | { what: 'touch'; person: string; when: number; from: 'me' | 'them'; thanks: boolean }
  | {
      what: 'letter'
      person: string
      when: number
      kind: 'thank-you' | 'report-back' | 'keep-in-touch' | 'seasonal'
      introduction?: string
      talk?: string
    }
  | { what: 'promised'; promise: string; person: string; by: 'me' | 'them'; dueOn?: Day }
  | { what: 'promise-closed'; promise: string; kept: boolean }
  | { what: 'put-off'; step: string; until: Day }
  | { what: 'set-aside'; step: string }
  | { what: 'vacation'; from: Day; until: Day }
  | { what: 'no-vacation' }
  | { what: 'time-zone'; zone: string }
  | {
      what: 'policy'
      profile?: 'office' | '3b7'
      values?: Partial<Policy>
      ownHolidays?: Day[]
      placeHolidays?: Day[]
    }
  | {
      what: 'event'
      event: string
      startsAt: number
      endsAt?: number
      deadline?: Day
      fee?: number
      studentFee?: number
      travel: boolean
    }
  | { what: 'event-moved'; event: string; startsAt: number }
  | { what: 'registered'; event: string }
  | { what: 'rate-asked'; event: string; studentFee?: number }
  | { what: 'booked'; event: string; more: boolean }
  | { what: 'to-meet'; event: string; person: string }
  | { what: 'looked-up'; event: string; person: string }
  | { what: 'dropped'; event: string; person: string }
  | { what: 'attended'; event: string }
  | { what: 'met'; event: string; person: string; sendOn?: Day }
  | { what: 'missed'; event: string }
  | { what: 'cancelled'; event: string }
  | { what: 'opening'; opening: string; organization: string; deadline?: Day }
  | { what: 'opening-status'; opening: string; status: 'applied' | 'interviewing' | 'offer' | 'closed' }
  | { what: 'advocate-asked'; opening: string; person: string }
  | { what: 'advocate-helped'; opening: string; person: string }
)

/** `YYYY-MM-DD` */
export type Day = string
export type Keep = 'yes' | 'no'
export type Answer = 'yes' | 'no' | 'later' | 'out-of-office'
export type Mode = 'in-person' | 'video' | 'phone'

/** The fields of the policy on which a date depends, by the page of the method. */
export interface Policy {
  askAdvocateDays: number
  applyDays: number
  eventFollowUpDays: number
  eventLeadDays: number
  travelDays: number
  studentRateDays: number
  introduceDays: number
  replyWaitDays: number
  clock: 'calendar' | 'business'
  weekend: 'saturday-sunday' | 'friday-saturday' | 'sunday' | 'none'
  secondContactDays: number
  attempts: number
  scheduleDays: number
  prepareDays: number
  researchAttendeesDays: number
  questionsFrom: number
  confirmHoursFrom: number
  confirmHoursTo: number
  arriveEarlyMinutes: number
  thankYouHours: number
  promiseDays: number
  referralDays: number
  reportBackDays: number
  progressDays: number
  cadenceDays: number
  touchesPerWeek: number
}

export const office: Policy = {
  askAdvocateDays: 7,
  applyDays: 14,
  eventFollowUpDays: 3,
  eventLeadDays: 14,
  travelDays: 14,
  studentRateDays: 7,
  introduceDays: 7,
  replyWaitDays: 14,
  clock: 'calendar',
  weekend: 'saturday-sunday',
  secondContactDays: 0,
  attempts: 2,
  scheduleDays: 2,
  prepareDays: 3,
  researchAttendeesDays: 5,
  questionsFrom: 10,
  confirmHoursFrom: 48,
  confirmHoursTo: 24,
  arriveEarlyMinutes: 10,
  thankYouHours: 48,
  promiseDays: 7,
  referralDays: 7,
  reportBackDays: 14,
  progressDays: 14,
  cadenceDays: 90,
  touchesPerWeek: 5,
}

/** X8 */
export const twoHours: Policy = {
  ...office,
  replyWaitDays: 7,
  clock: 'business',
  secondContactDays: 3,
  questionsFrom: 5,
}
