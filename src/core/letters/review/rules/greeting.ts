import { fold } from '../../../kernel/fold.ts'
import { nameIn } from '../mention.ts'
import type { ParsedLetter } from '../parse.ts'
import { plainText } from '../plain.ts'
import { atEnd, atStart, type Rule } from '../rule.ts'

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

export const greetingRules: readonly Rule[] = [noGreeting, wrongName, noSignature]
