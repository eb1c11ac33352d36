import { describe, expect, it } from 'vitest'
import { localTime } from './local-time.ts'
import { daysOf, recurrenceRule } from './recurrence.ts'

const day = (text: string) => localTime(text.replaceAll('-', ''))!.day
const days = (rule: string, start: string, from = start, to = '2027-12-31') =>
  daysOf(recurrenceRule(rule)!, localTime(start.replaceAll('-', ''))!, day(from), day(to)).map((index) =>
    new Date(index * 86_400_000).toISOString().slice(0, 10),
  )

describe('daysOf (RFC 5545, section 3.3.10)', () => {
  it.each([
    ['FREQ=DAILY;COUNT=3', '2026-03-02', ['2026-03-02', '2026-03-03', '2026-03-04']],
    ['FREQ=DAILY;INTERVAL=10;COUNT=3', '2026-03-02', ['2026-03-02', '2026-03-12', '2026-03-22']],
    [
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=4;BYDAY=TU,TH',
      '2026-03-03',
      ['2026-03-03', '2026-03-05', '2026-03-17', '2026-03-19'],
    ],
    ['FREQ=WEEKLY;COUNT=2', '2026-03-04', ['2026-03-04', '2026-03-11']],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=-1FR', '2026-03-27', ['2026-03-27', '2026-04-24', '2026-05-29']],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=2TU', '2026-03-10', ['2026-03-10', '2026-04-14', '2026-05-12']],
    ['FREQ=MONTHLY;COUNT=3', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', '2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31']],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
      '2026-01-30',
      ['2026-01-30', '2026-02-27', '2026-03-31'],
    ],
    ['FREQ=YEARLY;COUNT=2;BYMONTH=11;BYDAY=4TH', '2026-11-26', ['2026-11-26', '2027-11-25']],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=2', '2026-05-18', ['2026-05-18', '2027-05-17']],
  ])('%s from %s', (rule, start, expected) => {
    expect(days(rule, start)).toEqual(expected)
  })

  it('begins anywhere within a rule that has long been running', () => {
    expect(days('FREQ=WEEKLY;INTERVAL=2', '1601-01-01', '2026-03-01', '2026-03-31')).toEqual([
      ...['2026-03-02', '2026-03-16', '2026-03-30'],
    ])
    expect(days('FREQ=DAILY;INTERVAL=7', '2020-01-06', '2026-03-01', '2026-03-10')).toEqual([
      '2026-03-02',
      '2026-03-09',
    ])
  })

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=YEARLY;BYMONTH=13;COUNT=99999',
    'FREQ=DAILY;INTERVAL=99999;COUNT=99999',
    'FREQ=DAILY;BYSETPOS=2',
    'FREQ=DAILY;INTERVAL=0',
  ])('is done in no time with %s', (rule) => {
    const started = performance.now()
    expect(days(rule, '2026-03-02', '2024-03-02').length).toBeLessThanOrEqual(700)
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('does not pretend to know rules by hours or weeks of the year', () => {
    for (const rule of ['FREQ=HOURLY', 'FREQ=YEARLY;BYWEEKNO=3', 'FREQ=DAILY;BYHOUR=3', 'nonsense', ''])
      expect(recurrenceRule(rule)).toBeUndefined()
  })
})
