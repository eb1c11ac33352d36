/**
 * The fullest text that fits: its optional parts are left out one after another, in the order given, until the first of
 * `fits` agrees; where none satisfies it, the same by the next. When nothing is left to leave out, the text without any of
 * them, fitting or not.
 */
export function fullestThatFits<Part extends string>(
  optional: readonly Part[],
  build: (has: (part: Part) => boolean) => string,
  ...fits: ((text: string) => boolean)[]
): string {
  const texts = optional.map((_, gone) => build((part) => optional.indexOf(part) >= gone))
  const barest = build(() => false)
  for (const fit of fits) {
    const found = [...texts, barest].find(fit)
    if (found !== undefined) return found
  }
  return barest
}
