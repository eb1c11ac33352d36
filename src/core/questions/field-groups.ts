import { foldedWords } from '../kernel/fold.ts'

/**
 * The fields that the bank has questions of their own for, each with the beginnings of the words by which a field, a role
 * or an organisation is known to belong to it.
 */
const beginnings = {
  software: 'software programm developer devops frontend backend cybersecurity informatics computing app',
  data: 'data statistic analytic machine analyst gis',
  health: 'health nurs medic hospital clinic care pharma therap physician doctor midwife dental',
  law: 'law legal attorney solicitor barrister court paralegal judge justice compliance',
  finance: 'financ bank account audit invest insur actuar asset treasury tax econom',
  research: 'research science scientist laboratory lab academ institut postdoc professor scholar',
  education: 'educat teach school tutor curriculum pedagog lectur classroom',
  media:
    'media journal editor publish news film radio broadcast communicat writer podcast press marketing advertis',
  design: 'design architect illustrat ux typograph studio graphic product fashion',
  'public service':
    'public government policy city county municipal civil planner planning ministry council diplom',
  engineering:
    'engineer mechanic electric construct manufactur structural civil aerospace robot process energy',
  nonprofit: 'nonprofit charity ngo foundation community social humanitarian volunteer development advocacy',
  environment:
    'environment water climate ecolog conserv sustainab forest river ocean wildlife energy catchment estuary',
  business:
    'business consult sales operations supply logistic entrepreneur startup retail human management hospitality',
  arts: 'art arts museum music theatre theater curator gallery performing heritage library archive',
} as const

export type FieldGroup = keyof typeof beginnings

export const fieldGroups = Object.keys(beginnings) as FieldGroup[]

const known = fieldGroups.map((group) => ({ group, starts: beginnings[group].split(' ') }))

/** The field groups that these texts (fields, a role, an organisation) speak of, in the order of their list. */
export function fieldGroupsOf(...texts: (string | undefined)[]): FieldGroup[] {
  const words = foldedWords(...texts)
  return known
    .filter(({ starts }) =>
      words.some((word) =>
        starts.some((start) => (start.length < 4 ? word === start : word.startsWith(start))),
      ),
    )
    .map(({ group }) => group)
}
