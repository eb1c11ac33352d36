import { firstLoad, fonts, screens, weights } from '../tests/browser/weights.ts'
import { judged, type Measurement } from './measure.ts'

/** What the browser loads: JavaScript and styles, compressed by brotli as they are sent, and the serif. */
export async function s8Weight(): Promise<Measurement[]> {
  const all = screens()
  const [heaviest, weight] = [...all].sort((a, b) => b[1] - a[1])[0]!
  const line = (what: string, bytes: number, budget: number, detail: string) =>
    judged({ id: 'S8', what, measured: bytes / 1000, unit: 'kB', budget: budget / 1000, detail })
  return [
    line('web: first load', firstLoad().weight, weights.firstLoad, `${firstLoad().files.size} files`),
    line(
      'web: the heaviest screen with the first load',
      weight,
      weights.anyScreen,
      `${heaviest}, of ${all.size}`,
    ),
    line('web: the serif', fonts().weight, weights.font, `${fonts().files.length} files`),
  ]
}
