/** Colours by what they say. */
export interface Paint {
  strong(text: string): string
  quiet(text: string): string
  due(text: string): string
  late(text: string): string
  done(text: string): string
}

const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    text ? `\u001b[${on}m${text}\u001b[${off}m` : text

const plain = (text: string): string => text

/** The colours, or none: a pipe and NO_COLOR get bare text. */
export const paint = (colour: boolean): Paint =>
  colour
    ? { strong: sgr(1, 22), quiet: sgr(2, 22), due: sgr(33, 39), late: sgr(31, 39), done: sgr(32, 39) }
    : { strong: plain, quiet: plain, due: plain, late: plain, done: plain }
