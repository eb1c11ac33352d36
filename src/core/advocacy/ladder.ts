import type { Conversation } from '../conversations/conversation.ts'
import type { Introduction } from '../introductions/introduction.ts'
import type { Promised } from '../promises/promise.ts'
import type { Advocacy } from './advocacy.ts'

/** How far somebody has come towards an advocate, lowest first (W5). */
export const rungs = ['acquaintance', 'informant', 'ally', 'advocate'] as const
export type Rung = (typeof rungs)[number]

/** A dated record which proves a rung; nothing else does, and least of all a guess. */
export interface RungEvidence {
  rung: Exclude<Rung, 'acquaintance'>
  at: number
  /** What they did, as the end of a sentence that begins with their name. */
  text: string
}

/** What the ladder is read from. */
export interface AdvocacyRecords {
  conversations: readonly Conversation[]
  /** Where this person named somebody, and whom. */
  introductionsFrom: readonly { introduction: Introduction; to: string }[]
  promises: readonly Promised[]
  advocacies: readonly Advocacy[]
}

/** Every record that proves a rung, highest rung first, then the newest (W5). */
export function ladder(records: AdvocacyRecords): RungEvidence[] {
  const { conversations, introductionsFrom, promises, advocacies } = records
  const proof = (rung: RungEvidence['rung'], at: number, text: string): RungEvidence => ({ rung, at, text })
  return [
    ...advocacies.flatMap((one) => (one.status === 'helped' ? proof('advocate', one.at, one.evidence) : [])),
    ...introductionsFrom.map(({ introduction, to }) => proof('ally', introduction.namedAt, `named ${to}`)),
    ...promises.flatMap((one) =>
      one.by === 'them' && one.status === 'kept'
        ? proof('ally', one.closedAt, `kept a promise: ${one.text}`)
        : [],
    ),
    ...conversations.flatMap((talk) =>
      talk.status === 'held'
        ? proof('informant', talk.startsAt, `talked with you for ${talk.minutes} minutes`)
        : [],
    ),
  ].sort((a, b) => rungs.indexOf(b.rung) - rungs.indexOf(a.rung) || b.at - a.at)
}

/** The highest rung that the record proves (W5). */
export const rungOf = (records: AdvocacyRecords): Rung => ladder(records)[0]?.rung ?? 'acquaintance'

/** Since when the record proves an ally or better; absent where it does not (W5). */
export function allySince(records: AdvocacyRecords): number | undefined {
  const proven = ladder(records).filter(({ rung }) => mayAdvocate(rung))
  return proven.length === 0 ? undefined : Math.min(...proven.map(({ at }) => at))
}

/** Whether somebody may be asked to help with an opening: an ally or better (W5). */
export const mayAdvocate = (rung: Rung): boolean => rungs.indexOf(rung) >= rungs.indexOf('ally')
