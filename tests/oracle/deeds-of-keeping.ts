import { dayAfter } from './days.ts'
import { iso, type Living } from './living.ts'
import type { Story } from './story.ts'
import type { NewFact } from './student.ts'

export async function thank(life: Living, story: Story) {
  const talk = life.some(story.talks.values(), (one) => one.outcome === 'held' && !one.thanked)
  if (!talk) return
  const { person } = talk
  if (life.chance.percent(50)) {
    const when = life.student.now
    return life.student.do('touches.add', { person, kind: 'email', thanks: true }, () => [
      { what: 'touch', person, when, from: 'me', thanks: true },
    ])
  }
  return write(life, person, 'thank-you')
}

export async function promise(life: Living, story: Story) {
  const open = life.some(story.promises.values(), (one) => !one.closed)
  if (open && life.chance.percent(70)) {
    const kept = life.chance.percent(80)
    return life.student.do('promises.done', { promise: open.id, ...(!kept && { dropped: true }) }, () => [
      { what: 'promise-closed', promise: open.id, kept },
    ])
  }
  const person = life.some(story.people.keys())
  if (!person) return
  const by = life.chance.percent(70) ? 'me' : 'them'
  const dueOn = life.chance.percent(60) ? dayAfter(life.date, life.chance.between(1, 40)) : undefined
  return life.student.do<{ id: string }>(
    'promises.add',
    { person, text: `Bring back ${life.student.commands}`, by, ...(dueOn && { dueOn }) },
    ({ id }) => [{ what: 'promised', promise: id, person, by, dueOn } as NewFact],
  )
}

export async function touch(life: Living, story: Story) {
  const due = life.chance.percent(50)
    ? life.some(life.student.expected(), (one) => one.kind === 'keep-in-touch')?.subject
    : undefined
  const person = due ?? life.some(story.people.keys(), (one) => !story.people.get(one)!.never)
  if (!person) return
  if (life.chance.percent(30))
    return write(life, person, life.chance.oneOf(['keep-in-touch', 'seasonal'] as const))
  const from = life.chance.percent(70) ? 'me' : 'them'
  const when = life.late(5)
  const kind = life.chance.oneOf(['email', 'call', 'coffee', 'card', 'article', 'message', 'meeting'])
  return life.student.do('touches.add', { person, kind, from, at: iso(when) }, () => [
    { what: 'touch', person, when, from, thanks: false },
  ])
}

export async function report(life: Living, story: Story) {
  const one = life.some(story.introductions.values(), (each) => each.status === 'met')
  if (one && life.chance.percent(70)) return write(life, one.by, 'report-back', { introduction: one.id })
  const advised = life.some(story.talks.values(), (talk) => talk.advice > 0 && !talk.told)
  if (advised && life.chance.percent(60))
    return write(life, advised.person, 'report-back', { conversation: advised.id })
  if (life.chance.percent(15)) return named(life, story)
  const any = life.some(story.introductions.values())
  if (!any) return
  const statuses = ['named', 'offered', 'introduced', 'contacted', 'met', 'reported-back'] as const
  const next = statuses.slice(statuses.indexOf(any.status) + 1)
  if (next.length === 0) return
  const status = life.chance.oneOf(next) as Exclude<(typeof statuses)[number], 'named'>
  return life.student.do('introductions.update', { introduction: any.id, status }, () => [
    { what: 'introduced', introduction: any.id, status },
  ])
}

async function write(
  life: Living,
  person: string,
  kind: 'thank-you' | 'report-back' | 'keep-in-touch' | 'seasonal',
  { introduction, conversation }: { introduction?: string; conversation?: string } = {},
) {
  const letter = await life.student.do<{
    id: string
    conversationId: string | null
    introductionId: string | null
  }>(
    'letters.compose',
    {
      person,
      kind,
      ...(introduction && { introduction }),
      ...(conversation && { conversation }),
      ...(kind === 'seasonal' && { season: 'winter' }),
    },
    () => [],
  )
  if (!letter) return
  const when = life.student.now
  return life.student.do('letters.sent', { letter: letter.id }, () => [
    {
      what: 'letter',
      person,
      when,
      kind,
      introduction: letter.introductionId ?? undefined,
      talk: letter.conversationId ?? undefined,
    } as NewFact,
  ])
}

/** Somebody names somebody, outside of a talk. */
async function named(life: Living, story: Story) {
  const by = life.some(story.people.keys())
  if (!by) return
  const person = life.name('Named')
  return life.student.do<{ id: string }>('introductions.add', { from: by, name: person }, ({ id }) => [
    { what: 'person', person },
    { what: 'named', introduction: id, by, person },
  ])
}
