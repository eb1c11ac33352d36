import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { testsOfRules } from '../../scripts/docs/tests-of-rules.ts'
import { stalePages } from '../../scripts/docs.ts'
import { rules } from '../../src/core/method/rules.ts'
import { rulesOfStep, stepKinds } from '../../src/core/method/step.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('the pages that are made from the code say what it says; `npm run docs` writes them anew', () => {
  expect(stalePages()).toEqual([])
})

test('every rule is held by a test that names it', () => {
  const tests = testsOfRules(root)
  expect([...tests].filter(([, list]) => list.length === 0).map(([id]) => id)).toEqual([])
})

test('every kind of step has a rule that asks for it', () => {
  for (const kind of stepKinds) {
    expect(rulesOfStep[kind].length, kind).toBeGreaterThan(0)
    for (const rule of rulesOfStep[kind]) expect(rules).toHaveProperty(rule)
  }
})
