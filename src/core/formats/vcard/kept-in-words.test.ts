import { expect, test } from 'vitest'
import { keptInWords } from './kept-in-words.ts'

test.each([
  ['IMPP;TYPE=home:xmpp:maja@example.org', 'chat (home): xmpp:maja@example.org'],
  ['N:Lund;Maja;Elin;;MSc', 'whole name: Lund, Maja, Elin, MSc'],
  ['item1.X-ABRELATEDNAMES:Nils\\, a friend', 'related: Nils, a friend'],
  ['X-PHONETIC-FIRST-NAME:Maya', 'phonetic first name: Maya'],
  ['KEY;ENCODING=b:AAAA', 'key'],
  ['no property at all', 'no property at all'],
])('a property that was kept, %s, is told in words', (text, words) => {
  expect(keptInWords(text)).toBe(words)
})
