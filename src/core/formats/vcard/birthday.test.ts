import { expect, it } from 'vitest'
import { birthday } from './birthday.ts'

it.each([
  ['1984-05-02', '1984-05-02'],
  ['19840502', '1984-05-02'],
  ['1984-05-02T00:00:00Z', '1984-05-02'],
  ['--0502', '--05-02'],
  ['--05-02', '--05-02'],
  ['1604-02-29', '--02-29'],
  ['--0229', '--02-29'],
])('reads the birthday %j (RFC 6350, section 4.3.1)', (value, date) => {
  expect(birthday(value)).toBe(date)
})

it.each(['', '1984', '1984-05', '---02', '1983-02-29', '19841302', 'circa 1800', '1984-05-021'])(
  'is no full day: %j',
  (value) => {
    expect(birthday(value)).toBeUndefined()
  },
)
