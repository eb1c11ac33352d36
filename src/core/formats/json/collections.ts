import type { AnyTable } from '../../kernel/table.ts'

/** The version of the file's shape. A reader of an older version refuses a newer file. */
export const networkVersion = 1

/** Names that no rule gives: irregular plurals, and what there is only one of. */
const irregular: Readonly<Record<string, string>> = {
  person: 'people',
  event_person: 'eventPeople',
  advocacy: 'advocacies',
  profile: 'profile',
  policy: 'policy',
}

/** The name under which a table's rows stand in the file: `people`, `touches`, `stepDecisions`. */
export function collectionName({ name }: AnyTable): string {
  const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return irregular[name] ?? camel + (/(?:ch|s|x)$/.test(camel) ? 'es' : 's')
}

/** The tables that a file holds: what the user knows, not what follows from it, nor the journal. */
export const recordTables = (tables: readonly AnyTable[]): AnyTable[] =>
  tables.filter(({ role }) => role === 'record')
