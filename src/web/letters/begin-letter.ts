import type { Channel } from '../../core/approaches/approach.ts'
import type { LetterWish } from '../../core/letters/gather.ts'
import { type Letter, letter } from '../../core/letters/letter.ts'
import { commands } from '../replica/commands.ts'
import { find, run } from '../replica/network.svelte.ts'

/** What is to be written, and to whom. */
export type Begun = LetterWish & { personId: string; channel?: Channel }

/** Whether a draft still stands as it was composed. */
export const isAsComposed = ({ createdAt, updatedAt }: Letter): boolean => createdAt === updatedAt

/** The draft for it: the one begun before, or a new one composed from what is on record. Returns its id. */
export async function beginLetter(begun: Begun): Promise<string> {
  const before = find(letter, 'byPerson', { personId: begun.personId }).findLast((row) => fits(row, begun))
  const saysMore = begun.reason !== undefined || begun.season !== undefined
  if (before && !(saysMore && isAsComposed(before))) return before.id
  const place = before ? { letterId: before.id } : {}
  const { output } = await run(commands.composeDraft, { ...begun, ...place })
  return output!.id
}

const fits = (row: Letter, { kind, conversationId, introductionId, openingId }: Begun): boolean =>
  row.status === 'draft' &&
  row.kind === kind &&
  isSame(row.conversationId, conversationId) &&
  isSame(row.introductionId, introductionId) &&
  row.openingId === openingId

const isSame = (of: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || of === undefined || of === wanted

/** The same from an address: `?person=..&kind=..`. */
export function begunFrom(query: URLSearchParams): Partial<Begun> {
  const names = { person: 'personId', conversation: 'conversationId', introduction: 'introductionId' }
  const all: Record<string, string> = { ...names, opening: 'openingId' }
  return Object.fromEntries([...query].map(([name, value]) => [all[name] ?? name, value])) as Partial<Begun>
}

/** The address at which a letter is begun. */
export const letterAddress = (input: Readonly<Record<string, unknown>>): string =>
  `/write?${new URLSearchParams(Object.entries(input).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))}`
