import { expect, test } from 'vitest'
import { fold, foldedWords } from './fold.ts'

test.each([
  ['Søren  van-der Berg', 'soren van der berg'],
  ['GARCÍA-MÁRQUEZ', 'garcia marquez'],
  ['Straße', 'strasse'],
  ['Łukasz Đorđević', 'lukasz dordevic'],
  ['İpek Işık', 'ipek isik'],
  ['田中 花子', '田中 花子'],
  ['ｆｕｌｌｗｉｄｔｈ', 'fullwidth'],
  ["O'Brien, PhD", 'o brien phd'],
  ['हिन्दी', 'हिन्दी'],
  ['  ', ''],
])('%s folds to "%s"', (text, folded) => {
  expect(fold(text)).toBe(folded)
  expect(fold(folded)).toBe(folded)
})

test('the words of several texts stand once each', () => {
  expect(foldedWords('Nadia Haddad', undefined, 'nadia@example.org')).toEqual([
    'nadia',
    'haddad',
    'example',
    'org',
  ])
})
