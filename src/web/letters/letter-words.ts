import type { Channel } from '../../core/approaches/approach.ts'
import type { LetterKind } from '../../core/letters/letter.ts'
import type { Severity } from '../../core/method/finding.ts'

/** What each kind of letter is called, before the name of whom it goes to. */
export const kindTo: Readonly<Record<LetterKind, string>> = {
  request: 'A request to',
  'follow-up': 'A second letter to',
  'thank-you': 'Thanks to',
  'keep-in-touch': 'A few lines to',
  seasonal: 'Good wishes to',
  'introduction-request': 'A favour to ask of',
  'report-back': 'What came of it, to',
}

/** The same, alone. */
export const kindAlone: Readonly<Record<LetterKind, string>> = {
  request: 'A request for a talk',
  'follow-up': 'A second letter',
  'thank-you': 'Thanks',
  'keep-in-touch': 'A few lines',
  seasonal: 'Good wishes',
  'introduction-request': 'A request for an introduction',
  'report-back': 'What came of it',
}

/** How a letter goes. */
export const channelWords: Readonly<Record<Channel, string>> = {
  email: 'By e-mail',
  linkedin: 'On LinkedIn',
  phone: 'By telephone',
  letter: 'On paper',
  'in-person': 'Face to face',
}

/** What the user says when it is done. */
export const sentWords: Readonly<Record<Channel, string>> = {
  email: 'I have sent it',
  linkedin: 'I have sent it',
  phone: 'I have called',
  letter: 'It is in the post',
  'in-person': 'I have said it',
}

export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'To mend',
  warning: 'Better otherwise',
  hint: 'Worth a look',
}
export const severityColours: Readonly<Record<Severity, string>> = {
  error: 'late',
  warning: 'due',
  hint: 'quiet',
}
