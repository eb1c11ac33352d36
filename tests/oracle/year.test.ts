import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compareYear } from './compare.ts'

/** Whole years, a few; `npm run simulate -- --students 50` lives more of them. */
const seeds = [1, 2]

test.each(seeds)(
  'on each day of a student’s year, Today says what the method says (seed %i)',
  async (seed) => {
    const { moments, commands, found } = await compareYear(seed)
    console.error(`Seed ${seed}: ${moments} moments compared after ${commands} commands`)
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
