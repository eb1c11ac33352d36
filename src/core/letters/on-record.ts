import type { Channel } from '../approaches/approach.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { readPolicy } from '../method/policy.ts'
import type { Person } from '../people/person.ts'
import { type LetterFacts, oneLine } from './facts.ts'
import { gatherFacts } from './gather.ts'
import type { Letter, LetterKind } from './letter.ts'
import { isKnown } from './purpose.ts'
import type { LetterPolicy } from './review/policy.ts'
import { type Review, reviewLetter } from './review/review.ts'
import type { ReviewContext } from './review/rule.ts'

type Reviewed = Pick<
  Letter,
  'kind' | 'channel' | 'subject' | 'body' | 'status' | 'conversationId' | 'introductionId'
>

/** Reads a draft by the rules, with what is on record about its person. What was sent is not found fault with. */
export async function reviewOnRecord(tx: ReadTx, row: Reviewed, whom: Person): Promise<Review> {
  const review = reviewDraft(row, await contextOf(tx, row, whom))
  return row.status === 'sent' ? { ...review, findings: [], passed: true } : review
}

/** What the record says that this letter has to answer to. */
export async function contextOf(
  tx: ReadTx,
  { kind, channel, conversationId, introductionId }: Omit<Reviewed, 'subject' | 'body' | 'status'>,
  whom: Person,
): Promise<ReviewContext> {
  const { facts } = await gatherFacts(tx, whom, { kind, conversationId, introductionId })
  return reviewContext(facts, kind, channel, await readPolicy(tx))
}

/** Reads the text of a draft by the rules; only an e-mail has a subject. */
export function reviewDraft(
  { subject, body }: Pick<Letter, 'subject' | 'body'>,
  context: ReviewContext,
): Review {
  return reviewLetter({ text: body, subject: context.channel === 'email' ? subject : undefined }, context)
}

/** What the record says that a letter has to answer to. */
export function reviewContext(
  facts: LetterFacts,
  kind: LetterKind,
  channel: Channel | undefined,
  policy: LetterPolicy,
): ReviewContext {
  const { conversation, introduction, recipient, referrer } = facts
  const said = (texts: readonly string[]): string[] => texts.map(oneLine).filter((text) => text !== '')
  return {
    kind,
    channel,
    policy,
    recipient,
    known: isKnown(facts),
    characters: facts.characters,
    referrer: (referrer && oneLine(referrer)) || undefined,
    conversation: conversation && {
      highlight: (conversation.highlight && oneLine(conversation.highlight)) || undefined,
      advice: said(conversation.advice),
      namesGiven: said(conversation.namesGiven),
      late: conversation.late,
    },
    reportOn: (introduction && kind === 'report-back' && oneLine(introduction.namedPerson)) || undefined,
  }
}
