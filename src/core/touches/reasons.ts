import type { LetterWish } from '../letters/gather.ts'

/** Something that gives rise to writing to somebody now (F5). */
export interface Reason {
  /** As the user reads it in a list. */
  text: string
  /** What the letter is composed with. */
  wish: Pick<LetterWish, 'kind' | 'reason' | 'season' | 'conversationId'>
}

/** What the record knows that may give rise to writing; the newest of each first. */
export interface Occasions {
  /** What was read or heard about their field or organisation since the two were last in touch. */
  notes: readonly { about: string; text: string; url?: string | undefined }[]
  /** Their advice, of which they have not heard what came. */
  advice: readonly { conversationId: string; text: string }[]
  /** Events in a town where they have an address. */
  visits: readonly { event: string; town: string; dateText: string }[]
  /** What they said that was most valuable, as it is said to them. */
  valued?: string | undefined
  /** What good wishes may be for these days. */
  season?: string | undefined
}

/** Reasons to write, the weightiest first: their advice, the same town, what was read, the season, what they said (F5, X6). */
export const reasonsToWrite = ({ notes, advice, visits, valued, season }: Occasions): Reason[] => [
  ...advice.map(({ conversationId, text }) => ({
    text: `Tell them what you did with their advice: ${text}`,
    wish: { kind: 'report-back', conversationId } as const,
  })),
  ...visits.map(({ event, town, dateText }) => ({
    text: `You are in ${town} on ${dateText} for ${event}. Suggest a coffee.`,
    wish: {
      kind: 'keep-in-touch',
      reason: `I shall be in ${town} on ${dateText} for ${event}, and would gladly have a coffee with you there`,
    } as const,
  })),
  ...notes.map(({ about, text, url }) => ({
    text: `You noted about ${about}: ${text}`,
    wish: {
      kind: 'keep-in-touch',
      reason: `what I found out about ${about}: ${text}${url ? ` (${url})` : ''}`,
    } as const,
  })),
  ...(season ? [{ text: `Good wishes for ${season}`, wish: { kind: 'seasonal', season } as const }] : []),
  ...(valued
    ? [
        {
          text: `Tell them that it has stayed with you: ${valued}`,
          wish: { kind: 'keep-in-touch', reason: valued } as const,
        },
      ]
    : []),
]

/** Good wishes for the new year go out from December on, and until its second week is over (F5). */
export function seasonOf(date: string): string | undefined {
  const day = date.slice(5)
  return day >= '12-01' || day <= '01-14' ? 'the new year' : undefined
}
