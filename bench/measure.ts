/** One line of the table that `npm run bench` prints. */
export interface Measurement {
  /** The budget's number: S1, S3, ... */
  id: string
  what: string
  /** A ratio, or a quantity in `unit`. */
  measured: number
  unit: 'times' | 'MB' | 'kB' | 'ms'
  budget: number
  /** Most budgets are upper limits; a few ask for at least so much. */
  atLeast?: boolean
  held: boolean
  /** The figures behind the ratio, for whoever doubts it. */
  detail: string
}

/** A line of the table, held or missed by its own figures. */
export function judged(line: Omit<Measurement, 'held'>): Measurement {
  return { ...line, held: line.atLeast ? line.measured >= line.budget : line.measured <= line.budget }
}

/** The middle value; of an even count, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Runs the contestants in turn, round after round, so that what the machine does meanwhile meets all of them, and gives
 * each one's median in milliseconds. The order turns around every round; the first rounds warm up and do not count.
 */
export async function interleaved<Name extends string>(
  { rounds, warmUp = 0, times = 1 }: { rounds: number; warmUp?: number; times?: number },
  contestants: Record<Name, () => unknown>,
): Promise<Record<Name, number>> {
  const entries = Object.entries(contestants) as [Name, () => unknown][]
  const took = new Map<Name, number[]>(entries.map(([name]) => [name, []]))
  for (let round = -warmUp; round < rounds; round++) {
    const order = round % 2 === 0 ? entries : entries.toReversed()
    for (const [name, run] of order) {
      const start = performance.now()
      for (let i = 0; i < times; i++) await run()
      if (round >= 0) took.get(name)!.push((performance.now() - start) / times)
    }
  }
  return Object.fromEntries([...took].map(([name, values]) => [name, median(values)])) as Record<Name, number>
}

/** Milliseconds in words: "12 µs", "3.40 ms". */
export function inWords(milliseconds: number): string {
  if (milliseconds < 1) return `${(milliseconds * 1000).toFixed(0)} µs`
  return milliseconds < 100 ? `${milliseconds.toFixed(2)} ms` : `${milliseconds.toFixed(0)} ms`
}
