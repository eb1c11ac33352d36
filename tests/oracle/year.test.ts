import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { difference } from './compare.ts'
import { Life } from './lives.ts'

/** Whole years, a few; `npm run simulate -- --students 50` lives more of them. */
const seeds = [1, 2]

test.each(seeds)(
  'on each day of a student’s year, Today says what the method says (seed %i)',
  async (seed) => {
    const life = await Life.of(seed)
    let moments = 0
    let found: string | undefined
    await life.live(async () => {
      moments += 1
      found = await difference(life.student)
      return found === undefined
    })
    console.error(`Seed ${seed}: ${moments} moments compared after ${life.student.commands} commands`)
    expect(found && `seed ${seed} ${found}`).toBeUndefined()
  },
  60_000,
)

test('the oracle shares no code with the program; only the student who types the commands knows it', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts'))
  const knowing = files.filter((name) =>
    /from '[^']*\/(src|doors)\//.test(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')),
  )
  expect(knowing).toEqual(['student.ts'])
})
