import { fold } from '../kernel/fold.ts'
import { blanksIn } from '../letters/blanks.ts'
import { type Finding, inOrder } from '../method/finding.ts'
import { jobRequests } from '../questions/asks-for-a-job.ts'
import { reviewQuestion } from '../questions/review-question.ts'
import type { Profile } from './profile.ts'
import { sayableIn, secondsToSay } from './speech.ts'

export interface IntroductionFacts {
  /** How long it may take (C4). */
  seconds: number
  /** Whose introduction it is: name and pace; what is not on record is not looked for. */
  profile: Pick<Profile, 'name' | 'wordsAMinute'>
  /** They know the user's name already (P6). */
  known?: boolean
}

/** Judges an introduction of oneself, composed or written by hand (P6, C4, W2). Findings in the order of the text. */
export function reviewIntroduction(text: string, facts: IntroductionFacts): Finding[] {
  return inOrder([
    ...blanks(text),
    ...tooLong(text, facts),
    ...nameless(text, facts),
    ...ending(text),
    ...wordings.flatMap((wording) => spotted(text, wording)),
    ...jobRequests(text)
      .slice(0, 1)
      .map((place) => ({ ...asksForAJob, ...place })),
    ...resume(text),
  ])
}

const blanks = (text: string): Finding[] =>
  blanksIn(text).map(({ start, end, text: blank }) => ({
    rule: 'P6',
    severity: 'error',
    message: `${blank} is still open.`,
    suggestion: 'Put it into your profile, or into the text.',
    start,
    end,
  }))

function tooLong(text: string, { seconds, profile }: IntroductionFacts): Finding[] {
  const needed = secondsToSay(text, profile.wordsAMinute)
  if (needed <= seconds) return []
  return [
    {
      rule: 'C4',
      severity: 'warning',
      message: `This takes about ${needed} seconds. A short introduction sounds more genuine, and they get to speak sooner.`,
      suggestion: `After ${seconds} seconds you are here. Tell the rest when they ask.`,
      start: sayableIn(text, seconds, profile.wordsAMinute),
      end: text.length,
    },
  ]
}

function nameless(text: string, { profile, known }: IntroductionFacts): Finding[] {
  if (known || /\[your name\]/.test(text)) return []
  const said = fold(text).split(' ')
  const words = fold(profile.name ?? '')
    .split(' ')
    .filter(Boolean)
  const given = words.length > 0 ? words.some((word) => said.includes(word)) : saysAName.test(text)
  if (given) {
    const whole = words.every((word) => said.includes(word))
    return whole
      ? []
      : [{ ...noName, severity: 'hint', message: 'This is not your whole name.', ...first(text) }]
  }
  return [{ ...noName, severity: 'warning', message: 'They do not hear who you are.', ...first(text) }]
}

const noName = { rule: 'P6', suggestion: 'Begin with your full name, said slowly.' } as const
const saysAName = /\b(?:my name is|my name['’]s|i am|i['’]m|this is|call me)\s+\p{Lu}/iu

/** The last sentence is a question, and a good one (P6, P4). */
function ending(text: string): Finding[] {
  const end = text.trimEnd().length
  const start = lastSentence(text, end)
  const last = text.slice(start, end)
  if (!/[?？؟]["”’)]*$/.test(last)) {
    return [
      {
        rule: 'P6',
        severity: 'warning',
        message: 'It ends without a question, and they do not know that it is their turn.',
        suggestion: 'End with one question that you would really like to hear them answer.',
        start,
        end,
      },
    ]
  }
  return reviewQuestion(last)
    .filter(({ rule }) => rule !== 'W2')
    .map((finding) => ({ ...finding, start: finding.start + start, end: finding.end + start }))
}

function lastSentence(text: string, end: number): number {
  let start = 0
  for (const found of text.slice(0, end).matchAll(/[.!?。？]["”’)]*\s+|\n+/g)) {
    const after = found.index + found[0].length
    if (after < end) start = after
  }
  return start
}

interface Wording {
  spot: RegExp
  rule: string
  severity: Finding['severity']
  message: string
  suggestion: string
}

const wordings: readonly Wording[] = [
  {
    spot: /\b(?:synerg\p{L}*|leverag(?:e|es|ed|ing)|results?[- ]driven|results?[- ]oriented|detail[- ]oriented|solutions?[- ]oriented|self[- ]starter|go[- ]getter|team player|thought leader\p{L}*|value[- ]add\p{L}*|stakeholders?|deliverables?|cross[- ]functional|best practices|cutting[- ]edge|fast[- ]paced|hit the ground running|outside the box|skill ?set|utili[sz](?:e|es|ed|ing)|impactful|proactive\p{L}*|proven track record|strong communicat\p{L}+ skills|passionate about|dynamic (?:person|individual|professional)|highly motivated)\b/giu,
    rule: 'P6',
    severity: 'warning',
    message: 'These words could be anybody’s.',
    suggestion: 'Say what you did, in the words that you would use to a friend.',
  },
  {
    spot: /\b(?:desperate\p{L}*|i really need|please (?:help me|give me|consider)|any (?:job|position|work|internship)(?: at all| you have)?|anything (?:you have|would help|helps)|give me a chance|i would do anything|i['’]d do anything)\b/giu,
    rule: 'W2',
    severity: 'warning',
    message: 'This asks for a favour before you have met.',
    suggestion: 'Say what you would like to understand; help comes from there.',
  },
  {
    spot: /\b(?:(?:i am|i['’]m) (?:just|only) an? |(?:i )?(?:do not|don['’]t) (?:really )?have (?:any|much) (?:real )?experience|sorry (?:to|for) (?:bother\p{L}*|tak\p{L}+)|(?:i know )?(?:i am|i['’]m) not (?:very |really )?(?:qualified|good enough|experienced))/giu,
    rule: 'P6',
    severity: 'hint',
    message: 'You need not make yourself smaller than you are.',
    suggestion: 'Leave this out; say what you are doing and what you wonder about.',
  },
]

const spotted = (text: string, { spot, ...said }: Wording): Finding[] =>
  [...text.matchAll(spot)].map((found) => ({
    ...said,
    start: found.index,
    end: found.index + found[0].length,
  }))

const asksForAJob = {
  rule: 'W2',
  severity: 'error',
  message: 'This asks for a position. You go in to learn and to connect; the rest may follow in time.',
  suggestion: 'Say which part of their work you would like to understand.',
} as const

/** Lists, figures and sentences without a person in them are for paper (P6). */
function resume(text: string): Finding[] {
  const found =
    /^[ \t]{0,20}[-*•–] {1,10}\S/m.exec(text) ??
    /\b(?:gpa|responsibilities include\p{L}*|responsible for|references (?:up)?on request|(?:19|20)\d\d ?[-–] ?(?:(?:19|20)\d\d|present|today))\b/iu.exec(
      text,
    ) ??
    /(?<=^|[.!?]\s)(?:managed|led|spearheaded|coordinated|developed|implemented|assisted|achieved|organi[sz]ed|supervised|conducted)\s/i.exec(
      text,
    ) ??
    /[^.!?,]{1,200}(?:,[^.!?,]{1,200}){5}/.exec(text)
  if (!found) return []
  return [
    {
      rule: 'P6',
      severity: 'warning',
      message: 'This reads like a résumé; nobody speaks so.',
      suggestion: 'Choose one thing, and tell it in a sentence with “I”.',
      start: found.index,
      end: found.index + found[0].length,
    },
  ]
}

function first(text: string): { start: number; end: number } {
  const start = text.length - text.trimStart().length
  const end = /[.!?。\n]/.exec(text.slice(start))?.index ?? text.length - start
  return { start, end: start + end }
}
