import { describe, expect, it } from 'vitest'
import { parseContentLine } from './content-line.ts'

const parameters = (text: string) => Object.fromEntries(parseContentLine(1, text)!.parameters)

describe('parseContentLine', () => {
  it('takes the group off the name (RFC 6350, section 3.3)', () => {
    expect(parseContentLine(7, 'item1.email;type=HOME:a@b.example')).toMatchObject({
      line: 7,
      name: 'EMAIL',
      value: 'a@b.example',
      text: 'item1.email;type=HOME:a@b.example',
    })
  })

  it('reads parameters: listed, quoted, repeated, and the bare ones of 2.1', () => {
    expect(parameters('TEL;TYPE="work,voice";PREF=1:1')).toEqual({ TYPE: ['work', 'voice'], PREF: ['1'] })
    expect(parameters('TEL;TYPE=work;TYPE=cell:1')).toEqual({ TYPE: ['work', 'cell'] })
    expect(parameters('NOTE;CELL;QUOTED-PRINTABLE:1')).toEqual({
      TYPE: ['CELL'],
      ENCODING: ['QUOTED-PRINTABLE'],
    })
  })

  it('finds the value after colons and semicolons in quotation marks', () => {
    expect(parseContentLine(1, 'ADR;LABEL="a:b;c":;;d')?.value).toBe(';;d')
    expect(parseContentLine(1, 'NOTE;X="open:rest')?.value).toBe('rest')
  })

  it.each(['', 'no colon', ': no name', 'see the web: page', ';:'])('is no property: %j', (text) => {
    expect(parseContentLine(1, text)).toBeUndefined()
  })
})
