import { first } from './0001-first.ts'
import { field } from './0002-field.ts'
import { subjectsAndPolicy } from './0003-subjects-and-policy.ts'
import { questions } from './0004-questions.ts'
import { eventsAndOpenings } from './0005-events-and-openings.ts'
import { eventsSteps } from './0006-events-steps.ts'
import { importMapping } from './0007-import-mapping.ts'
import { introduction } from './0008-introduction.ts'
import { particulars } from './0009-particulars.ts'
import { eventsResearch } from './0010-events-research.ts'
import { replicas } from './0011-replicas.ts'
import { introductionsAndResearch } from './0012-introductions-and-research.ts'
import { lettersOpening } from './0013-letters-opening.ts'
import { noted } from './0014-noted.ts'
import type { Migration } from './operation.ts'

/** Every migration, in order. The last one's version is that of the schema. */
export const migrations: readonly Migration[] = [
  first,
  field,
  subjectsAndPolicy,
  questions,
  eventsAndOpenings,
  eventsSteps,
  importMapping,
  introduction,
  particulars,
  eventsResearch,
  replicas,
  introductionsAndResearch,
  lettersOpening,
  noted,
]
