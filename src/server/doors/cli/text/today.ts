import { hourOf } from '../../../../core/method/moments.ts'
import type { StepKind, SubjectType } from '../../../../core/method/step.ts'
import { stepTitle } from '../../../../core/method/step-title.ts'
import { greeting, thingsToDo } from '../../../../core/method/today-words.ts'
import { shortId } from './anything.ts'
import { columnsOf, pad, safe, wrap } from './columns.ts'
import { when } from './moments.ts'
import type { Page, Render } from './page.ts'

interface Step {
  id: string
  kind: StepKind
  dueAt: string
  overdue: boolean
  /** Due on a day, at no hour of it. */
  wholeDay?: boolean
  subject: { type: SubjectType; id: string; name: string }
  rule: string
  why: string
  action: { operation: string; input: Record<string, unknown> }
}

/** For the first day, and for a quiet one. */
const firstDay =
  '\n"acquaint import FILE" brings people in; "acquaint people edit NAME --chosen" says whom you want to meet.'

const today: Render = ({ now, steps }: { now: string; steps: Step[] }, page) => {
  const moment = { ...page, now: Date.parse(now) }
  const head = `${greeting(hourOf(moment.now, page.timeZone))}.\n${thingsToDo(steps.length)}`
  if (steps.length === 0) return `${head}${firstDay}`
  return [head, ...steps.map((step) => stepText(step, moment))].join('\n\n')
}

function stepText(step: Step, page: Page): string {
  const { kind, subject, overdue, dueAt, why, rule, wholeDay } = step
  const width = Math.min(page.width ?? 80, 80)
  const title = stepTitle({ kind, subjectType: subject.type, subjectName: safe(subject.name) })
  const day = when(dueAt, page, { clock: !wholeDay })
  const due = overdue ? `since ${day}` : day
  const room = width - columnsOf(due)
  const line = `${page.paint.strong(pad(title, room - 2))}  ${overdue ? page.paint.late(due) : page.paint.due(due)}`
  const note = page.paint.quiet(`  ${rule}, step ${shortId(step.id)}`)
  return `${line}\n${wrap(safe(why), width, '  ')}\n  ${commandFor(step)}\n${note}`
}

/** What to type to do it: the step's action as a command. */
function commandFor({ action, subject }: Step): string {
  const words = action.operation.replace('.', ' ').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const given = Object.entries(action.input).flatMap(([name, value], index) => {
    const isSubject = value === subject.id
    const text = isSubject ? `"${safe(subject.name)}"` : isId(value) ? shortId(value) : String(value)
    if (index === 0 && !withOptions.has(action.operation)) return text
    // What a letter or a talk is about besides the person, the command finds by itself.
    return isId(value) && !isSubject && name !== 'person' ? [] : `--${name} ${text}`
  })
  return ['acquaint', words, ...given].join(' ')
}

/** The operations whose inputs are all options; the others take what they are about by position. */
const withOptions = new Set(['letters.compose', 'conversations.arrange', 'people.list'])

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)

export const todayWords = { today }
