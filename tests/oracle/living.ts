import type { Chance } from './chance.ts'
import type { Student } from './student.ts'

/** What a deed needs to know: who does it, by which chance, on which day. */
export class Living {
  readonly student: Student
  readonly chance: Chance
  /** `YYYY-MM-DD` */
  date = ''
  private names = 0

  constructor(student: Student, chance: Chance) {
    this.student = student
    this.chance = chance
  }

  /** A name that nobody and nothing else has. */
  name(kind = 'Person'): string {
    this.names += 1
    return `${kind} ${String.fromCharCode(65 + (this.names % 26))}${this.names}`
  }

  /** One of those that fit, if any does. */
  some<Item>(items: Iterable<Item>, which: (item: Item) => boolean = () => true): Item | undefined {
    const found = [...items].filter(which)
    return found.length > 0 ? this.chance.oneOf(found) : undefined
  }

  /** Now, or up to so many days ago: things are often noted late. */
  late(days: number, notBefore = 0): number {
    if (this.chance.percent(60)) return this.student.now
    const at = this.student.now - this.chance.between(1, days * 24 * 60) * 60_000
    return Math.max(at, notBefore)
  }
}

/** Where people work and openings are: few, so that colleagues meet. */
export const organizations = [
  'Kestrel Bay Hospital',
  'Port Elver College',
  'Finch & Daughters',
  'Northgate Trust',
  'Lantern Lab',
]

export const iso = (instant: number): string => new Date(instant).toISOString()
