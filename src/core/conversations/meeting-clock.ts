/** So long before the end a quiet word says that it comes, in minutes (C6). */
const warning = 5

export interface MeetingClock {
  /** Until the time agreed is over, in whole seconds; negative from then on. */
  left: number
  /** As it is shown, "18:42"; what is over the time with a plus, "+2:05". */
  text: string
  phase: 'going' | 'nearly over' | 'over'
}

/** Where a talk stands that was agreed for so many minutes and began at an instant (C6). */
export function meetingClock(beganAt: number, minutes: number, now: number): MeetingClock {
  const left = Math.ceil((beganAt + minutes * 60_000 - now) / 1000)
  const shown = Math.abs(left)
  const text = `${left < 0 ? '+' : ''}${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, '0')}`
  return { left, text, phase: left <= 0 ? 'over' : left <= warning * 60 ? 'nearly over' : 'going' }
}

/** When the time agreed began to run: as agreed, where the talk is going on; nothing before, and after (C6). */
export function agreedStart(startsAt: number, minutes: number, now: number): number | undefined {
  return startsAt <= now && now < startsAt + minutes * 60_000 ? startsAt : undefined
}
