import { describe, expect, it } from 'vitest'
import { dateOrder, tableDate } from './table-date.ts'

describe('tableDate', () => {
  it.each([
    ['12 Oct 2019', '2019-10-12'],
    ['3 September 2011', '2011-09-03'],
    ['10/12/19', '2019-10-12'],
    ['10/12/19, 3:14 PM', '2019-10-12'],
    ['1/2/2016', '2016-01-02'],
    ['2019-10-12', '2019-10-12'],
    ['2019-10-12 08:00:00 UTC', '2019-10-12'],
    ['29 Feb 2024', '2024-02-29'],
  ])('reads %j', (text, date) => {
    expect(tableDate(text, 'month first')).toBe(date)
  })

  it.each([
    '',
    '12 Oct 20',
    '31 Apr 2020',
    '29 Feb 2023',
    '13/13/19',
    '12 Foo 2019',
    'yesterday',
    '2019-13-01',
  ])('does not take %j for a date', (text) => {
    expect(tableDate(text, 'month first')).toBeUndefined()
  })

  it('puts the day first where a date of the file can only be read so', () => {
    expect(dateOrder(['10/12/19', '', '25/12/19'])).toBe('day first')
    expect(dateOrder(['10/12/19', '12 Oct 2019'])).toBe('month first')
    expect(dateOrder(['25/12/19', '12/25/19'])).toBe('month first')
    expect(tableDate('10/12/19', 'day first')).toBe('2019-12-10')
  })
})
