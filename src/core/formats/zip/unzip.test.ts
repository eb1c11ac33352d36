import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { unzip } from './unzip.ts'

const text = (content: string) => new TextEncoder().encode(content)
const namesIn = (bytes: Uint8Array) => unzip(bytes).map(({ name }) => name)

describe('an archive', () => {
  it('gives its texts, and leaves pictures and what systems add', () => {
    const archive = zipSync({
      'Connections.csv': text('Name\nAda\n'),
      'cards/ada.vcf': text('BEGIN:VCARD'),
      'photo.jpg': text('x'),
      '__MACOSX/._Connections.csv': text('x'),
    })
    expect(namesIn(archive)).toEqual(['Connections.csv', 'cards/ada.vcf'])
    expect(new TextDecoder().decode(unzip(archive)[0]!.bytes)).toBe('Name\nAda\n')
  })

  it('is refused as a bomb before it is unpacked, by its ratio and its size', () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(50_000_000) }, { level: 9 })
    expect(() => unzip(bomb)).toThrow(/not opened/)
    // A size of 4 GB that the directory only claims.
    const liar = zipSync({ 'a.csv': text('Name\n') })
    const at = liar.length - 22 - 46 - 'a.csv'.length + 24
    new DataView(liar.buffer, liar.byteOffset).setUint32(at, 0xfffffff0, true)
    expect(() => unzip(liar)).toThrow(/not opened/)
  })

  it('is refused with more files than anybody exports', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}.csv`, text('')]))
    expect(() => unzip(zipSync(many, { level: 0 }))).toThrow(/more than 10000 files/)
  })

  it('is refused where it is cut or damaged', () => {
    const whole = zipSync({ 'a.csv': text('Name\nAda\n'.repeat(100)) })
    expect(() => unzip(whole.subarray(0, -30))).toThrow(/damaged/)
    expect(() => unzip(whole.map((byte, at) => (at > 40 && at < 60 ? 0xff : byte)))).toThrow(/damaged/)
  })
})
