import type { Letter } from '../../core/letters/letter.ts'
import { asRead } from '../../core/letters/reading.ts'
import type { Review } from '../../core/letters/review/review.ts'
import { person } from '../../core/people/person.ts'
import { live } from '../replica/network.svelte.ts'
import type { DraftText } from './draft.svelte.ts'

/**
 * What the review says of a draft, at every key: the rules are loaded once, what the record says follows the record, and
 * the text is read here. Nothing until both are there. Call it once in a component.
 */
export function reviewing(letter: () => Letter | undefined, text: DraftText) {
  const rules = live(async (tx) => {
    const row = letter()
    if (row?.status !== 'draft') return undefined
    const { contextOf, reviewDraft } = await import('../../core/letters/on-record.ts')
    const whom = await tx.get(person, row.personId)
    return whom && { reviewDraft, context: await contextOf(tx, row, whom) }
  })
  const review = $derived.by((): Review | undefined => {
    if (!rules.current) return undefined
    const { reviewDraft, context } = rules.current
    const found = reviewDraft(text, context)
    return { ...found, findings: asRead(found.findings) }
  })
  return {
    get current() {
      return review
    },
  }
}
