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
  const texts: string[] = []
  for (const fit of fits) {
    for (let gone = 0; gone <= optional.length; gone += 1) {
      texts[gone] ??= build((part) => optional.indexOf(part) >= gone)
      if (fit(texts[gone]!)) return texts[gone]!
    }
  }
  return texts.at(-1) ?? build(() => false)
}
