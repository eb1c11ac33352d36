import { beforeAll, expect, test } from 'vitest'
import { ensureWeb } from './ensure-web.ts'
import { firstLoad, fonts, screens, weights } from './weights.ts'

beforeAll(ensureWeb, 120_000)

test('the first load is within its budget', () => {
  const { files, weight } = firstLoad()
  expect(files.size).toBeGreaterThan(1)
  expect(weight).toBeLessThanOrEqual(weights.firstLoad)
})

test('so is every screen, with the first load', () => {
  const all = screens()
  expect(all.size).toBeGreaterThan(5)
  for (const [screen, weight] of all) expect(weight, screen).toBeLessThanOrEqual(weights.anyScreen)
})

test('the serif of letters and headings is light enough', () => {
  const { files, weight } = fonts()
  expect(files).toHaveLength(2)
  expect(weight).toBeLessThanOrEqual(weights.font)
})
