import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mutator } from '../../../tests/fuzz/mutate.ts'
import { checkReader, readers } from '../../../tests/fuzz/readers.ts'
import { seeds } from '../../../tests/fuzz/seeds.ts'

const wrongs = (bytes: Uint8Array) => readers.flatMap((reader) => checkReader(reader, bytes).wrong ?? [])

describe('any file', () => {
  it('is read or refused with a sentence, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(wrongs(bytes)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('is read or refused, however what a program wrote was changed', () => {
    const seed = fc.sample(fc.integer({ min: 1 }), 1)[0]!
    const mutate = mutator(seed, seeds)
    const end = performance.now() + 2_500
    while (performance.now() < end) {
      const bytes = mutate()
      expect(wrongs(bytes), `seed ${seed}, ${Buffer.from(bytes).toString('base64').slice(0, 2_000)}`).toEqual(
        [],
      )
    }
  })

  it.each([
    ['quotation marks', '"'],
    ['commas', ','],
    ['line breaks', '\n'],
    ['rows with a stray mark', 'Ann,"Lee,x\n'],
    ['half cards', 'BEGIN:VCARD\nFN:x\n'],
    ['folded lines', ' x\n'],
    ['cells of several lines', '"a\nb",'],
  ])('of 200 kB of %s is read in no time by each reader', (_, piece) => {
    const text = `Name,Email,Company,Notes\n${piece.repeat(200_000 / piece.length)}`
    expect(wrongs(new TextEncoder().encode(text))).toEqual([])
  })
})
