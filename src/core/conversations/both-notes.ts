/**
 * Notes that were changed here and elsewhere: whichever changed, and both, one below the other, where both did. `base` is
 * what they were before.
 */
export function bothNotes(base: string, here: string, elsewhere: string): string {
  if (here === elsewhere || elsewhere === base) return here
  if (here === base) return elsewhere
  if (here.includes(elsewhere)) return here
  return elsewhere.includes(here) ? elsewhere : `${elsewhere}\n\n${here}`
}
