import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { writeCsv } from './write-csv.ts'

describe('writeCsv', () => {
  it('ends lines with CRLF and quotes only where it must (RFC 4180)', () => {
    const rows = [
      ['Okoye, Ada', 'the "chief"', 'two\nlines', 3, null, undefined],
      ['plain', 'a b', ' ', -1.5, '', 0],
    ]
    expect(writeCsv(['a', 'b', 'c', 'd', 'e', 'f'], rows)).toBe(
      'a,b,c,d,e,f\r\n"Okoye, Ada","the ""chief""","two\nlines",3,,\r\nplain,a b, ,-1.5,,0\r\n',
    )
  })

  it.each(['=1+1', '@SUM(A1)', '+cmd|x', '-2+3', '\t=1', '\r=1', '＝1', "+1-312'!A0"])(
    'keeps a spreadsheet from running %j (OWASP, CSV Injection)',
    (text) => {
      expect(Papa.parse(writeCsv(['a'], [[text]]), { newline: '\r\n' }).data[1]).toEqual([`'${text}`])
    },
  )

  it.each(['-5', '-1.5', '-3,25', '+49 30 5550142', '+13125550123', '+1 312 ::: +49 30 ; 555'])(
    'leaves %j as it is',
    (text) => {
      expect(Papa.parse(writeCsv(['a'], [[text]])).data[1]).toEqual([text])
    },
  )

  it('is read back by a CSV reader cell by cell', () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => !/^[=+\-@\t\r\n＝＋－＠]/.test(value))
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width })))
    fc.assert(
      fc.property(table, (rows) => {
        const header = (rows[0] ?? ['']).map((_, index) => `column ${index}`)
        const read = Papa.parse(writeCsv(header, rows), { delimiter: ',', newline: '\r\n' })
        expect(read.data).toEqual([header, ...rows, ['']])
      }),
    )
  })
})
