import { advocacy } from './advocacy/advocacy.ts'
import { approach } from './approaches/approach.ts'
import { conversation } from './conversations/conversation.ts'
import { event } from './events/event.ts'
import { eventPerson } from './events/event-person.ts'
import { field } from './fields/field.ts'
import { importMapping } from './import/import-mapping.ts'
import { introduction } from './introductions/introduction.ts'
import { beforeImage, journal, removal } from './kernel/journal.ts'
import type { AnyTable } from './kernel/table.ts'
import { letter } from './letters/letter.ts'
import { derivation } from './method/derivation.ts'
import { policyChoice } from './method/policy.ts'
import { standing } from './method/standing.ts'
import { step, stepDecision } from './method/step.ts'
import { opening } from './openings/opening.ts'
import { organization } from './organizations/organization.ts'
import { attachment } from './people/attachment.ts'
import { person } from './people/person.ts'
import { personAlias } from './people/person-alias.ts'
import { twoPeople } from './people/two-people.ts'
import { profile } from './profile/profile.ts'
import { promise } from './promises/promise.ts'
import { question } from './questions/question.ts'
import { researchNote } from './research/research-note.ts'
import { touch } from './touches/touch.ts'

/** Every table of a network: what stores create, exports write and undo restores. */
export const tables: readonly AnyTable[] = [
  person,
  personAlias,
  twoPeople,
  attachment,
  introduction,
  approach,
  conversation,
  letter,
  touch,
  promise,
  field,
  organization,
  researchNote,
  question,
  event,
  eventPerson,
  opening,
  advocacy,
  importMapping,
  profile,
  policyChoice,
  stepDecision,
  step,
  standing,
  derivation,
  journal,
  beforeImage,
  removal,
]
