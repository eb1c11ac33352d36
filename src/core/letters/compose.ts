import type { Channel } from '../approaches/approach.ts'
import { addressee, isFamiliar, senderName } from './address.ts'
import { type Draft, dispensable, followUp, introductionRequest, request, requestWords } from './asking.ts'
import { blank, countWords } from './blanks.ts'
import { type LetterFacts, tidyFacts } from './facts.ts'
import { fullestThatFits } from './fit.ts'
import { keepInTouch, reportBack, seasonal, tellProgress, thankYou } from './keeping.ts'
import type { LetterKind } from './letter.ts'
import { followUpNote, requestNote } from './linkedin-note.ts'
import type { Voice } from './purpose.ts'

/**
 * A letter from what is on record, the same for the same facts. What it needs and does not find is a blank in square
 * brackets; what it can do without is left out. Only an e-mail has a subject; elsewhere it is empty. For the telephone the
 * body is what to say, for LinkedIn a short message: a request or follow-up of at most 300 characters.
 */
export function composeLetter(
  kind: LetterKind,
  channel: Channel,
  record: LetterFacts,
): { subject: string; body: string } {
  const facts = tidyFacts(record)
  if (channel === 'linkedin' && kind === 'request') return { subject: '', body: requestNote(facts) }
  if (channel === 'linkedin' && kind === 'follow-up') return { subject: '', body: followUpNote(facts) }
  const voice = voices[channel]
  const framed = ({ paragraphs }: Draft): string =>
    [greeting(facts, voice), ...paragraphs, closing(facts, kind, channel)].filter(Boolean).join('\n\n')
  const draft = drafts[kind](facts, voice)
  return {
    subject: channel === 'email' ? draft.subject : '',
    body:
      kind === 'request'
        ? fullestThatFits(dispensable, (has) => framed(request(facts, voice, has)), withinLimit)
        : framed(draft),
  }
}

const withinLimit = (body: string): boolean => countWords(body) <= requestWords.to

const drafts: Record<LetterKind, (facts: LetterFacts, voice: Voice) => Draft> = {
  request: (facts, voice) => request(facts, voice),
  'follow-up': followUp,
  'thank-you': thankYou,
  'keep-in-touch': keepInTouch,
  seasonal,
  'introduction-request': introductionRequest,
  'report-back': (facts, voice) =>
    facts.introduction || !facts.conversation ? reportBack(facts, voice) : tellProgress(facts, voice),
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

function closing(facts: LetterFacts, kind: LetterKind, channel: Channel): string | undefined {
  if (channel === 'phone') return undefined
  if (channel === 'linkedin') return senderName(facts)
  const regards = isFamiliar(facts) ? 'Warm regards,' : 'Kind regards,'
  return [regards, senderName(facts), ...whereToAnswer(facts, kind, channel)].join('\n')
}

/** A question on paper says where the answer may go. */
function whereToAnswer({ sender }: LetterFacts, kind: LetterKind, channel: Channel): string[] {
  const asks = kind === 'request' || kind === 'follow-up' || kind === 'introduction-request'
  if (!asks || channel === 'email') return []
  const ways = [sender.email, sender.phone].filter((way) => way !== undefined && way !== '') as string[]
  return ways.length > 0 ? ways : [blank('your e-mail address or telephone number')]
}
