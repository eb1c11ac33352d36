import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type RuleId, ruleIds } from '../../src/core/method/rules.ts'

export interface RuleTest {
  file: string
  title: string
}

/** The tests whose title ends in the rule's id: "asks for one follow-up after two weeks (O6)". */
export function testsOfRules(root: string): Map<RuleId, RuleTest[]> {
  const found = new Map<RuleId, RuleTest[]>(ruleIds.map((id) => [id, []]))
  for (const file of testFiles(root)) {
    for (const [, title] of readFileSync(join(root, file), 'utf8').matchAll(titles)) {
      const ids = /\(([A-Z]\d(?:, [A-Z]\d)*)\)$/.exec(title!)?.[1]?.split(', ') ?? []
      for (const id of ids) found.get(id as RuleId)?.push({ file, title: title! })
    }
  }
  return found
}

const titles = /\b(?:test|it)(?:\.each\([^)]*\))?\(\s*'((?:[^'\\\n]|\\.)+)'/g

function testFiles(root: string): string[] {
  const folders = ['src', 'tests'].map((folder) => join(root, folder))
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
        .map((entry) => relative(root, join(entry.parentPath, entry.name))),
    )
    .sort()
}
