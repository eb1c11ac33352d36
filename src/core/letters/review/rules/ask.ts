import { type NamedTime, timesIn } from '../minutes.ts'
import type { ParsedLetter } from '../parse.ts'
import { has, phrase } from '../phrase.ts'
import { asking, atEnd, type Found, type ReviewContext, type Rule } from '../rule.ts'
import { type Sentence, withinSentence } from '../sentences.ts'

/** Meeting and talking. */
const meeting = phrase(
  `(?:talk(?:ing)?|speak(?:ing)?|meet(?:ing)?|chat(?:ting)?|call|phone call|coffee|tea|lunch|conversation|discuss(?:ion)?|discussing|
  connect(?:ing)?|zoom|teams|video|visit|appointment|informational|interview|catch up|sit down|sitting down|pick your brain|minutes|mins|
  half an hour|half-hour|half hour|hours?|schedule|availab(?:le|ility)|find (?:a|some) time|time (?:to|for|in the|this|next|that|which|over|with)|(?:some|a little|bit|few moments|moment) of your time|your time~ (?:to|for)|
  answer~ questions|questions~ answer|ask you~ questions|ask~ questions|share~ (?:experience|story|insights?|advice|perspective|thoughts)|possible|suit|work for you|convenient)`,
)
/** Wishing and asking. */
const wish = phrase(
  `(?:would|could|can|may|might|will|hope|hoping|wonder|wondering|if|please|let me know|like to|love to|request|requesting|ask|asking|appreciate|
  welcome|grateful|glad|looking forward|look forward|interested in|opportunity|chance|willing|open to|available|convenient|i'd|you'd|be great|be happy|be delighted|be possible|propose|suggest|invite|is there|are you|do you|shall we|how about)`,
)
const thanking =
  /^(?:thank|many thanks|thanks|i (?:sincerely |really |truly )?(?:appreciate|thank)|i look forward to hearing|looking forward to hearing|i hope to hear)/

/** The sentences that ask for a conversation. */
function asks({ sentences }: ParsedLetter): Sentence[] {
  return sentences.filter(
    ({ plain, question }) =>
      !(thanking.test(plain) && !question && !strong(plain)) &&
      has(plain, meeting) &&
      (question || has(plain, wish)),
  )
}

/** Thanks and the ask in one sentence: "I appreciate your time and hope we can speak". */
const strong = (plain: string): boolean => has(plain, wished)
const wished = phrase(
  '(?:hope|would|could|like to|love to|if|whether|let me know|chance|opportunity|look forward|looking forward)~ (?:we |you |to |can |could |be )*(?:talk|talking|speak|speaking|meet|meeting|chat|chatting|call|connect|connecting|coffee|conversation|minutes|half an hour)',
)

/** The times named for the conversation: not how long ago something was, nor how long another took. */
function askedTimes(letter: ParsedLetter): NamedTime[] {
  return timesIn(letter.plain).filter(({ start, end }) => {
    if (start < letter.message.start || start >= letter.message.end) return false
    const sentence = withinSentence(letter.sentences, start)?.plain ?? ''
    return !elsewhere.test(letter.plain.slice(end, end + 14)) && !has(sentence, ofThePast)
  })
}
const elsewhere = /^ (?:ago|away|from|drive|walk|late|before|per|a (?:week|day)|each)/
const ofThePast = phrase('(?:spent|took|lasted|volunteer(?:ed)?|hours? (?:a|per|each) (?:week|day|month))')

export const noAsk: Rule = {
  id: 'O4',
  check: 'no-ask',
  checks: 'asks for a conversation',
  kinds: asking,
  severity: 'error',
  fails: {
    text: 'I am a student of biology. I admire the work of your laboratory. Thank you for reading this.',
  },
  passes: { text: 'I am a student of biology. Would you be open to a brief call next week?' },
  find: (letter, { policy }) =>
    asks(letter).length > 0 || (letter.sentences.length === 0 && letter.words === 0)
      ? []
      : [
          {
            ...atEnd(letter),
            message:
              'Nothing here asks for a conversation. A reader who does not see what you would like can only wish you well.',
            suggestion: `Ask outright: "Would you be willing to talk with me for ${minutesText(policy)} in the coming weeks?"`,
          },
        ],
}

export const noMinutes: Rule = {
  id: 'O4',
  check: 'no-minutes',
  checks: 'says how many minutes it asks for',
  kinds: asking,
  severity: 'warning',
  fails: { text: 'Would you be willing to talk with me some time next week?' },
  passes: { text: 'Would you be willing to talk with me for half an hour next week?' },
  find: (letter, { policy, kind }) => {
    const [ask] = asks(letter)
    if (!ask || askedTimes(letter).length > 0 || has(letter.plain, minutesBlank)) return []
    const short = has(letter.plain, shortTime) || kind === 'follow-up'
    return [
      {
        start: ask.start,
        end: ask.end,
        severity: short ? 'hint' : 'warning',
        message:
          'You do not say how long it would take. A short, definite time is easy to say yes to; an open one is put off.',
        suggestion: `Name the time: "${minutesText(policy)}".`,
      },
    ]
  },
}
const shortTime = phrase(
  '(?:brief|briefly|short|quick|quickly|few minutes|few moments|couple of minutes|fifteen|a moment|a few questions|coffee|tea)',
)
const minutesBlank = phrase('(?:\\[[^\\]]{1,20}\\]|x{2,3}|_{2,8})[- ]{0,2}minutes?')

export const tooManyMinutes: Rule = {
  id: 'O4',
  check: 'too-many-minutes',
  checks: 'asks for no more minutes than the method’s',
  kinds: asking,
  severity: 'warning',
  fails: { text: 'Could we meet for an hour next week?' },
  passes: { text: 'Could we meet for 20-30 minutes next week?' },
  find: (letter, { policy }) => {
    const times = askedTimes(letter)
    if (times.some(({ to, from }) => from <= policy.askMinutesTo && to <= policy.askMinutesTo)) return []
    return times.slice(0, 1).map(
      ({ start, end }): Found => ({
        start,
        end,
        message: `More than ${policy.askMinutesTo} minutes is a lot to ask of somebody who does not know you. A talk that goes well may run longer by itself.`,
        suggestion: `Ask for ${minutesText(policy)}.`,
      }),
    )
  },
}

export const askIsNoQuestion: Rule = {
  id: 'X8',
  check: 'ask-is-no-question',
  checks:
    'puts the ask as a question, where the policy wants it so (`askIsQuestion`); elsewhere this is a hint',
  kinds: ['request'],
  severity: 'warning',
  fails: { text: 'I would appreciate 20 minutes of your time for a call.', policy: { askIsQuestion: true } },
  passes: { text: 'May I ask you for 20 minutes on the telephone?' },
  find: (letter, { policy }) => {
    const found = asks(letter)
    if (found.length === 0 || found.some(({ question }) => question)) return []
    const { start, end } = found.find((one) => timesIn(one.plain).length > 0) ?? found.at(-1)!
    return [
      {
        start,
        end,
        severity: policy.askIsQuestion ? 'warning' : 'hint',
        message: 'The ask is a statement, and a statement wants no answer. A question does.',
        suggestion: `Turn it into one: "Would ${minutesText(policy)} be possible in the coming weeks?"`,
      },
    ]
  },
}

/** What else is asked of strangers in one breath. */
const otherAsks: readonly [what: string, pattern: RegExp][] = [
  [
    'to look at your résumé',
    '(?:review|look (?:at|over)|read|critique|feedback on|comments? on|go over|edit|check|glance at)~ my (?:resume|cv|portfolio|cover letter|application|essay|website|work)',
  ],
  [
    'to be introduced to others',
    '(?:introduc(?:e|ing)|connect(?:ing)?|refer(?:ring)?|put(?:ting)?) me (?:to|with|in touch with)~ (?:others|other|anyone|anybody|someone|somebody|people|colleagues?|your|contacts)',
  ],
  [
    'to shadow them',
    '(?:shadow(?:ing)?|follow you) ~?(?:you|at|your|for a day|opportunit(?:y|ies)|day)|job shadow(?:ing)?',
  ],
  ['to be your mentor', '(?:be|become|as|consider being|serve as) (?:my|a) mentor|mentor me'],
  [
    'for a reference',
    '(?:letter|letters) of (?:recommendation|reference)|(?:be|as|serve as) (?:a|my) reference|recommendation letter|write me a (?:reference|recommendation)',
  ],
  [
    'to speak at your school',
    '(?:speak|talk|present|give a talk) (?:at|to) (?:my|our) (?:school|club|class|society|university|college)',
  ],
].map(([what, source]) => [what!, phrase(source!)] as const)

export const severalAsks: Rule = {
  id: 'O4',
  check: 'several-asks',
  checks: 'asks for one thing',
  kinds: asking,
  severity: 'warning',
  fails: { text: 'Could we talk for 20 minutes? Would you also review my résumé and be my mentor?' },
  passes: { text: 'Could we talk for 20 minutes? A call or a coffee near your office would both suit me.' },
  find: (letter, context) => {
    const others = otherAsks.flatMap(([what, pattern]) => {
      pattern.lastIndex = letter.message.start
      const match = pattern.exec(letter.plain)
      if (!match) return []
      const sentence = withinSentence(letter.sentences, match.index)
      const asked = sentence && (sentence.question || has(sentence.plain, otherWish))
      return asked ? [{ what, start: match.index, end: match.index + match[0].length }] : []
    })
    const many = manyQuestions(letter)
    if (others.length > 0 && (asks(letter).length > 0 || others.length > 1))
      return others.slice(0, 2).map(({ what, ...place }) => tooMuch(place, `You also ask ${what}.`, context))
    return many ? [tooMuch(many, 'You put many questions at once.', context)] : []
  },
}
const otherWish = phrase(
  "(?:would|could|can|may|might|hope|hoping|wonder|wondering|if you|please|like|love|appreciate|grateful|want|ask|asking|willing|i'd)",
)

const tooMuch = (place: { start: number; end: number }, what: string, _: ReviewContext): Found => ({
  start: place.start,
  end: place.end,
  message: `${what} Each further wish makes the first one harder to grant.`,
  suggestion: 'Ask for the conversation alone, and keep the rest for when you have met.',
})

function manyQuestions({ sentences }: ParsedLetter): Sentence | undefined {
  const questions = sentences.filter(({ question }) => question)
  return questions.length > 3 ? questions[3] : undefined
}

/** "20 to 30 minutes" (O4). */
const minutesText = ({ askMinutesFrom: from, askMinutesTo: to }: ReviewContext['policy']): string =>
  from === to ? `${to} minutes` : `${from} to ${to} minutes`
