import { timeInWords } from '../../core/conversations/clocks.ts'
import type { Conversation, Mode } from '../../core/conversations/conversation.ts'
import { momentInWords, zone } from '../app/moments.svelte.ts'

/** How two people talk, as a screen says it. */
export const modeWords: Readonly<Record<Mode, string>> = {
  'in-person': 'Face to face',
  video: 'By video',
  phone: 'By telephone',
}

/** What became of a talk. */
export const outcomeWords: Readonly<Record<Exclude<Conversation['status'], 'arranged'>, string>> = {
  held: 'You talked',
  cancelled: 'Cancelled',
  'no-show': 'They did not come',
}

/** When an appointment is, always with its hour: "tomorrow 14:00", "12 March 16:30". Reactive. */
export const whenInWords = (instant: number): string =>
  `${momentInWords(instant, { clock: false })} ${timeInWords(instant, zone())}`
