import { addressee, isFamiliar, senderName } from './address.ts'
import { firstTime } from './asking.ts'
import { blank } from './blanks.ts'
import type { LetterFacts } from './facts.ts'
import { fullestThatFits } from './fit.ts'
import { fieldNames, howFound, minutes, topic, whatToLearn } from './purpose.ts'
import { studyClause } from './study.ts'
import { paragraph } from './wording.ts'

/** What LinkedIn takes with an invitation, in UTF-16 units. */
export const noteLength = 300

const fits = (text: string): boolean => text.length <= noteLength

/** The request as a note with an invitation: the referrer, what to learn, the time asked for (O2-O4). */
export function requestNote(facts: LetterFacts): string {
  return fullestThatFits(
    ['source', 'study', 'aims', 'field', 'thanks'],
    (has) => {
      const referred = facts.referrer || facts.recipient.origin === 'personal-referral'
      return paragraph(
        `Dear ${addressee(facts)}, ${whoWrites(facts, has('study'))}`,
        (referred || has('source')) && howFound(facts, 'short'),
        learn(facts, has('aims'), has('field')),
        `May we talk for ${minutes(facts)}?`,
        has('thanks') && 'Thank you',
      )
    },
    fits,
  )
}

function whoWrites(facts: LetterFacts, withStudy: boolean): string {
  if (isFamiliar(facts)) return `this is ${senderName(facts)}`
  const { year, major } = facts.sender
  const study = withStudy ? studyClause({ year, major }) : undefined
  const me = `I am ${senderName(facts)}`
  return study ? `${me}, ${study.startsWith('I am ') ? study.slice(5) : `and ${study}`}` : me
}

function learn(facts: LetterFacts, withAim: boolean, withField: boolean): string {
  if (facts.aims.length === 0 && facts.fields.length === 0)
    return `I hope to learn ${blank('what you hope to learn')}`
  if (withAim && facts.aims.length > 0) return whatToLearn(facts, 1)
  const field = withField && fieldNames(facts)
  return field
    ? `I am exploring ${field} and hope to learn from your experience`
    : 'I hope to learn about your work'
}

/** The follow-up in the same length (O6). */
export function followUpNote(facts: LetterFacts): string {
  return fullestThatFits(
    ['kindness', 'referrer', 'topic', 'ways'],
    (has) =>
      `${paragraph(
        `Dear ${addressee(facts)}, ${firstTime(facts)}${has('topic') ? ` to ask about ${topic(facts)}` : ''}`,
        has('referrer') && facts.referrer && `${facts.referrer} had given me your name`,
        `Would ${minutes(facts)} be possible${has('ways') ? ', in whatever way is easiest for you' : ''}?`,
        has('kindness') && 'If it does not suit you, I quite understand',
      )} Thank you, ${senderName(facts)}`,
    fits,
  )
}
