import { fold } from '../../../kernel/fold.ts'
import { blanksIn } from '../../blanks.ts'
import type { LetterKind } from '../../letter.ts'
import { nameIn } from '../mention.ts'
import type { ParsedLetter } from '../parse.ts'
import { plainText } from '../plain.ts'
import { atEnd, atStart, type Found, type ReviewContext, type Rule } from '../rule.ts'

const nothingThere: Rule = {
  id: 'W1',
  check: 'empty',
  checks: 'has a text',
  kinds: 'all',
  severity: 'error',
  anyLanguage: true,
  fails: { text: '  ' },
  passes: { text: 'Dear Ms. Lee,' },
  find: (letter) =>
    letter.words > 0
      ? []
      : [
          {
            start: 0,
            end: letter.text.length,
            message: 'There is no letter here yet.',
            suggestion: 'Begin with "Dear" and their name.',
          },
        ],
}

const placeholder =
  /<(?!https?:|mailto:|[^<>\s@]{1,60}@)[A-Za-z][A-Za-z '/.-]{1,40}>|\{\{?[A-Za-z][A-Za-z _'/.-]{1,40}\}?\}|_{3,40}|\b[Xx]{2,8}\b|\(insert [^)]{1,40}\)|\((?:your|last|first|company|their|recipient|contact|full) ?(?:name|organization|title)\)/g

const blanksLeft: Rule = {
  id: 'O3',
  check: 'blank',
  checks: 'has no blanks left to fill',
  kinds: 'all',
  severity: 'error',
  anyLanguage: true,
  fails: {
    text: 'Dear Ms. Lee, I would like to learn [what you hope to learn].',
    context: { recipient: { name: 'Ann Lee' } },
  },
  passes: {
    text: 'Dear Ms. Lee, I would like to learn how you began.',
    context: { recipient: { name: 'Ann Lee' } },
  },
  find: (letter, { recipient, kind }) => {
    const inText = [...blanksIn(letter.text), ...placeholders(letter.text)].sort(
      (one, other) => one.start - other.start,
    )
    const inSubject = letter.subject?.apart
      ? [...blanksIn(letter.subject.text), ...placeholders(letter.subject.text)]
      : []
    return [...inText, ...inSubject.map((blank) => ({ ...blank, inSubject: true }))]
      .slice(0, 30)
      .map((blank, index): Found => {
        const { start, end, text } = blank
        return {
          start,
          end,
          ...('inSubject' in blank && { inSubject: true }),
          severity: recipient ? 'error' : index === 0 ? 'warning' : 'hint',
          rule: neededFor[kind],
          message: `Fill in ${text} before you send it; a blank that stays shows that the letter was written for anybody.`,
          suggestion: 'Put the fact in its place, or rewrite the sentence so that it can do without.',
        }
      })
  },
}

/** The rule by which each kind of letter needs what it leaves blank. */
const neededFor: Record<LetterKind, string> = {
  request: 'O3',
  'follow-up': 'O6',
  'thank-you': 'F1',
  'keep-in-touch': 'F5',
  seasonal: 'F5',
  'introduction-request': 'N2',
  'report-back': 'X1',
}

const placeholders = (text: string): { start: number; end: number; text: string }[] =>
  [...text.matchAll(placeholder)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
  }))

const anybody =
  /(?:whom it may|(?<![a-z])(?:sirs?|madam)(?= or | and | ?[/,:]|$)|(?:hiring|recruiting|human resources) |recruiter)|^(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening|day))(?: (?:all|team|friends?|professional|contact|alum(?:nus|na|ni)?|there|everyone|colleagues?))?[,:!. ]*$/

const noGreeting: Rule = {
  id: 'W1',
  check: 'greeting',
  checks: 'greets them by name',
  kinds: 'all',
  severity: 'warning',
  fails: { text: 'To whom it may concern,\nI would like to hear about your work.' },
  passes: { text: 'Dear Ms. Lee:\nI would like to hear about your work.' },
  find: (letter) => {
    const { greeting, plain } = letter
    if (letter.words === 0) return []
    if (!greeting)
      return [
        {
          ...atStart(letter),
          message: 'There is no greeting. Without one the letter reads like a notice.',
          suggestion: 'Begin with "Dear" and their name.',
        },
      ]
    const text = plain.slice(greeting.start, greeting.end)
    const place = { start: greeting.start, end: greeting.end }
    if (anybody.test(text))
      return [
        {
          ...place,
          message:
            'This greeting would fit anybody. Somebody who is greeted by name knows that the letter is for them.',
          suggestion: 'Write "Dear" and their name; the full name when you are not sure of the title.',
        },
      ]
    if (/^(?:hey|yo|howdy|hiya)/.test(text))
      return [
        {
          ...place,
          severity: 'hint',
          message:
            'Among friends this is a fine beginning; to somebody who does not know you it is a step too near.',
          suggestion: 'Write "Hello" or "Dear" and their name.',
        },
      ]
    return []
  },
}

const wrongName: Rule = {
  id: 'W1',
  check: 'wrong-name',
  checks: 'greets the person it goes to, not somebody else',
  kinds: 'all',
  severity: 'error',
  anyLanguage: true,
  fails: {
    text: 'Dear Mr. Beck,\nI would like to hear about your work.',
    context: { recipient: { name: 'Ann Lee', familyName: 'Lee' } },
  },
  passes: {
    text: 'Dear Ms. Lee,\nI would like to hear about your work.',
    context: { recipient: { name: 'Ann Lee', familyName: 'Lee' } },
  },
  find: (letter, { recipient }) => {
    if (!recipient || !letter.greeting) return []
    const { start, end } = letter.greeting
    const text = letter.text.slice(start, end)
    const named = text
      .replace(/^\s*(?:dear|hi|hello|hey|good \p{L}+|greetings)(?!\p{L})/iu, '')
      .replace(/(?<!\p{L})(?:mr|mrs|ms|mx|dr|prof|professor|doctor)(?!\p{L})\.?/giu, '')
    if (!/\p{L}/u.test(named) || /[[<{_(]/.test(named) || anybody.test(letter.plain.slice(start, end)))
      return []
    const names = [recipient.name, recipient.givenName, recipient.familyName].filter(
      (name) => name,
    ) as string[]
    if (names.some((name) => greets(named, name))) return []
    return [
      {
        start,
        end,
        // Between scripts a name may look like another and be the same.
        severity: names.some((name) => /\p{Script=Latin}/u.test(name) === /\p{Script=Latin}/u.test(named))
          ? 'error'
          : 'hint',
        message: `This greets somebody else: the letter goes to ${recipient.name}.`,
        suggestion: `Write "Dear ${recipient.honorific && recipient.familyName ? `${recipient.honorific} ${recipient.familyName}` : recipient.name}".`,
      },
    ]
  },
}

/** Whether what stands after "Dear" is this name, a part of it, or short for it ("Sam"). */
function greets(named: string, name: string): boolean {
  if (nameIn(plainText(named), named, name)) return true
  const said = fold(named).split(' ')
  const parts = fold(name).split(' ')
  if (parts.some((part) => said.some((word) => word.length > 2 && part.startsWith(word.slice(0, 3)))))
    return true
  return [...fold(name)].some(
    (character) => /[^a-z ]/.test(character) && /\p{Lo}/u.test(character) && named.includes(character),
  )
}

const noSignature: Rule = {
  id: 'W1',
  check: 'signature',
  checks: 'ends with your name',
  kinds: 'all',
  channels: ['email', 'letter', 'in-person'],
  severity: 'warning',
  fails: { text: 'Dear Ms. Lee,\nI would like to hear about your work, and about how you began.' },
  passes: { text: 'Dear Ms. Lee,\nI would like to hear about your work.\nKind regards,\nMaya Lindgren' },
  find: (letter, { channel }) => {
    if (letter.words === 0) return []
    const signed = letter.signature && signs(letter)
    if (signed) return []
    return [
      {
        ...(letter.signature ?? atEnd(letter)),
        severity: channel || (letter.greeting && letter.text.length > 320) ? 'warning' : 'hint',
        message: 'Your name is missing at the end. They should not have to look for who wrote to them.',
        suggestion: 'Close with "Kind regards," and your full name.',
      },
    ]
  },
}

/** A closing formula alone is no name. */
function signs({ text, signature }: ParsedLetter): boolean {
  const said = text.slice(signature!.start, signature!.end)
  const rest = said.replace(/^[^\n,]{0,60}(?:[,\n]|$)/, '').trim()
  if (rest !== '') return true
  return (
    !/^(?:sincerely|respectfully|regards|best|kind|warm|yours|thanks?|thank you|cheers|many|with|cordially)\b/i.test(
      said,
    ) || /(?:thanks|thank you|best|regards|cheers),? \p{Lu}\p{Ll}+$/iu.test(said)
  )
}

const emptySubjects =
  /^(?:(?:a |just a )?(?:quick|small|short|brief|simple) (?:question|note|chat|call|favou?r|request|ask|one|thing|hello)s?|hi|hello|hey|hi there|question|questions|help|help needed|need help|please help|please read|urgent|important|favou?r|request|a request|networking|inquiry|enquiry|info|information|message|email|introduction|intro|no subject|\(no subject\)|re:?|fwd:?|follow(?:ing)?[- ]?up|checking in|touching base|opportunity|opportunities|job|resume|cv|thanks|subject|test|untitled)[.!?: ]*$/i

const poorSubject: Rule = {
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

export const frameRules: readonly Rule[] = [
  nothingThere,
  blanksLeft,
  noGreeting,
  wrongName,
  noSignature,
  poorSubject,
]
