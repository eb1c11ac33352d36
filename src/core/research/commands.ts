import { conversation } from '../conversations/conversation.ts'
import { command } from '../kernel/command.ts'
import { DomainError, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { dayOf } from '../method/clock.ts'
import { userTimeZone } from '../profile/profile.ts'
import { type ResearchNote, researchNote } from './research-note.ts'
import { subjectColumns, subjectWithRow } from './subject.ts'
import type { Learnt, Topic } from './topics.ts'

export interface NewResearchNote {
  about: string
  text: string
  url?: string
  topic?: Topic
  on?: string
  conversationId?: Id
}

/** Notes what was found out about a field, an organisation, an event or a person (P1). */
export const addResearch = command({
  name: 'research.add',
  run: async (tx, { about, on, ...facts }: NewResearchNote) => {
    if (facts.conversationId && !(await tx.get(conversation, facts.conversationId)))
      throw notFound('conversation', facts.conversationId)
    const subject = await subjectWithRow(tx, about)
    const row = {
      ...facts,
      id: tx.newId(),
      on: on ?? (await today(tx)),
      createdAt: tx.now,
      [subjectColumns[subject.type]]: subject.id,
    } as Fresh<ResearchNote>
    await tx.put(researchNote, row)
    return { ...row, aboutName: subject.name }
  },
  summary: (_, added) => `Noted about ${added.aboutName}: ${added.text}`,
})

export interface ResearchEdit {
  noteId: Id
  text?: string
  url?: string
  topic?: Topic
  on?: string
  clear?: ('url' | 'topic')[]
}

/** Changes a note; what it is about stays. */
export const editResearch = command({
  name: 'research.edit',
  run: async (tx, { noteId, clear = [], ...facts }: ResearchEdit) => {
    const row = await getNote(tx, noteId)
    const cleared = Object.fromEntries(clear.map((name) => [name, undefined]))
    const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    const edited = { ...row, ...cleared, ...said } as Fresh<ResearchNote>
    await tx.put(researchNote, edited)
    return edited
  },
  summary: (_, edited) => `Changed a note: ${edited.text}`,
})

/** Takes a note off the record. */
export const removeResearch = command({
  name: 'research.remove',
  run: async (tx, { noteId }: { noteId: Id }) => {
    const row = await getNote(tx, noteId)
    await tx.remove(researchNote, noteId)
    return row
  },
  summary: (_, removed) => `Removed a note: ${removed.text}`,
})

/** What somebody told in a talk, each under its topic (W6). */
export async function putLearnt(
  tx: Tx,
  from: { personId: Id; conversationId: Id },
  learnt: readonly Learnt[],
): Promise<void> {
  const talk = await tx.get(conversation, from.conversationId)
  const on = dayOf(talk?.startsAt ?? tx.now, await userTimeZone(tx))
  for (const { field, ...said } of learnt) {
    const about = field === undefined ? {} : { fieldId: (await subjectWithRow(tx, `field:${field}`)).id }
    await tx.put(researchNote, { ...said, ...from, ...about, id: tx.newId(), on, createdAt: tx.now })
  }
}

async function getNote(tx: Tx, id: Id): Promise<ResearchNote> {
  const row = await tx.get(researchNote, id)
  if (!row) throw new DomainError('NOT_FOUND', `There is no note "${id}" here.`, { id })
  return row
}

const today = async (tx: Tx): Promise<string> => dayOf(tx.now, await userTimeZone(tx))
