import { command } from '../kernel/command.ts'
import { invalid } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import { getPerson } from '../people/commands.ts'
import { arrangedConversation, type ConversationResult } from './commands.ts'
import { conversation, type PlannedQuestion } from './conversation.ts'

/** What is written while the talk is still going on. What is left out stays as it was; a list replaces the one before. */
export interface TalkNotes {
  conversationId: Id
  notes?: string
  /** The questions that are ticked, in their own words; one that came up in the talk joins the list (C5). */
  asked?: string[]
  /** Whom they named, a line each: "Name, role, organisation" (N2). */
  namesHeard?: string[]
  /** What the user offered to do (C7). */
  offers?: string[]
  stayInTouch?: 'yes' | 'no'
}

/** Keeps what is written in the talk; recording it later begins from this (C3-C7). */
export const noteConversation = command({
  name: 'conversations.note',
  run: async (tx, { conversationId, asked, ...said }: TalkNotes): Promise<ConversationResult> => {
    const row = await arrangedConversation(tx, conversationId)
    if (asked === undefined && Object.values(said).every((one) => one === undefined))
      throw invalid('notes', 'There is nothing to note: no words, no question, no name.')
    const { name } = await getPerson(tx, row.personId)
    const noted = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
    const questions = asked === undefined ? row.questions : withTicks(row.questions, asked)
    const next = { ...row, ...noted, questions }
    await tx.put(conversation, next)
    return { ...next, personName: name }
  },
  summary: (_, row) => `Noted in the talk with ${row.personName}`,
})

/** The list with just these ticked; a question on it that is not asked has not failed (C5). */
export function withTicks(list: readonly PlannedQuestion[], asked: readonly string[]): PlannedQuestion[] {
  const wanted = new Map(asked.map((text) => [keyOf(text), text.trim()]))
  const ticked = list.map(({ asked: _, ...one }): PlannedQuestion => {
    const isAsked = wanted.delete(keyOf(one.text))
    return isAsked ? { ...one, asked: true } : one
  })
  return [...ticked, ...[...wanted.values()].map((text) => ({ text, mustAsk: false, asked: true }))]
}

const keyOf = (text: string): string => fold(text) || text
