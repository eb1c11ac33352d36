import type { Migration } from './operation.ts'

const column = (table: string, column: string, kind: 'text' | 'id' | 'instant' | 'date' | 'json') =>
  ({ add: 'column', table, column, kind }) as const

/** Steps for events and openings besides people; a policy of choices, holidays and vacations; progress told. */
export const subjectsAndPolicy: Migration = {
  version: 3,
  name: 'subjects and policy',
  operations: [
    column('person', 'timeZone', 'text'),
    column('conversation', 'progressToldAt', 'instant'),
    column('profile', 'awayFrom', 'date'),
    column('profile', 'awayUntil', 'date'),
    column('policy', 'profile', 'text'),
    column('policy', 'holidayCountry', 'text'),
    column('policy', 'holidayRegion', 'text'),
    column('policy', 'holidays', 'json'),
    column('policy', 'ownHolidays', 'json'),
    { drop: 'index', table: 'step', index: 'byPerson' },
    column('step', 'subjectType', 'text'),
    column('step', 'subjectId', 'id'),
    column('step', 'subjectName', 'text'),
    { drop: 'column', table: 'step', column: 'personId' },
    { drop: 'column', table: 'step', column: 'personName' },
    { create: 'index', table: 'step', index: 'bySubject', columns: ['subjectId', 'dueAt'] },
    { create: 'rows', table: 'derivation', columns: { rules: 'integer' } },
  ],
}
