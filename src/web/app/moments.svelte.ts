import { momentInWords as inWords } from '../../core/method/moments.ts'
import { profile } from '../../core/profile/profile.ts'
import { get, network, now, timeZone } from '../replica/network.svelte.ts'

/** The zone in which the user's days are counted: the profile's, or else this device's. Reactive. */
export const zone = (): string => get(profile, network.ownerId)?.timeZone ?? timeZone()

/** An instant as people say it, seen from now: "tomorrow 10:00". Reactive: it follows the clock. */
export function momentInWords(instant: number, options?: { clock?: boolean }): string {
  void network.minute
  return inWords(instant, { now: now(), timeZone: zone() }, options)
}
