import type { Operation } from './operation.ts'

type Loader = () => Promise<readonly Operation[]>

// biome-ignore lint/suspicious/noExplicitAny: each operation has its own schema; a list of them has none in common
const list = (operations: readonly any[]): readonly Operation[] => operations

const administration: Loader = () =>
  import('./administration-operations.ts').then((m) => list(m.administrationOperations))

/** Where the operations of each first word of the command line are; a file is loaded only when its word is used. */
const loaders: Readonly<Record<string, Loader>> = {
  people: () => import('./people.ts').then((m) => list(m.peopleOperations)),
  today: () => import('./today.ts').then((m) => list(m.todayOperations)),
  steps: () => import('./steps.ts').then((m) => list(m.stepsOperations)),
  approaches: () => import('./approaches.ts').then((m) => list(m.approachesOperations)),
  letters: () => import('./letters.ts').then((m) => list(m.lettersOperations)),
  conversations: () => import('./conversations.ts').then((m) => list(m.conversationsOperations)),
  touches: () => import('./touches.ts').then((m) => list(m.touchesOperations)),
  introductions: () => import('./introductions.ts').then((m) => list(m.introductionsOperations)),
  fields: () => import('./fields.ts').then((m) => list(m.fieldsOperations)),
  organizations: () => import('./organizations.ts').then((m) => list(m.organizationsOperations)),
  research: () => import('./research.ts').then((m) => list(m.researchOperations)),
  events: () => import('./events.ts').then((m) => list(m.eventsOperations)),
  openings: () => import('./openings.ts').then((m) => list(m.openingsOperations)),
  referrals: () => import('./referrals.ts').then((m) => list(m.referralsOperations)),
  promises: () => import('./promises.ts').then((m) => list(m.promisesOperations)),
  questions: () => import('./questions.ts').then((m) => list(m.questionsOperations)),
  introduction: () => import('./introduction.ts').then((m) => list(m.introductionOperations)),
  profile: () => import('./profile.ts').then((m) => list(m.profileOperations)),
  policy: () => import('./policy.ts').then((m) => list(m.policyOperations)),
  rules: () => import('./rules.ts').then((m) => list(m.rulesOperations)),
  insights: () => import('./insights.ts').then((m) => list(m.insightsOperations)),
  log: () => import('./log.ts').then((m) => list(m.logOperations)),
  import: () => import('./import.ts').then((m) => list(m.importOperations)),
  export: () => import('./export.ts').then((m) => list(m.exportOperations)),
  undo: () => import('./history.ts').then((m) => list(m.historyOperations)),
  history: () => import('./history.ts').then((m) => list(m.historyOperations)),
  backup: administration,
  restore: administration,
  doctor: administration,
  erase: administration,
  token: administration,
  sessions: administration,
  demo: () => import('./demo.ts').then((m) => list(m.demoOperations)),
}

/** The first words that commands have: `people`, `today`, ... */
export const nouns: readonly string[] = Object.keys(loaders)

/** The operations whose command begins with this word; none where there is no such word. */
export async function operationsOf(noun: string): Promise<readonly Operation[]> {
  const load = Object.hasOwn(loaders, noun) ? loaders[noun] : undefined
  if (!load) return []
  return (await load()).filter((operation) => operation.commandLine.words[0] === noun)
}

/** Every operation there is, in the order of the words. */
export async function allOperations(): Promise<readonly Operation[]> {
  const lists = await Promise.all(nouns.map(operationsOf))
  return lists.flat()
}
