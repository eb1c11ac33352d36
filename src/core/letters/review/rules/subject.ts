import type { ParsedLetter } from '../parse.ts'
import { atStart, type Found, type ReviewContext, type Rule } from '../rule.ts'

const emptySubjects =
  /^(?:(?:a |just a )?(?:quick|small|short|brief|simple) (?:question|note|chat|call|favou?r|request|ask|one|thing|hello)s?|hi|hello|hey|hi there|hello there|hey there|coffee|a coffee|question|questions|help|help needed|need help|please help|please read|urgent|important|favou?r|request|a request|networking|inquiry|enquiry|info|information|message|email|introduction|intro|no subject|\(no subject\)|re:?|fwd:?|follow(?:ing)?[- ]?up|checking in|touching base|opportunity|opportunities|job|resume|cv|thanks|subject|test|untitled)[.!?: ]*$/i

export const poorSubject: Rule = {
  id: 'O3',
  check: 'subject',
  checks: 'has a subject that says what it is about',
  kinds: 'all',
  channels: ['email'],
  severity: 'warning',
  anyLanguage: true,
  fails: { text: 'Dear Ms. Lee,', subject: 'Quick question' },
  passes: { text: 'Dear Ms. Lee,', subject: 'Lakeside student hoping to hear about hydrology' },
  find: (letter, context) => {
    const { subject } = letter
    if (letter.words === 0) return []
    if (!subject) return noSubject(letter, context)
    const place = { start: subject.start, end: subject.end, ...(subject.apart && { inSubject: true }) }
    const text = subject.text.trim()
    const suggestion = subjectFor(context)
    if (text === '')
      return [
        {
          ...place,
          message: 'The subject is empty, and mail without one is easily taken for junk.',
          suggestion,
        },
      ]
    if (shouts(text))
      return [
        {
          ...place,
          message: 'A subject in capitals shouts, and filters take it for advertising.',
          suggestion: 'Write it as you would write a sentence.',
        },
      ]
    if (emptySubjects.test(text) && !(context.kind === 'thank-you' && /^thank/i.test(text)))
      return [
        {
          ...place,
          severity:
            context.kind !== 'request' && /^(?:follow|check|touch|re:?$|hello)/i.test(text)
              ? 'hint'
              : 'warning',
          message: `"${text}" could be from anybody about anything. The subject decides whether a letter is opened.`,
          suggestion,
        },
      ]
    if (text.length > 90)
      return [
        {
          ...place,
          severity: 'hint',
          message: 'A subject this long is cut off on a telephone.',
          suggestion: 'Keep what they need to know first: who referred you, or what it is about.',
        },
      ]
    return []
  },
}

function noSubject(letter: ParsedLetter, context: ReviewContext): Found[] {
  return [
    {
      ...atStart(letter),
      severity: context.channel === 'email' ? 'warning' : 'hint',
      message: 'There is no subject. It is the first thing they read, and sometimes the only one.',
      suggestion: subjectFor(context),
    },
  ]
}

/** Capitals throughout; a name in capitals or an abbreviation among other words is none. */
function shouts(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /\p{L}{3,}/u.test(word))
  return (
    words.length > 1 &&
    words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase()).length >
      words.length * 0.7
  )
}

const subjectFor = ({ kind, referrer }: ReviewContext): string => {
  switch (kind) {
    case 'thank-you':
      return 'For instance: "Thank you for our conversation on Tuesday".'
    case 'keep-in-touch':
      return 'Name your reason for writing: "An article that made me think of you".'
    case 'seasonal':
      return 'For instance: "Good wishes for the new year".'
    case 'introduction-request':
      return 'Name whom you would like to meet: "Would you introduce me to ...?"'
    case 'report-back':
      return 'For instance: "My conversation with ...".'
    case 'follow-up':
      return 'For instance: "Following up: a conversation about ...".'
    case 'request':
      return referrer
        ? `For instance: "Referred by ${referrer}: a conversation about ...".`
        : 'Say who you are and what about: "Lakeside student hoping to hear about hydrology".'
  }
}
