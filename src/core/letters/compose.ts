import type { Channel } from '../approaches/approach.ts'
import { addressee, isFamiliar, senderName } from './address.ts'
import { type Draft, dispensable, followUp, type Has, request } from './asking.ts'
import { blank } from './blanks.ts'
import { type LetterFacts, tidyFacts } from './facts.ts'
import { fullestThatFits } from './fit.ts'
import { introductionRequest } from './introducing.ts'
import { keepInTouch, reportBack, seasonal, tellProgress, thankYou } from './keeping.ts'
import type { LetterKind } from './letter.ts'
import { followUpNote, requestNote } from './linkedin-note.ts'
import { type Pick, phrasing } from './phrasing.ts'
import type { Voice } from './purpose.ts'
import { keepsMeasure } from './review/measure.ts'

/**
 * A letter from what is on record, the same for the same facts. What it needs and does not find is a blank in square
 * brackets; what it can do without is left out. Only an e-mail has a subject; elsewhere it is empty. For the telephone the
 * body is what to say, for LinkedIn a short message: a request or follow-up of at most as many characters as a note has.
 * Another `wording`, counted from 0, says the same in other phrasings.
 */
export function composeLetter(
  kind: LetterKind,
  channel: Channel,
  record: LetterFacts,
  wording = 0,
): { subject: string; body: string } {
  const facts = tidyFacts(record)
  const seed = `${facts.recipient.name}\n${facts.recipient.organization ?? ''}\n${kind}`
  const pick = phrasing(seed, wording)
  if (channel === 'linkedin' && kind === 'request') return { subject: '', body: requestNote(facts, pick) }
  if (channel === 'linkedin' && kind === 'follow-up') return { subject: '', body: followUpNote(facts, pick) }
  const voice = voices[channel]
  const framed = ({ paragraphs }: Draft): string =>
    [greeting(facts, voice), ...paragraphs, closing(facts, kind, channel, pick)].filter(Boolean).join('\n\n')
  const measured = (measure: 'best' | 'limit') => (body: string) =>
    keepsMeasure(body, facts.policy, measure, kind)
  return {
    subject: channel === 'email' ? drafts[kind](facts, voice, pick, () => true).subject : '',
    body: fullestThatFits(
      asks.has(kind) ? dispensable : [],
      (has) => {
        const bodies = (asks.has(kind) ? turns : [0]).map((turn) =>
          framed(drafts[kind](facts, voice, phrasing(seed, wording + turn), has)),
        )
        return bodies.find(measured('best')) ?? bodies[0]!
      },
      measured('best'),
      measured('limit'),
    ),
  }
}

/** The kinds that ask for something, and so keep to a measure (X3). */
const asks: ReadonlySet<LetterKind> = new Set(['request', 'follow-up', 'introduction-request'])

/** Other phrasings, where the first does not keep to the policy's measure. */
const turns = [0, 1, 2, 3] as const

const drafts: Record<LetterKind, (facts: LetterFacts, voice: Voice, pick: Pick, has: Has) => Draft> = {
  request,
  'follow-up': followUp,
  'thank-you': thankYou,
  'keep-in-touch': keepInTouch,
  seasonal,
  'introduction-request': introductionRequest,
  'report-back': (facts, voice, pick) =>
    facts.introduction || !facts.conversation
      ? reportBack(facts, voice, pick)
      : tellProgress(facts, voice, pick),
}

const voices: Record<Channel, Voice> = {
  email: 'written',
  letter: 'written',
  'in-person': 'written',
  phone: 'spoken',
  linkedin: 'short',
}

function greeting(facts: LetterFacts, voice: Voice): string {
  if (voice === 'spoken') return `Hello ${addressee(facts)}, this is ${senderName(facts)}.`
  return `Dear ${addressee(facts)},`
}

function closing(facts: LetterFacts, kind: LetterKind, channel: Channel, pick: Pick): string | undefined {
  if (channel === 'phone') return undefined
  if (channel === 'linkedin') return senderName(facts)
  const regards =
    isFamiliar(facts) || facts.tone === 'friendly'
      ? pick('closing', ['Warm regards,', 'Best wishes,', 'With warm wishes,'])
      : pick('closing', ['Kind regards,', 'With kind regards,', 'Sincerely,'])
  return [regards, senderName(facts), ...whereToAnswer(facts, kind, channel)].join('\n')
}

/** A question on paper says where the answer may go. */
function whereToAnswer({ sender }: LetterFacts, kind: LetterKind, channel: Channel): string[] {
  const asks = kind === 'request' || kind === 'follow-up' || kind === 'introduction-request'
  if (!asks || channel === 'email') return []
  const ways = [sender.email, sender.phone].filter((way) => way !== undefined && way !== '') as string[]
  return ways.length > 0 ? ways : [blank('your e-mail address or telephone number')]
}
