import { dayAfter } from './days.ts'
import { iso, type Living } from './living.ts'
import type { Story } from './story.ts'
import type { NewFact } from './student.ts'

export async function request(life: Living, story: Story) {
  const open = new Set(
    [...story.approaches.values()].filter((one) => !one.movedOn && !one.reply).map((one) => one.person),
  )
  const who = life.some(
    story.people.values(),
    (one) => !open.has(one.name) && !one.never && (one.chosenAt !== undefined || life.chance.percent(20)),
  )
  if (!who) return
  if (life.chance.percent(30)) return byLetter(life, who.name)
  const sentAt = life.late(3)
  await life.student.do<{ id: string }>(
    'approaches.start',
    { person: who.name, channel: 'email', sentAt: iso(sentAt) },
    // The same request told twice on one day, by letter and by hand, is one.
    ({ id }) => (story.approaches.has(id) ? [] : [{ what: 'asked', person: who.name, approach: id, sentAt }]),
  )
}

export async function answer(life: Living, story: Story) {
  const waiting = [...story.approaches.values()].filter((one) => !one.reply && !one.movedOn)
  const moved = [...story.approaches.values()].filter((one) => one.movedOn || one.reply?.answer === 'later')
  const one = life.chance.percent(90) ? life.some(waiting) : life.some(moved)
  if (!one) return
  const { id: approach } = one
  const last = one.attempts.at(-1)!
  const what = life.chance.between(1, 100)
  if (what <= 40) return // Silence.
  if (what <= 55) {
    const sentAt = life.late(2, last + 1)
    return life.student.do('approaches.followUp', { approach, sentAt: iso(sentAt) }, () => [
      { what: 'asked-again', approach, sentAt },
    ])
  }
  if (what <= 63)
    return life.student.do('approaches.moveOn', { approach }, () => [{ what: 'moved-on', approach }])
  const answer = life.chance.oneOf(['yes', 'yes', 'yes', 'no', 'later', 'out-of-office'] as const)
  const when = life.late(2, last + 1)
  const until =
    answer === 'later' || answer === 'out-of-office'
      ? dayAfter(life.date, life.chance.between(2, 30))
      : undefined
  return life.student.do(
    'approaches.reply',
    { approach, answer, at: iso(when), ...(until && { until }) },
    () => [{ what: 'answered', approach, when, answer, until } as NewFact],
  )
}

/** A letter that is composed, and marked as sent: the request goes on record by itself. */
async function byLetter(life: Living, person: string) {
  const letter = await life.student.do<{ id: string }>(
    'letters.compose',
    { person, kind: 'request' },
    () => [],
  )
  if (!letter) return
  await life.student.do('letters.sent', { letter: letter.id }, () => [])
  const approaches = await life.student.look<
    { id: string; status: string; attempts: { sentAt: string }[] }[]
  >('approaches.list', { person })
  const sentAt = life.student.now
  const gone = approaches.find((one) => Date.parse(one.attempts.at(-1)!.sentAt) === sentAt)
  if (!gone) return
  const { id: approach, attempts } = gone
  life.student.note(
    attempts.length > 1
      ? { what: 'asked-again', approach, sentAt }
      : { what: 'asked', person, approach, sentAt },
  )
}
