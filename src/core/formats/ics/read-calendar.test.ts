import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCalendar } from './read-calendar.ts'

const options = { now: Date.parse('2026-03-02T10:00:00Z'), timeZone: 'Europe/Berlin' }
const calendar = (...lines: string[]) =>
  `${['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const nadia = 'ATTENDEE;CN=Nadia Haddad;PARTSTAT=ACCEPTED:mailto:nadia@example.org'
const read = (...lines: string[]) => readCalendar(calendar(...lines), options)
const meeting = (...lines: string[]) => read(...event('UID:u1', ...lines, nadia))
const starts = (file: ReturnType<typeof read>) =>
  file.meetings.map(({ startsAt }) => new Date(startsAt).toISOString().slice(0, 16))

describe('readCalendar', () => {
  it('reads a meeting with whoever is in it: no rooms, nobody who declined, each person once', () => {
    const file = read(
      ...event(
        ...['UID:u1', 'DTSTART:20260310T140000Z', 'DTEND:20260310T143000Z', 'SUMMARY:Coffee\\, and advice'],
        ...['LOCATION:Lakeside Health', 'ORGANIZER;CN="Haddad, Nadia":MAILTO:nadia@example.org', nadia],
        'ATTENDEE;CUTYPE=ROOM;CN=Room 3:mailto:room3@example.org',
        'ATTENDEE;PARTSTAT=DECLINED;CN=Nils Berg:mailto:nils@example.org',
        'ATTENDEE;CN=eva@example.org;EMAIL=eva@example.org:urn:uuid:1',
        'ATTENDEE;CN=Jonas Smith:invalid:nomail',
      ),
    )
    expect(file).toEqual({
      format: 'ics',
      problems: [],
      meetings: [
        {
          ...{ line: 3, uid: 'u1', startsAt: Date.parse('2026-03-10T14:00:00Z'), minutes: 30 },
          ...{ summary: 'Coffee, and advice', place: 'Lakeside Health', cancelled: false },
          people: [
            { name: 'Haddad, Nadia', email: 'nadia@example.org' },
            { email: 'eva@example.org' },
            { name: 'Jonas Smith' },
          ],
        },
      ],
      contacts: [
        { line: 3, name: 'Haddad, Nadia', emails: ['nadia@example.org'], phones: [], urls: [], tags: [] },
        { line: 3, name: 'eva@example.org', emails: ['eva@example.org'], phones: [], urls: [], tags: [] },
        { line: 3, name: 'Jonas Smith', emails: [], phones: [], urls: [], tags: [] },
      ],
    })
  })

  it('takes what lasts the whole day, or names nobody, for no meeting', () => {
    const file = read(
      ...event('UID:a', 'DTSTART;VALUE=DATE:20260310', nadia),
      ...event('UID:b', 'DTSTART:20260310T000000', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE', nadia),
      ...event('UID:c', 'DTSTART:20260310T000000', 'DURATION:P3D', nadia),
      ...event('UID:d', 'DTSTART:20260310T140000Z', 'SUMMARY:Dentist'),
    )
    expect(file).toMatchObject({ meetings: [], contacts: [] })
    expect(file.problems).toMatchObject([{ reason: expect.stringMatching(/no meeting with others/) }])
  })
})

describe('time zones', () => {
  it.each([
    ['a name of the tz database', ';TZID=America/Chicago', '2026-03-10T20:00'],
    [
      'the same at the end of a longer one',
      ';TZID=/mozilla.org/20050126_1/America/Chicago',
      '2026-03-10T20:00',
    ],
    ['the same in quotation marks', ';TZID="America/Argentina/Buenos_Aires"', '2026-03-10T18:00'],
    ['a name of Windows, without a VTIMEZONE', ';TZID=Central Standard Time', '2026-03-10T20:00'],
    ['a name of Windows in brackets', ';TZID=Pacific Standard Time (Mexico)', '2026-03-10T22:00'],
    ['an offset in the name', ';TZID="(UTC-05:00) Eastern Time (US & Canada)"', '2026-03-10T20:00'],
    ['no zone: the user’s own', '', '2026-03-10T14:00'],
  ])('%s', (_, zone, start) => {
    const file = meeting(`DTSTART${zone}:20260310T150000`)
    expect(starts(file)).toEqual([start])
    expect(file.problems).toEqual([])
  })

  it('a zone that only the file knows, with its own rules for summer', () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Customized Time Zone', 'BEGIN:STANDARD', 'DTSTART:16011028T030000'],
      ...[
        'TZOFFSETFROM:+0200',
        'TZOFFSETTO:+0100',
        'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
        'END:STANDARD',
      ],
      ...['BEGIN:DAYLIGHT', 'DTSTART:16010325T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
      ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ]
    const at = (time: string) =>
      starts(read(...zone, ...event('UID:u', `DTSTART;TZID=Customized Time Zone:${time}`, nadia)))
    expect(at('20260328T150000')).toEqual(['2026-03-28T14:00'])
    expect(at('20260329T150000')).toEqual(['2026-03-29T13:00'])
    expect(at('20261024T150000')).toEqual(['2026-10-24T13:00'])
    expect(at('20261025T150000')).toEqual(['2026-10-25T14:00'])
  })

  it('a name that means nothing is told once, and read in the user’s own', () => {
    const file = read(
      ...event('UID:a', 'DTSTART;TZID=Narnia:20260310T150000', nadia),
      ...event('UID:b', 'DTSTART;TZID=Narnia:20260311T150000', nadia),
    )
    expect(starts(file)).toEqual(['2026-03-10T14:00', '2026-03-11T14:00'])
    expect(file.problems).toMatchObject([{ reason: expect.stringMatching(/"Narnia" is not known/) }])
  })
})

describe('meetings that change', () => {
  it('counts the newest version, however they are ordered (SEQUENCE, DTSTAMP)', () => {
    const file = read(
      ...event('UID:a', 'SEQUENCE:2', 'DTSTART:20260312T140000Z', nadia),
      ...event('UID:a', 'SEQUENCE:0', 'DTSTART:20260310T140000Z', nadia),
      ...event('UID:b', 'DTSTAMP:20260301T000000Z', 'DTSTART:20260313T140000Z', nadia),
      ...event('UID:b', 'DTSTAMP:20260302T000000Z', 'DTSTART:20260314T140000Z', nadia),
    )
    expect(starts(file)).toEqual(['2026-03-12T14:00', '2026-03-14T14:00'])
  })

  it('knows what was cancelled, by its status or by the file’s method, and takes nobody from it', () => {
    const cancelled = meeting('DTSTART:20260310T140000Z', 'STATUS:CANCELLED')
    expect(cancelled).toMatchObject({ contacts: [], meetings: [{ cancelled: true }] })
    const method = read('METHOD:CANCEL', ...event('UID:a', 'DTSTART:20260310T140000Z', nadia))
    expect(method.meetings).toMatchObject([{ cancelled: true }])
  })

  it('puts a moved time of a meeting that repeats in the place of its own (RECURRENCE-ID, EXDATE)', () => {
    const file = read(
      ...event(
        ...['UID:a', 'DTSTART;TZID=Europe/Berlin:20260323T090000', 'RRULE:FREQ=WEEKLY;COUNT=4', nadia],
        'EXDATE;TZID=Europe/Berlin:20260330T090000',
      ),
      ...event('UID:a', 'RECURRENCE-ID;TZID=Europe/Berlin:20260406T090000', 'DTSTART:20260407T150000Z'),
    )
    // The clocks change on 29 March: nine o'clock stays nine o'clock.
    expect(
      file.meetings.map(({ startsAt, cancelled }) => [
        new Date(startsAt).toISOString().slice(0, 16),
        cancelled,
      ]),
    ).toEqual([
      ['2026-03-23T08:00', false],
      ['2026-03-30T07:00', true],
      ['2026-04-13T07:00', false],
      ['2026-04-07T15:00', false],
    ])
    expect(file.meetings.at(-1)!.people).toEqual([{ name: 'Nadia Haddad', email: 'nadia@example.org' }])
  })

  it('ends at UNTIL, and adds RDATEs', () => {
    const until = meeting(
      'DTSTART:20260301T140000Z',
      'RRULE:FREQ=DAILY;UNTIL=20260303T140000Z',
      'RDATE:20260401T140000Z',
    )
    expect(starts(until)).toEqual([
      ...['2026-03-01T14:00', '2026-03-02T14:00', '2026-03-03T14:00', '2026-04-01T14:00'],
    ])
  })

  it('bounds what repeats for ever: two years back, one ahead, the last 200', () => {
    const weekly = starts(meeting('DTSTART:19990101T140000Z', 'RRULE:FREQ=WEEKLY'))
    expect([weekly.length, weekly[0], weekly.at(-1)]).toEqual([157, '2024-03-01T14:00', '2027-02-26T14:00'])
    const daily = meeting('DTSTART:19990101T140000Z', 'RRULE:FREQ=DAILY')
    expect(daily.meetings).toHaveLength(200)
    expect(daily.problems).toMatchObject([{ reason: expect.stringMatching(/more often than 200/) }])
    const hourly = meeting('DTSTART:20260301T140000Z', 'RRULE:FREQ=HOURLY')
    expect(starts(hourly)).toEqual(['2026-03-01T14:00'])
    expect(hourly.problems).toMatchObject([{ reason: expect.stringMatching(/only its first time/) }])
  })
})

describe('a damaged calendar', () => {
  it('gives the whole entries when one is cut, or never closed', () => {
    const whole = event('UID:a', 'DTSTART:20260310T140000Z', nadia)
    const cutOff = ['BEGIN:VEVENT', 'UID:b', 'DTSTART:20260311T140000Z']
    const file = readCalendar(
      calendar(...cutOff, ...whole, ...cutOff).replace('END:VCALENDAR\r\n', ''),
      options,
    )
    expect(starts(file)).toEqual(['2026-03-10T14:00'])
    expect(file.problems.map(({ line, reason }) => [line, /never closed/.test(reason)])).toEqual([
      [3, true],
      [11, true],
    ])
  })

  it('tells of an entry without a date, and reads lines that are none as the rest of a text', () => {
    const file = read(
      ...event('UID:a', 'SUMMARY:When?', nadia),
      ...event(
        'UID:b',
        'DESCRIPTION:Agenda',
        'first: tea',
        '',
        'then: talk',
        'DTSTART:20260310T140000Z',
        nadia,
      ),
    )
    expect(file.problems).toMatchObject([{ line: 3, text: 'When?' }])
    expect(starts(file)).toEqual(['2026-03-10T14:00'])
  })

  it('reads vCalendar 1.0, with quoted-printable and an address in angle brackets', () => {
    const file = read(
      ...event(
        ...[
          'DTSTART:20260310T140000Z',
          'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9=',
          ' mit Eva',
        ],
        'ATTENDEE;ROLE=ATTENDEE;STATUS=CONFIRMED:Eva Berg <eva@example.org>',
      ),
    )
    expect(file.meetings).toMatchObject([
      { summary: 'Café mit Eva', people: [{ name: 'Eva Berg', email: 'eva@example.org' }] },
    ])
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'BEGIN:VCALENDAR\n',
      'BEGIN:VEVENT\n',
      'END:VEVENT\n',
      'BEGIN:VTIMEZONE\nTZID:x\n',
      'END:VTIMEZONE\n',
    ],
    ...[
      'BEGIN:STANDARD\n',
      'END:STANDARD\n',
      'DTSTART:20260310T140000Z\n',
      'DTSTART;TZID=x:20260310T140000\n',
    ],
    ...[
      'RRULE:FREQ=DAILY\n',
      'RRULE:FREQ=MONTHLY;BYDAY=-1MO;COUNT=',
      'RRULE:FREQ=YEARLY;BYSETPOS=1\n',
      'UID:a\n',
    ],
    ...['RECURRENCE-ID:20260310T140000Z\n', 'EXDATE:20260310T140000Z\n', `${nadia}\n`, 'TZOFFSETTO:+0100\n'],
    ...['ATTENDEE:', 'DURATION:P', '\n', '\n ', ':', ';', '"', '\0', '\uD83D', '0', '-'],
  )

  it('is read without an error, within the bounds', () => {
    const parts = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: 'binary' })), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(parts, (body) => {
        const file = readCalendar(`BEGIN:VCALENDAR\n${body.join('')}`, options)
        expect(file.meetings.length + file.problems.length).toBeGreaterThan(0)
        for (const { startsAt, minutes } of file.meetings) {
          expect(Number.isFinite(startsAt)).toBe(true)
          expect(minutes).toBeGreaterThan(0)
        }
        expect(JSON.stringify([file.contacts, file.meetings])).not.toMatch(/\\u0000|\\ud[89ab]/i)
      }),
      { numRuns: 300 },
    )
  })

  it('is read in time proportional to its length', () => {
    const started = performance.now()
    for (const line of [
      'BEGIN:VEVENT\n',
      'x',
      '"',
      ';',
      'a\n ',
      'END:VEVENT\n',
      'RDATE:20260310T140000Z\n',
      `${nadia}\n`,
    ])
      readCalendar(
        `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260310T140000Z\n${line.repeat(1_000_000 / line.length)}`,
        options,
      )
    for (const rule of ['FREQ=DAILY', 'FREQ=DAILY;COUNT=99;BYMONTH=2;BYMONTHDAY=30']) {
      const repeating = Array.from({ length: 6000 }, (_, index) =>
        event('DTSTART;TZID=Europe/Berlin:20000310T140000', `RRULE:${rule}`, `UID:${index}`, nadia),
      )
      expect(readCalendar(calendar(...repeating.flat()), options).problems.length).toBeGreaterThan(0)
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
