import { expect, test } from 'vitest'
import { type PolicyField, policyFields } from './policy-fields.ts'
import { policyChoiceWords, policyWords } from './policy-words.ts'

test('every choice of the policy has words, and no two of its fields share a title', () => {
  const choices = Object.values<PolicyField>(policyFields).flatMap((field) =>
    field.kind === 'choice' ? field.choices : [],
  )
  expect(choices.filter((choice) => policyChoiceWords[choice] === undefined)).toEqual([])
  const titles = Object.values(policyWords).map((words) => words.join())
  expect(new Set(titles).size).toBe(titles.length)
})
