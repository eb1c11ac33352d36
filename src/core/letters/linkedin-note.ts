import { addressee, isFamiliar, senderName } from './address.ts'
import { firstTime } from './asking.ts'
import { blank } from './blanks.ts'
import type { LetterFacts } from './facts.ts'
import { fullestThatFits } from './fit.ts'
import type { Pick } from './phrasing.ts'
import { fieldNames, howFound, minutes, topic, whatToLearn } from './purpose.ts'
import { noteCharacters } from './review/note-characters.ts'
import { studyClause } from './study.ts'
import { paragraph } from './wording.ts'

const fits =
  ({ characters = noteCharacters.long }: LetterFacts) =>
  (text: string): boolean =>
    text.length <= characters

/** The request as a note with an invitation: the referrer, what to learn, the time asked for (O2-O4). */
export function requestNote(facts: LetterFacts, pick: Pick): string {
  return fullestThatFits(
    ['signature', 'school', 'study', 'aims', 'field', 'source', 'thanks', 'learn'],
    (has) => {
      const note = paragraph(
        `Dear ${addressee(facts)}, ${whoWrites(facts, has('study'), has('school'))}`,
        (facts.referrer || has('source')) && howFound(facts, 'short', pick),
        has('learn') && learn(facts, pick, has('aims'), has('field')),
        pick('ask', [`May we talk for ${minutes(facts)}?`, `Could we talk for ${minutes(facts)}?`]),
        has('thanks') && !has('signature') && 'Thank you',
      )
      return has('signature') ? `${note} Thank you, ${senderName(facts)}` : note
    },
    fits(facts),
  )
}

function whoWrites(facts: LetterFacts, withStudy: boolean, withSchool: boolean): string {
  if (isFamiliar(facts)) return `this is ${senderName(facts)}`
  const { year, major, school } = facts.sender
  const study = withStudy ? studyClause(withSchool ? { year, major, school } : { year, major }) : undefined
  const me = `I am ${senderName(facts)}`
  return study ? `${me}, ${study.startsWith('I am ') ? study.slice(5) : `and ${study}`}` : me
}

function learn(facts: LetterFacts, pick: Pick, withAim: boolean, withField: boolean): string {
  if (facts.aims.length === 0 && facts.fields.length === 0)
    return `I hope to learn ${blank('what you hope to learn')}`
  if (withAim && facts.aims.length > 0) return whatToLearn(facts, pick, 1)
  const field = withField && fieldNames(facts)
  return field
    ? pick('learn', [
        `I am exploring ${field} and hope to learn from your experience`,
        `Your experience would tell me much about ${field}`,
      ])
    : 'I hope to learn about your work'
}

/** The follow-up in the same length (O6). */
export function followUpNote(facts: LetterFacts, pick: Pick): string {
  return fullestThatFits(
    ['kindness', 'referrer', 'topic', 'ways', 'signature'],
    (has) =>
      `${paragraph(
        `Dear ${addressee(facts)}, ${firstTime(facts)}${has('topic') ? ` to ask about ${topic(facts)}` : ''}`,
        has('referrer') && facts.referrer && `${facts.referrer} had given me your name`,
        `Would ${minutes(facts)} be possible${has('ways') ? ', in whatever way is easiest for you' : ''}?`,
        has('kindness') &&
          pick('end', ['If it does not suit you, I quite understand', 'If not, I quite understand']),
      )} Thank you${has('signature') ? `, ${senderName(facts)}` : ''}`,
    fits(facts),
  )
}
