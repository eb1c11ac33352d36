import { describe, expect, it } from 'vitest'
import { FormatError } from './format-error.ts'
import { recognise } from './recognise.ts'

describe('recognise', () => {
  it('knows a LinkedIn export by its columns, below whatever note', () => {
    expect(recognise('First Name,Last Name,Company,Position,Connected On\n')).toBe('linkedin')
    expect(recognise('Notes:\n"a ""b"\n\n"Last Name";"First Name";"Connected On"\n')).toBe('linkedin')
  })

  it('knows cards, also below a line of something else and in small letters', () => {
    expect(recognise('\n begin:vcard\nversion:3.0')).toBe('vcard')
    expect(recognise('exported today\r\nBEGIN:VCARD\r\n')).toBe('vcard')
  })

  it('knows a calendar', () => {
    expect(recognise('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe('ics')
    expect(recognise('exported, today\r\nBEGIN:VCALENDAR\r\n')).toBe('ics')
  })

  it('knows an Acquaint export by its first key', () => {
    expect(recognise('{\n  "acquaint": 1 }')).toBe('json')
  })

  it.each(['{"name": "acquaint"}', 'Dear Ms Haddad,', 'a note about BEGIN:VCARD inside of a line'])(
    'refuses %j and lists what can be read',
    (text) => {
      expect(() => recognise(text)).toThrow(FormatError)
      expect(() => recognise(text)).toThrow(/Connections\.csv.*vCard.*JSON/)
    },
  )
})
