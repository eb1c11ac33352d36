import { isFamiliar, senderName } from './address.ts'
import { blank } from './blanks.ts'
import type { LetterFacts } from './facts.ts'
import { fieldNames, howFound, minutes, topic, type Voice, whatToLearn, why } from './purpose.ts'
import { studyClause } from './study.ts'
import { capital, paragraph } from './wording.ts'

/** A letter without its greeting and its closing. */
export interface Draft {
  subject: string
  paragraphs: string[]
}

/** How long a request may be, in words (X3). */
export const requestWords = { from: 50, to: 125 }

/** What a request can do without where it would get too long, the most dispensable first (X3). */
export const dispensable = ['school', 'further aims', 'position', 'study'] as const

type Has = (part: (typeof dispensable)[number]) => boolean

/** The first letter: who named the recipient, why, what to learn, the time asked for, the places in order (O2-O5). */
export function request(facts: LetterFacts, voice: Voice, has: Has = () => true): Draft {
  const about = `conversation about ${topic(facts)}`
  return {
    subject: facts.referrer ? `Referred by ${facts.referrer}: a ${about}` : `A ${about}`,
    paragraphs: [
      paragraph(...opening(facts, voice, has)),
      paragraph(why(facts, voice, has('position')), whatToLearn(facts, has('further aims') ? 3 : 1)),
      paragraph(
        `May I ask you for ${minutes(facts)} in the coming weeks?`,
        'I would gladly come to your workplace, or we could meet elsewhere or speak by video or telephone',
      ),
      'Thank you for considering it.',
    ],
  }
}

/** The introduction of oneself, with the referrer in its first two sentences (O2). Who is close needs none. */
function opening(facts: LetterFacts, voice: Voice, has: Has): (string | undefined)[] {
  const { school, ...sender } = facts.sender
  const known = isFamiliar(facts) || !has('study')
  const study = known ? undefined : studyClause(has('school') ? { ...sender, school } : sender)
  if (voice === 'spoken') return [howFound(facts, voice), study && capital(study), 'Is this a good moment?']
  if (isFamiliar(facts)) return [howFound(facts, voice)]
  const name = `My name is ${senderName(facts)}`
  return [study ? `${name}, and ${study}` : name, howFound(facts, voice)]
}

/** The one follow-up: the first letter and its date, the question again, and no reproach (O6). */
export function followUp(facts: LetterFacts, voice: Voice): Draft {
  const again = voice === 'spoken' ? 'trying once more' : 'writing once more'
  return {
    subject: `Following up: a conversation about ${topic(facts)}`,
    paragraphs: [
      paragraph(
        `${firstTime(facts)} to ask for a conversation about ${topic(facts)}`,
        facts.referrer && `${facts.referrer} had given me your name`,
        `I know how quickly weeks fill up, so I am ${again}`,
      ),
      paragraph(
        `Would ${minutes(facts)} be possible in the coming weeks?`,
        'At your workplace, elsewhere, by video or by telephone: whichever is easiest for you',
        'If it does not suit you, I quite understand',
      ),
      'Thank you for considering it.',
    ],
  }
}

/** "I wrote to you on 3 March". */
export function firstTime({ firstLetter }: LetterFacts): string {
  const did = { phone: 'called you', 'in-person': 'spoke to you', email: '', linkedin: '', letter: '' }
  return `I ${(firstLetter && did[firstLetter.channel]) || 'wrote to you'} on ${firstLetter?.dateText || blank('the date of your first letter')}`
}

/** Asks for names in a field, or to be introduced to somebody who was named (N2). */
export function introductionRequest(facts: LetterFacts, voice: Voice): Draft {
  const named = facts.introduction?.namedPerson
  const { dateText } = facts.conversation ?? {}
  const thanks =
    facts.conversation && `Thank you again for our conversation${dateText ? ` on ${dateText}` : ''}`
  const end = voice !== 'short' && 'If it does not suit you, I quite understand'
  if (named) {
    return {
      subject: `Would you introduce me to ${named}?`,
      paragraphs: [
        paragraph(thanks, ...whomAndWhy(facts, named)),
        paragraph(
          'Would you be willing to introduce me?',
          'A line to the two of us would be enough; if it is easier for you, I can write myself and mention your name',
          end,
        ),
        'Thank you for thinking about it.',
      ],
    }
  }
  const field = fieldNames(facts) || blank('the field you are exploring')
  return {
    subject: `Whom else might I ask about ${field}?`,
    paragraphs: [
      paragraph(
        thanks,
        `I am exploring ${field} and would like to hear from more people who know it from the inside`,
      ),
      paragraph(
        'Is there anybody you think I should speak with?',
        'One or two names would be a great help, and I would mention yours only if you agree',
        end,
      ),
      'Thank you for thinking about it.',
    ],
  }
}

/** Whom to be introduced to, and why: the field, else the aims, else a blank. */
function whomAndWhy(facts: LetterFacts, named: string): string[] {
  const theyNamed = facts.conversation?.namesGiven.includes(named) ? ', whom you named' : ''
  const wish = `I have a request: I would like to speak with ${named}${theyNamed}`
  if (facts.fields.length === 0 && facts.aims.length > 0) return [wish, whatToLearn(facts)]
  const subject = fieldNames(facts) || blank('what you hope to learn')
  return [`${wish}${theyNamed && ','} about ${subject}`]
}
