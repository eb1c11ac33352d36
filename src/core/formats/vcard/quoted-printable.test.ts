import { describe, expect, it } from 'vitest'
import { decodeQuotedPrintable } from './quoted-printable.ts'

describe('decodeQuotedPrintable', () => {
  it.each([
    ['Zo=C3=AB=0D=0Atwo', 'UTF-8', 'Zoë\r\ntwo'],
    ['Zo=EB', 'ISO-8859-1', 'Zoë'],
    ['Zo=c3=ab', undefined, 'Zoë'],
    ['Zo=EB', undefined, 'Zoë'],
    ['Zo=EB', 'UTF-8', 'Zoë'],
    ['=83A=83C', 'Shift_JIS', 'アイ'],
    ['Zo=C3=AB', 'X-NO-SUCH', 'Zoë'],
    ['Zoë =3D', 'UTF-8', 'Zoë ='],
    ['1 = 1, =XY, =', 'UTF-8', '1 = 1, =XY, ='],
  ])('decodes %j in %s', (value, charset, text) => {
    expect(decodeQuotedPrintable(value, charset)).toBe(text)
  })
})
