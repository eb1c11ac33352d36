import { describe, expect, it } from 'vitest'
import { readContactFile } from './read-file.ts'

const file = (text: string) => new TextEncoder().encode(text)

describe('a file', () => {
  it('reads a LinkedIn export and cards by their content', () => {
    const connections = 'First Name,Last Name,Position,Connected On\nAda,Okoye,Nurse,03 Mar 2021\n'
    expect(readContactFile(file(connections))).toMatchObject({
      format: 'linkedin',
      contacts: [{ name: 'Ada Okoye' }],
    })
    const card = 'BEGIN:VCARD\nVERSION:4.0\nFN:Ada Okoye\nEND:VCARD\n'
    expect(readContactFile(file(card))).toMatchObject({ format: 'vcard', contacts: [{ name: 'Ada Okoye' }] })
  })

  it('hands on the text of an Acquaint export', () => {
    expect(readContactFile(file('{"acquaint": 1}'))).toEqual({ format: 'json', text: '{"acquaint": 1}' })
  })

  it('believes the caller who says which format it is', () => {
    expect(() => readContactFile(file('BEGIN:VCARD\n'), { format: 'linkedin' })).toThrow(/"First Name"/)
    expect(readContactFile(file('nothing'), { format: 'vcard' })).toMatchObject({
      contacts: [],
      problems: [{ line: 1 }],
    })
  })
})
