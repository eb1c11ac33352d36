/** A step before the user's own word about it: put off, set aside, paused, on vacation. */
export interface Due {
  kind: string
  subject: string
  rule: string
  dueAt: number
  /** From when Today shows it. */
  showAt: number
  /** When there is no point in it any more. */
  until?: number
  /** Overdue from the minute after it was due; otherwise from the day after. */
  toTheMinute: boolean
  /** What a decision of the user about it is kept under: the kind, the record and the occasion. */
  key: string
  /** Neither a vacation nor a pause moves an appointment or a word that was given. */
  fixed: boolean
}
