import type { Step, StepKind } from './step.ts'

/** What each step is called, with the name of its subject. */
const titles: Readonly<Record<StepKind, (name: string) => string>> = {
  introduce: (name) => `Write to ${name}`,
  'follow-up': (name) => `Write to ${name} again`,
  'move-on': (name) => `Move on from ${name}`,
  schedule: (name) => `Find a time with ${name}`,
  prepare: (name) => `Prepare for ${name}`,
  confirm: (name) => `Confirm with ${name}`,
  attend: (name) => `Meet ${name}`,
  record: (name) => `Write down what ${name} said`,
  thank: (name) => `Thank ${name}`,
  'keep-promise': (name) => `Keep your promise to ${name}`,
  'use-referral': (name) => `Use the introduction to ${name}`,
  'report-back': (name) => `Tell ${name} what came of it`,
  'tell-progress': (name) => `Tell ${name} what you did with their advice`,
  'keep-in-touch': (name) => `Be in touch with ${name}`,
  register: (name) => `Register for ${name}`,
  'arrange-travel': (name) => `Arrange the way to ${name}`,
  'ask-student-rate': (name) => `Ask for a student rate: ${name}`,
  'research-attendees': (name) => `Look up who will be at ${name}`,
  'event-follow-up': (name) => `Write to whom you met at ${name}`,
  'ask-advocate': (name) => `Ask for a word of help: ${name}`,
  apply: (name) => `Apply: ${name}`,
}

/** What is called otherwise where it is done for an event. */
const eventTitles: Partial<typeof titles> = {
  attend: (name) => `Go to ${name}`,
  record: (name) => `Write down whom you met at ${name}`,
}

/** A step in a few words, "Thank Nadia Haddad", for a list or a calendar. */
export const stepTitle = ({
  kind,
  subjectType,
  subjectName,
}: Pick<Step, 'kind' | 'subjectType' | 'subjectName'>): string =>
  ((subjectType === 'event' ? eventTitles[kind] : undefined) ?? titles[kind])(subjectName)
