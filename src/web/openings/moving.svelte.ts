import type { Opening, OpeningOutcome, OpeningStatus } from '../../core/openings/opening.ts'
import { act } from '../app/act.svelte.ts'
import { commands } from '../replica/commands.ts'
import { openingStatusWords, outcomeWords } from './opening-words.ts'

const state = $state({ closing: undefined as Opening | undefined })

/** How an opening goes from one status to another: closing asks what came of it. */
export const moving = {
  /** The opening that is about to be closed. */
  get closing() {
    return state.closing
  },
  async move(row: Opening, status: OpeningStatus): Promise<void> {
    if (status === 'closed') state.closing = row
    else {
      const said = `${row.title}: ${openingStatusWords[status].toLowerCase()}.`
      await act(commands.editOpening, { openingId: row.id, status }, { said })
    }
  },
  async close(outcome: OpeningOutcome): Promise<void> {
    const row = state.closing
    state.closing = undefined
    if (!row) return
    const said = `${row.title}: ${outcomeWords[outcome]}.`
    await act(commands.editOpening, { openingId: row.id, outcome }, { said })
  },
  stay() {
    state.closing = undefined
  },
}
