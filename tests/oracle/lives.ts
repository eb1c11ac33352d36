import { chance } from './chance.ts'
import { dayOf, startOf } from './days.ts'
import { answer, request } from './deeds-of-asking.ts'
import { addPerson, circumstances, decide, editPerson } from './deeds-of-deciding.ts'
import { events, openings } from './deeds-of-events.ts'
import { promise, report, thank, touch } from './deeds-of-keeping.ts'
import { arrange, prepare, record } from './deeds-of-talks.ts'
import { Living } from './living.ts'
import type { Story } from './story.ts'
import { Student } from './student.ts'

const day = 24 * 3_600_000

type Deed = (life: Living, story: Story) => Promise<unknown>

/** What a student does, and how often: of so many deeds together. */
const deeds: readonly [weight: number, deed: Deed][] = [
  [4, addPerson],
  [10, request],
  [22, answer],
  [16, arrange],
  [14, prepare],
  [24, record],
  [8, thank],
  [5, promise],
  [8, touch],
  [4, report],
  [5, decide],
  [5, editPerson],
  [2, circumstances],
  [10, events],
  [4, openings],
]
const deedsInAll = deeds.reduce((sum, [weight]) => sum + weight, 0)

/** A student's year: at each moment of it the student does what chance and the law of the program allow. */
export class Life {
  readonly student: Student
  private readonly living: Living
  private readonly start: number
  private readonly days: number

  private constructor(student: Student, seed: number, days: number) {
    this.student = student
    this.living = new Living(student, chance(seed))
    this.start = student.now
    this.days = days
  }

  static async of(seed: number, days = 365): Promise<Life> {
    // Begins somewhere in two years, so that seasons and changes of clocks fall differently.
    const start = Date.parse('2026-01-05T08:00:00+01:00') + (seed % 97) * 7 * day
    return new Life(await Student.born(start), seed, days)
  }

  /** Lives the year, and calls back at two or three moments of each day. */
  async live(moment: () => Promise<boolean>): Promise<void> {
    const { student, living } = this
    await this.begin()
    for (let count = 0; count < this.days; count++) {
      const { zone } = student.story()
      living.date = dayOf(this.start + count * day, 'UTC')
      for (const minute of this.minutesOfADay()) {
        const at = startOf(living.date, zone) + minute * 60_000
        if (at <= student.now) continue
        student.now = at
        // A quiet moment now and then: only the clock has moved.
        for (let left = living.chance.oneOf([0, 1, 1, 2, 3]); left > 0; left--) await this.act()
        if (!(await moment())) return
      }
    }
  }

  private async begin(): Promise<void> {
    const { student, living } = this
    if (living.chance.percent(30))
      await student.do('policy.edit', { profile: '3b7' }, () => [{ what: 'policy', profile: '3b7' }])
    for (let left = living.chance.between(3, 8); left > 0; left--) await addPerson(living, student.story())
  }

  private minutesOfADay(): number[] {
    const { chance } = this.living
    return Array.from({ length: chance.between(2, 3) }, () => chance.between(0, 1439)).toSorted(
      (a, b) => a - b,
    )
  }

  private async act(): Promise<void> {
    let at = this.living.chance.between(1, deedsInAll)
    const [, deed] = deeds.find(([weight]) => {
      at -= weight
      return at <= 0
    })!
    await deed(this.living, this.student.story())
  }
}
