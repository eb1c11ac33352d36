import { dayAfter, dayOf, startOf } from './days.ts'
import type { Keep, Mode } from './facts.ts'
import { iso, type Living, organizations } from './living.ts'
import { endOfTalk, type Story } from './story.ts'
import type { NewFact } from './student.ts'

const day = 24 * 3_600_000

export async function arrange(life: Living, story: Story) {
  const arranged = [...story.talks.values()].filter((one) => !one.outcome)
  if (life.chance.percent(12)) {
    const talk = life.some(arranged, (one) => one.startsAt > life.student.now)
    if (!talk) return
    if (life.chance.percent(30)) {
      const [minutes, travelMinutes] = [life.chance.oneOf([15, 40, 60]), life.chance.between(0, 90)]
      return life.student.do(
        'conversations.prepare',
        { conversation: talk.id, minutes, travelMinutes },
        () => [{ what: 'moved', talk: talk.id, minutes, travelMinutes }],
      )
    }
    const startsAt = hourAhead(life, 1, 12)
    return life.student.do('conversations.prepare', { conversation: talk.id, at: iso(startsAt) }, () => [
      { what: 'moved', talk: talk.id, startsAt },
    ])
  }
  const yes = life.some(
    story.approaches.values(),
    (one) =>
      one.reply?.answer === 'yes' && ![...story.talks.values()].some((talk) => talk.approach === one.id),
  )
  const again = life.some(story.talks.values(), (one) => one.outcome === 'fell-through')
  const anybody = life.some(story.people.keys())
  const person =
    yes?.person ?? (life.chance.percent(30) ? again?.person : life.chance.percent(10) ? anybody : undefined)
  if (!person || arranged.some((one) => one.person === person) || story.people.get(person)!.never) return
  const startsAt = hourAhead(life, 0, 14)
  const minutes = life.chance.oneOf([20, 25, 30, 45])
  const mode: Mode = life.chance.oneOf(['in-person', 'in-person', 'video', 'phone'] as const)
  const travelMinutes =
    mode === 'in-person' && life.chance.percent(70) ? life.chance.between(5, 180) : undefined
  return life.student.do<{ id: string; approachId: string | null }>(
    'conversations.arrange',
    { person, at: iso(startsAt), minutes, mode, ...(travelMinutes !== undefined && { travelMinutes }) },
    ({ id }) => [{ what: 'arranged', person, talk: id, startsAt, minutes, mode, travelMinutes } as NewFact],
  )
}

export async function prepare(life: Living, story: Story) {
  const talk = life.some(story.talks.values(), (one) => !one.outcome && one.startsAt > life.student.now)
  if (!talk) return
  if (life.chance.percent(40))
    return life.student.do('conversations.confirm', { conversation: talk.id }, () => [
      { what: 'confirmed', talk: talk.id },
    ])
  const count = (most: number) => (life.chance.percent(50) ? life.chance.between(1, most) : 0)
  const list = (many: number, text: string) =>
    Array.from({ length: many }, (_, i) => `${text} ${life.student.commands} ${i}`)
  const aims = Math.max(0, Math.min(count(2), 3 - talk.aims))
  const [questions, notes] = [count(10), count(2)]
  if (aims + questions + notes === 0) return
  return life.student.do(
    'conversations.prepare',
    {
      conversation: talk.id,
      ...(aims > 0 && { aims: list(aims, 'What matters in') }),
      ...(questions > 0 && {
        questions: list(questions, 'What surprised you about').map((one) => `${one}?`),
      }),
      ...(notes > 0 && { research: list(notes, 'They opened ward') }),
    },
    () => [{ what: 'prepared', talk: talk.id, aims, questions, notes }],
  )
}

export async function record(life: Living, story: Story) {
  const [ahead, early] = [life.chance.percent(4), life.chance.percent(30)]
  const talk = life.some(
    story.talks.values(),
    (one) => !one.outcome && (ahead || (early ? one.startsAt : endOfTalk(one)) <= life.student.now),
  )
  if (!talk) return
  const conversation = talk.id
  const outcome = life.chance.oneOf(
    ahead ? (['cancelled'] as const) : (['held', 'held', 'held', 'held', 'cancelled', 'no-show'] as const),
  )
  if (outcome !== 'held')
    return life.student.do('conversations.record', { conversation, outcome }, () => [
      { what: 'fell-through', talk: talk.id },
    ])
  const advice = life.chance.percent(50) ? life.chance.between(1, 3) : 0
  const named = life.chance.percent(40)
    ? Array.from({ length: life.chance.between(1, 2) }, () => ({
        person: life.name('Named'),
        organization: life.chance.percent(50) ? life.chance.oneOf(organizations) : undefined,
      }))
    : []
  const promised = life.chance.percent(40) ? life.chance.between(1, 2) : 0
  const stay: Keep = life.chance.percent(85) ? 'yes' : 'no'
  return life.student.do<{
    introductions: { id: string; to: { name: string } }[]
    promises: { id: string }[]
  }>(
    'conversations.record',
    {
      conversation,
      outcome,
      highlight: 'How they came to it',
      advice: Array.from({ length: advice }, (_, i) => `Take course ${i}`),
      names: named.map(({ person, organization }) =>
        [person, 'planner', organization].filter(Boolean).join(', '),
      ),
      promises: Array.from({ length: promised }, (_, i) => `Send paper ${i}`),
      stayInTouch: stay,
    },
    ({ introductions, promises }) => [
      ...named.map(({ person, organization }): NewFact => ({ what: 'person', person, organization })),
      { what: 'held', talk: talk.id, advice, stay },
      ...introductions.map(
        ({ id, to }): NewFact => ({ what: 'named', introduction: id, by: talk.person, person: to.name }),
      ),
      ...promises.map(
        ({ id }): NewFact => ({ what: 'promised', promise: id, person: talk.person, by: 'me' }),
      ),
    ],
  )
}

/** A quarter of an hour of some day ahead. */
function hourAhead(life: Living, from: number, to: number): number {
  const { zone } = life.student.story()
  const on = dayAfter(dayOf(life.student.now, zone), life.chance.between(from, to))
  const at = startOf(on, zone) + life.chance.between(32, 80) * 15 * 60_000
  return at > life.student.now ? at : at + day
}
