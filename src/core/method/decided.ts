import { derivedId } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import { afterVacation, type Calendar } from './calendar.ts'
import { startOfDay } from './clock.ts'
import type { DueStep } from './due-step.ts'
import type { Step, StepDecision, SubjectType } from './step.ts'

/** For whom, or what, steps are derived, and what the user decided about them. */
export interface Subject {
  type: SubjectType
  id: string
  name: string
  /** Within the week's share: 0 advocates, 1 the others (X7). */
  rank: number
  /** No steps before this date, appointments and words given aside (X5). */
  pausedUntil?: string
  decisions: readonly StepDecision[]
}

/** A step as it is saved, once the user's word about it is heard: put off, set aside, paused, on vacation. */
export function decided(due: DueStep, subject: Subject, calendar: Calendar): Fresh<Step>[] {
  const { about, occasion, firm, inTurn, showAt, dueAt, ...rest } = due
  const id = derivedId(due.kind, about[1], String(occasion ?? ''))
  const decision = subject.decisions.find((one) => one.id === id)
  if (decision?.status === 'dismissed') return []
  const start = (date: string) => startOfDay(date, calendar.timeZone)
  const earliest = Math.max(
    ...(decision ? [start(decision.until)] : []),
    ...(subject.pausedUntil && !firm ? [start(subject.pausedUntil)] : []),
  )
  const later = (instant: number) => {
    const moved = Math.max(instant, earliest)
    return firm ? moved : afterVacation(moved, calendar)
  }
  return [
    {
      ...rest,
      id,
      subjectType: subject.type,
      subjectId: subject.id,
      subjectName: subject.name,
      aboutType: about[0],
      aboutId: about[1],
      showAt: later(showAt),
      dueAt: due.wholeDay ? later(dueAt) : dueAt,
      inTurn: inTurn ?? false,
      rank: subject.rank,
    },
  ]
}
