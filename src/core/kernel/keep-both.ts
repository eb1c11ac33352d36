/**
 * One text of two that were made of the same: `mine` by whoever writes now, `theirs` as it stands, both from `before`.
 * Where only one was changed it holds; where both only added, both additions stay; otherwise both texts do, a line between
 * them, because nobody but the user can say which is right.
 */
export function keepBoth(before: string, mine: string, theirs: string): string {
  if (theirs === before || mine === theirs) return mine
  if (mine === before) return theirs
  if (theirs.includes(mine)) return theirs
  if (mine.includes(theirs)) return mine
  if (mine.startsWith(before) && theirs.startsWith(before)) return theirs + mine.slice(before.length)
  return [theirs, mine].filter((text) => text.trim()).join('\n\n')
}
