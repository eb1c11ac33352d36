import type { StepKind } from '../../core/method/step.ts'

/** What a step asks for, in a word or two, where the name stands beside it. */
export const kindWords: Readonly<Record<StepKind, string>> = {
  introduce: 'Write',
  'follow-up': 'Write again',
  'move-on': 'Move on',
  schedule: 'Find a time',
  prepare: 'Prepare',
  confirm: 'Confirm',
  attend: 'Meet',
  record: 'Write down',
  thank: 'Thank',
  'keep-promise': 'Keep a promise',
  'use-referral': 'Use a referral',
  'report-back': 'Report back',
  'tell-progress': 'Tell progress',
  'keep-in-touch': 'Be in touch',
  register: 'Register',
  'arrange-travel': 'The way there',
  'ask-student-rate': 'Student rate',
  'research-attendees': 'Look up who comes',
  'event-follow-up': 'Write to whom you met',
  'ask-advocate': 'Ask for a word',
  apply: 'Apply',
}
