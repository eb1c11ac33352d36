import type { Operation } from '../../../operations/operation.ts'
import { anything } from './anything.ts'
import type { Page, Render } from './page.ts'

type Renderers = Readonly<Record<string, Render>>

/** Where the words for each noun are; a noun without any gets the plain ones. */
const wordsFor: Readonly<Record<string, () => Promise<Renderers>>> = {
  people: () => import('./people.ts').then((m) => m.peopleWords),
  today: () => import('./today.ts').then((m) => m.todayWords),
  letters: () => import('./letters.ts').then((m) => m.lettersWords),
  conversations: () => import('./conversations.ts').then((m) => m.conversationsWords),
  introduction: () => import('./introduction.ts').then((m) => m.introductionWords),
  questions: () => import('./questions.ts').then((m) => m.questionsWords),
  events: () => import('./events.ts').then((m) => m.eventsWords),
  openings: () => import('./openings.ts').then((m) => m.openingsWords),
  approaches: () => import('./approaches.ts').then((m) => m.approachesWords),
  fields: () => import('./fields.ts').then((m) => m.fieldsWords),
  insights: () => import('./insights.ts').then((m) => m.insightsWords),
  referrals: () => import('./referrals.ts').then((m) => m.referralsWords),
  import: () => import('./import.ts').then((m) => m.importWords),
  history: () => import('./history.ts').then((m) => m.historyWords),
  undo: () => import('./history.ts').then((m) => m.historyWords),
  policy: () => import('./policy.ts').then((m) => m.policyWords),
  log: () => import('./history.ts').then((m) => m.historyWords),
  doctor: () => import('./administration.ts').then((m) => m.administrationWords),
  token: () => import('./administration.ts').then((m) => m.administrationWords),
}

/** An operation's answer as text for people. */
export async function inWords(operation: Operation, answer: unknown, page: Page): Promise<string> {
  const [noun] = operation.commandLine.words
  const words = await wordsFor[noun]?.()
  const render = words?.[operation.commandLine.words.join(' ')] ?? anything
  return render(answer, page)
}
