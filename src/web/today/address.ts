import type { Step } from '../../core/method/step.ts'

const places = { person: 'people', event: 'events', opening: 'openings' } as const

/** Where what a step is done for has its page. */
export const addressOf = ({ subjectType, subjectId }: Pick<Step, 'subjectType' | 'subjectId'>): string =>
  `/${places[subjectType]}/${subjectId}`
