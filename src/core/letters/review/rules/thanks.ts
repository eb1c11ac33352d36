import { nameIn, takesUp } from '../mention.ts'
import { has, phrase, places } from '../phrase.ts'
import { atEnd, atStart, type Found, type Rule } from '../rule.ts'

const thanks = phrase(
  '(?:thank(?:s|ed|ing|ful)?|thank you|appreciat(?:e|es|ed|ing|ion|ive)|grateful(?:ly)?|gratitude|indebted|obliged|glad of any)',
)

const courtesy = phrase(
  '(?:delighted|my treat|kind of you|mean a (?:lot|great deal)|a pleasure|honou?red|no pressure|any pressure|kind offer|great (?:meeting|to meet) you|cheers|best wishes)',
)

const noThanks: Rule = {
  id: 'C7',
  check: 'no-thanks',
  checks: 'thanks them',
  kinds: ['request', 'follow-up', 'thank-you', 'introduction-request', 'report-back'],
  severity: 'warning',
  fails: { text: 'Would you be willing to talk with me for 20 minutes?' },
  passes: { text: 'Would you be willing to talk with me for 20 minutes? Thank you for considering it.' },
  find: (letter, { kind, channel }) =>
    letter.sentences.length === 0 || has(letter.plain, thanks)
      ? []
      : [
          {
            ...atEnd(letter),
            severity:
              kind === 'thank-you'
                ? 'error'
                : channel === 'linkedin' || has(letter.plain, courtesy)
                  ? 'hint'
                  : 'warning',
            message:
              kind === 'thank-you'
                ? 'The word of thanks itself is missing.'
                : 'There is no word of thanks. It costs a line, and whoever reads a stranger’s letter has earned it.',
            suggestion:
              kind === 'thank-you'
                ? 'Begin with it: "Thank you for the time you took for me on Tuesday."'
                : 'Close with "Thank you for considering it."',
          },
        ],
}

const particular = phrase(
  `(?:learn(?:ed|t|ing)?|especially|particular(?:ly)?|in particular|most of all|above all|insights?|advice|advise[d]?|suggest(?:ed|ion|ions|ing)?|recommend(?:ed|ation|ations)?|tips?|helpful|useful|valuable|valued|eye-opening|enlightening|informative|
  hearing|notes|generous|enjoyed (?:hearing|learning|our|talking|listening|meeting|speaking)|hearing (?:about|how|your)|hear (?:about|how|your)|story|stories|stayed with me|struck me|stuck with me|stood out|stands out|resonated|inspired|encouraged|encouraging|convinced|confirmed|helped me|helps me|gave me|
  your (?:description|account|explanation|point|perspective|experience|example|view|honesty|thoughts|remark|comments?|words|work|path|career|passion|enthusiasm|encouragement|guidance|feedback)|how you|what you (?:said|told|do|shared)|you (?:said|told|mentioned|shared|described|explained|talked|spoke)|
  i (?:will|plan to|am going to|have already|intend to|now)|discuss(?:ed|ion)|our conversation (?:about|on|has)|idea|referr(?:ed|al)|introduc(?:ed|tion|ing))`,
)

const noHighlight: Rule = {
  id: 'F1',
  check: 'no-highlight',
  checks: 'a thank-you says what was valuable',
  kinds: ['thank-you'],
  severity: 'warning',
  fails: { text: 'Thank you so much for meeting me yesterday. It was great. Have a nice week.' },
  passes: { text: 'Thank you for meeting me yesterday. What you said about field work has stayed with me.' },
  find: (letter, { conversation }) => {
    const { highlight } = conversation ?? {}
    if (letter.sentences.length === 0) return []
    if (
      highlight ? takesUp(letter.text, highlight) : has(letter.plain.slice(letter.message.start), particular)
    )
      return []
    const [thanked] = places(letter.plain, thanks, { limit: 1 })
    return [
      {
        ...(thanked ?? atStart(letter)),
        message: highlight
          ? `You noted what was most valuable to you, and the letter does not mention it: "${shortened(highlight)}".`
          : 'The thanks could be for anything. What they remember is hearing what you took from the talk.',
        suggestion: highlight
          ? 'Give it a sentence of its own.'
          : 'Name one thing they said and what it changed for you: "What you said about ... has stayed with me."',
      },
    ]
  },
}

const adviceNotMentioned: Rule = {
  id: 'F1',
  check: 'advice-not-mentioned',
  checks: 'a thank-you mentions each advice on record',
  kinds: ['thank-you'],
  severity: 'warning',
  anyLanguage: true,
  fails: {
    text: 'Thank you for the talk.',
    context: { conversation: { advice: ['Take the statistics course'], namesGiven: [] } },
  },
  passes: {
    text: 'Thank you for the talk. I have signed up for statistics.',
    context: { conversation: { advice: ['Take the statistics course'], namesGiven: [] } },
  },
  find: (letter, { conversation }) =>
    (conversation?.advice ?? [])
      .filter((advice) => !takesUp(letter.text, advice))
      .map(
        (advice): Found => ({
          ...atEnd(letter),
          message: `They advised you: "${shortened(advice)}". Whoever gives advice likes to see that it was heard.`,
          suggestion: `Say what you will do with it: "As you advised, I will ${shortened(advice).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}."`,
        }),
      ),
}

const referralNotMentioned: Rule = {
  id: 'F1',
  check: 'referral-not-mentioned',
  checks: 'a thank-you mentions everybody they named',
  kinds: ['thank-you'],
  severity: 'warning',
  anyLanguage: true,
  fails: {
    text: 'Thank you for the talk.',
    context: { conversation: { advice: [], namesGiven: ['Ana Ruiz'] } },
  },
  passes: {
    text: 'Thank you for the talk. I will write to Ms. Ruiz.',
    context: { conversation: { advice: [], namesGiven: ['Ana Ruiz'] } },
  },
  find: (letter, { conversation }) =>
    (conversation?.namesGiven ?? [])
      .filter((name) => !nameIn(letter.plain, letter.text, name))
      .map(
        (name): Found => ({
          ...atEnd(letter),
          message: `They named ${name} to you, and lent you their own good name with it. The letter does not say so.`,
          suggestion: `Add: "Thank you also for naming ${name}; I will let you know what comes of it."`,
        }),
      ),
}

const sorryLate = phrase(
  '(?:sooner|earlier|late|belated(?:ly)?|overdue|delay|take so long|taken so long|taken me)',
)

const late: Rule = {
  id: 'F1',
  check: 'late',
  checks: 'a thank-you goes out within the hours of the policy (`thankYouHours`), or says that it is late',
  kinds: ['thank-you'],
  severity: 'warning',
  fails: {
    text: 'Thank you for the talk.',
    context: { conversation: { advice: [], namesGiven: [], late: true } },
  },
  passes: {
    text: 'I should have thanked you sooner.',
    context: { conversation: { advice: [], namesGiven: [], late: true } },
  },
  find: (letter, { conversation, policy }) =>
    !conversation?.late || has(letter.plain, sorryLate)
      ? []
      : [
          {
            ...atStart(letter),
            message: `More than ${policy.thankYouHours} hours have passed since the talk. Late thanks are still welcome, when they do not pretend to be early.`,
            suggestion: 'Begin with half a line: "I should have thanked you sooner for ..."',
          },
        ],
}

const shortened = (text: string): string =>
  text.length > 80 ? `${text.slice(0, 77).trimEnd()}...` : text.replace(/[.\s]+$/, '')

export const thanksRules: readonly Rule[] = [
  noThanks,
  noHighlight,
  adviceNotMentioned,
  referralNotMentioned,
  late,
]
