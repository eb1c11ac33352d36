import type { Paint } from './paint.ts'

/** Where a text for people is written. */
export interface Page {
  /** Columns of the terminal; none where the text goes into a file or a pipe. */
  width: number | undefined
  paint: Paint
  now: number
  timeZone: string
}

/** Turns an operation's answer into text. Answers are read as the JSON that they are. */
// biome-ignore lint/suspicious/noExplicitAny: the shapes are the operations' outputs, read here as any program would
export type Render = (answer: any, page: Page) => string
