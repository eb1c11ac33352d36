import type { Draft, Has } from './asking.ts'
import { unhurried } from './asking.ts'
import { blank } from './blanks.ts'
import type { LetterFacts } from './facts.ts'
import type { Pick } from './phrasing.ts'
import { fieldNames, type Voice, whatToLearn } from './purpose.ts'
import { listed, paragraph } from './wording.ts'

/** Asks for names in a field, to be introduced to somebody (N2), or for a word of help with an opening (W5). */
export function introductionRequest(
  facts: LetterFacts,
  voice: Voice,
  pick: Pick,
  has: Has = () => true,
): Draft {
  if (facts.opening) return wordOfHelp(facts.opening, facts, pick, has)
  const named = facts.introduction?.namedPerson
  const { dateText } = facts.conversation ?? {}
  const again =
    facts.conversation && `Thank you again for our conversation${dateText ? ` on ${dateText}` : ''}`
  const end = voice !== 'short' && has('kindness') && unhurried(pick)
  if (named) {
    return {
      subject: `Would you introduce me to ${named}?`,
      paragraphs: [
        paragraph(again, ...whomAndWhy(facts, named, pick)),
        paragraph(
          pick('ask', [
            'Would you be willing to introduce me?',
            'Would you introduce me to them?',
            'Could you introduce me?',
          ]),
          has('how') &&
            pick('how', [
              'A line to the two of us would be enough; if it is easier for you, I can write myself and mention your name',
              'I can write a few lines about myself for you to send on, or write to them myself and mention your name',
            ]),
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
        again,
        pick('why', [
          `I am exploring ${field} and would like to hear from more people who know it from the inside`,
          `As I explore ${field}, I would like to hear from others who see it from another side`,
        ]),
      ),
      paragraph(
        pick('ask', [
          'Is there anybody you think I should speak with?',
          'Whom would you ask in my place?',
          'Is there somebody whom you would advise me to ask?',
        ]),
        'One or two names would be a great help, and I would mention yours only if you agree',
        end,
      ),
      'Thank you for thinking about it.',
    ],
  }
}

/** Whom to be introduced to, and why: the field, else the aims, else a blank. */
function whomAndWhy(facts: LetterFacts, named: string, pick: Pick): string[] {
  const theyNamed = facts.conversation?.namesGiven.includes(named) ? ', whom you named' : ''
  const wish = `I have a request: I would like to speak with ${named}${theyNamed}`
  if (facts.fields.length === 0 && facts.aims.length > 0) {
    const aims = facts.aims.slice(0, 2).map((aim) => aim.replace(/[.?\s]+$/, ''))
    return [
      wish,
      aims.every((aim) => /^(?:how|what|why|which|when|where|who|whether)\b/i.test(aim))
        ? `I would like to learn ${listed(aims.map(lowerFirst))}`
        : whatToLearn(facts, pick, 2),
    ]
  }
  const subject = fieldNames(facts) || blank('what you hope to learn')
  return [`${wish}${theyNamed && ','} about ${subject}`]
}

const lowerFirst = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())

/** Asks an ally for a word of help with an opening, leaving them free to say no (W5). */
function wordOfHelp(
  { title, organization, deadlineText }: NonNullable<LetterFacts['opening']>,
  { conversation }: LetterFacts,
  pick: Pick,
  has: Has,
): Draft {
  return {
    subject: `Your advice on ${title}, ${organization}`,
    paragraphs: [
      paragraph(
        conversation &&
          has('how') &&
          `Our conversation${conversation.dateText ? ` on ${conversation.dateText}` : ''} is one reason that I write today`,
        `I intend to apply to ${organization} (${title})${deadlineText ? `; the last day is ${deadlineText}` : ''}`,
      ),
      paragraph(
        pick('value', [
          'I would value your advice on what matters there',
          'You know what matters there, and I would be glad of your advice',
        ]),
        pick('word', [
          'Would you be willing to say a word on my behalf, if you think it right?',
          'If you think it right, would you say a word for me to those who decide?',
        ]),
        has('kindness') && 'If you would rather not, I quite understand, and nothing changes between us',
      ),
      'Thank you for thinking about it.',
    ],
  }
}
