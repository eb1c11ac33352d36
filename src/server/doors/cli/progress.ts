import type { Caller } from '../../operations/operation.ts'

const width = 24
/** Milliseconds between two drawings of the bar. */
const pause = 80

/** A bar on standard error for long work, where somebody is there to see it; it leaves no trace. */
export function progressBar(stderr: () => NodeJS.WriteStream): {
  report: NonNullable<Caller['report']>
  clear(): void
} {
  let drawnAt = 0
  let drawn = false
  return {
    report: async (what, done, total) => {
      const now = performance.now()
      if ((now - drawnAt < pause && done < total) || !stderr().isTTY) return
      drawnAt = now
      drawn = true
      const part = total > 0 ? Math.min(1, done / total) : 0
      const bar = '#'.repeat(Math.round(part * width)).padEnd(width, '.')
      const percent = String(Math.round(part * 100)).padStart(3)
      stderr().write(`\r\u001b[K${bar} ${percent} %  ${done} of ${total} ${what}`)
    },
    clear: () => {
      if (drawn) stderr().write('\r\u001b[K')
    },
  }
}
