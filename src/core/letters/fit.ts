/**
 * The fullest text that fits: its optional parts are left out one after another, in the order given, until `fits` agrees.
 * When nothing is left to leave out, the text without any of them, fitting or not.
 */
export function fullestThatFits<Part extends string>(
  optional: readonly Part[],
  build: (has: (part: Part) => boolean) => string,
  fits: (text: string) => boolean,
): string {
  for (let gone = 0; gone < optional.length; gone += 1) {
    const text = build((part) => optional.indexOf(part) >= gone)
    if (fits(text)) return text
  }
  return build(() => false)
}
