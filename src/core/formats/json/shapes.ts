import { eventKinds } from '../../events/event.ts'
import { isTimeZone } from '../../method/clock.ts'
import { checkPolicy, chosenPolicy, type Policy } from '../../method/policy.ts'
import { policyFields } from '../../method/policy-fields.ts'
import { profileNames } from '../../method/profiles.ts'
import { stepKinds } from '../../method/step.ts'
import { openingStatuses, outcomes } from '../../openings/opening.ts'
import { tiaraParts, topics } from '../../questions/bank-question.ts'
import { topicNames } from '../../research/topics.ts'
import { fieldWords } from '../csv/table-field.ts'
import { pictureTypes } from '../picture.ts'
import {
  base64,
  between,
  type Check,
  choice,
  day,
  days,
  flag,
  id,
  isObject,
  listOf,
  moment,
  name,
  someOf,
  text,
  texts,
  textsByName,
} from './check.ts'

type Cells = Readonly<Record<string, unknown>>

/** What a row of a table must hold beyond the kinds of its columns, so that no impossible state comes in with a file. */
export interface Shape {
  /** The columns without which the row means nothing; for a union, by what the row says of its state. */
  needs: (row: Cells) => readonly string[]
  holds: Readonly<Record<string, Check>>
}

const channel = choice('email', 'phone', 'linkedin', 'in-person', 'letter')
const side = choice('me', 'them')
const timeZone: Check = (value) =>
  typeof value === 'string' && isTimeZone(value) ? undefined : 'is no time zone that this machine knows'
/** Money in thousandths. */
const amount = between(0, 1_000_000_000_000)
const yesOrNo = choice('yes', 'no')
const lists = (...columns: string[]) => Object.fromEntries(columns.map((column) => [column, texts]))

/** By the table's name. Every table of records has one: a test holds that. */
export const shapes: Readonly<Record<string, Shape>> = {
  person: {
    needs: () => [
      ...['name', 'origin', 'emails', 'phones', 'urls', 'closeness', 'fields', 'tags', 'doNotContact'],
      ...['importedFrom', 'unknown', 'createdAt'],
    ],
    holds: {
      ...lists('emails', 'phones', 'phoneKeys', 'urls', 'fields', 'tags', 'importedFrom', 'unknown'),
      labels: textsByName,
      addresses: listOf(
        { label: text, street: text, city: text, region: text, postalCode: text, country: text },
        ['label', 'street', 'city', 'region', 'postalCode', 'country'],
      ),
      customFields: listOf({ name, value: text }),
      name,
      origin: choice('personal-referral', 'direct-contact'),
      closeness: between(1, 5),
      keepInTouch: yesOrNo,
      cadenceDays: between(1, 10_000),
    },
  },
  person_alias: { needs: () => ['personId'], holds: {} },
  two_people: { needs: () => ['personId', 'otherId', 'at'], holds: {} },
  attachment: {
    needs: () => ['personId', 'kind', 'mediaType', 'bytes', 'createdAt'],
    holds: { kind: choice('photo'), mediaType: choice(...pictureTypes), bytes: base64 },
  },
  introduction: {
    needs: ({ status }) => [
      ...['fromPersonId', 'toPersonId', 'namedAt', 'status'],
      ...(status === 'met' || status === 'reported-back' ? ['metAt'] : []),
      ...(status === 'reported-back' ? ['reportedAt'] : []),
    ],
    holds: { status: choice('named', 'offered', 'introduced', 'contacted', 'met', 'reported-back') },
  },
  approach: {
    needs: ({ status, answer }) => [
      ...['personId', 'attempts', 'createdAt', 'status'],
      ...(status === 'replied' ? ['answer', 'repliedAt'] : []),
      ...(status === 'replied' && answer === 'later' ? ['until'] : []),
      ...(status === 'moved-on' ? ['movedOnAt'] : []),
    ],
    holds: {
      status: choice('waiting', 'replied', 'moved-on'),
      answer: choice('yes', 'no', 'later'),
      attempts: someOf({ channel, sentAt: moment, letterId: id }, ['letterId']),
      absences: listOf({ from: moment, until: day }),
    },
  },
  conversation: {
    needs: ({ status }) => [
      ...['personId', 'startsAt', 'minutes', 'mode', 'aims', 'questions', 'research', 'createdAt', 'status'],
      ...(status === 'arranged' ? [] : ['recordedAt']),
      ...(status === 'held' ? ['advice', 'stayInTouch'] : []),
    ],
    holds: {
      ...lists('aims', 'research', 'advice', 'namesHeard', 'offers'),
      status: choice('arranged', 'held', 'cancelled', 'no-show'),
      mode: choice('in-person', 'video', 'phone'),
      minutes: between(0, 100_000),
      travelMinutes: between(0, 100_000),
      questions: listOf({ text, mustAsk: flag, asked: flag, answer: text }, ['asked', 'answer']),
      stayInTouch: yesOrNo,
    },
  },
  letter: {
    needs: ({ status }) => [
      ...['personId', 'kind', 'channel', 'subject', 'body', 'createdAt', 'status'],
      ...(status === 'sent' ? ['sentAt'] : []),
    ],
    holds: {
      channel,
      kind: choice(
        ...['request', 'follow-up', 'thank-you', 'keep-in-touch', 'seasonal'],
        ...['introduction-request', 'report-back'],
      ),
      status: choice('draft', 'sent'),
    },
  },
  touch: {
    needs: () => ['personId', 'at', 'kind', 'from'],
    holds: { kind: choice('email', 'call', 'coffee', 'card', 'article', 'message', 'meeting'), from: side },
  },
  promise: {
    needs: ({ status }) => [
      ...['personId', 'by', 'text', 'madeAt', 'dueOn', 'status'],
      ...(status === 'open' ? [] : ['closedAt']),
    ],
    holds: { by: side, status: choice('open', 'kept', 'dropped') },
  },
  field: { needs: () => ['name', 'nameKey', 'since', 'exploring'], holds: { name } },
  organization: { needs: () => ['name', 'nameKey', 'target', 'createdAt'], holds: { name } },
  research_note: {
    needs: (row) => [
      ...['text', 'on', 'createdAt'],
      ['personId', 'fieldId', 'organizationId', 'eventId'].find((column) => row[column] !== undefined) ??
        'personId',
    ],
    holds: { text: name, topic: choice(...topicNames) },
  },
  event: {
    needs: ({ status }) => [
      ...['kind', 'name', 'startsAt', 'bookings', 'createdAt', 'status'],
      ...(status === 'registered' ? ['registeredAt'] : []),
      ...(status === 'attended' || status === 'missed' || status === 'cancelled' ? ['recordedAt'] : []),
    ],
    holds: {
      name,
      kind: choice(...eventKinds),
      status: choice('planned', 'registered', 'attended', 'missed', 'cancelled'),
      fee: amount,
      studentFee: amount,
      paid: amount,
      bookings: listOf({ what: text, cost: amount, bookedAt: moment }, ['cost']),
    },
  },
  event_person: {
    needs: ({ metAt }) => ['eventId', 'personId', ...(metAt === undefined ? ['wantedAt'] : [])],
    holds: {},
  },
  opening: {
    needs: ({ status }) => [
      ...['title', 'organization', 'createdAt', 'status'],
      ...(status === 'applied' || status === 'interviewing' || status === 'offer' ? ['appliedAt'] : []),
      ...(status === 'offer' ? ['offeredAt'] : []),
      ...(status === 'closed' ? ['closedAt', 'outcome'] : []),
    ],
    holds: {
      title: name,
      organization: name,
      status: choice(...openingStatuses),
      outcome: choice(...outcomes),
    },
  },
  advocacy: {
    needs: ({ status }) => [
      ...['openingId', 'personId', 'at', 'status'],
      ...(status === 'helped' ? ['evidence'] : []),
    ],
    holds: { status: choice('asked', 'helped') },
  },
  profile: {
    needs: () => ['experiences', 'skills', 'strengths', 'interests'],
    holds: {
      ...lists('experiences', 'skills', 'strengths', 'interests'),
      stage: choice('student', 'changer'),
      sentences: listOf({ about: text, text }),
      wordsAMinute: between(1, 1000),
      timeZone,
      awayFrom: day,
      awayUntil: day,
    },
  },
  question: {
    needs: () => ['text', 'topic', 'mustAsk', 'createdAt'],
    holds: { text: name, topic: choice(...topics), part: choice(...tiaraParts) },
  },
  policy: {
    needs: () => ['overrides'],
    holds: { overrides, profile: choice(...profileNames), holidays: days, ownHolidays: days },
  },
  import_mapping: { needs: () => ['choices'], holds: { choices: columnChoices } },
  step_decision: {
    needs: (row) => [
      ...['kind', 'decidedAt', 'status'],
      ['eventId', 'openingId'].find((column) => row[column] !== undefined) ?? 'personId',
      row.status === 'snoozed' ? 'until' : 'reason',
    ],
    holds: { kind: choice(...stepKinds), status: choice('snoozed', 'dismissed') },
  },
}

/** What columns of tables hold: "Team" the tags. */
function columnChoices(value: unknown): string | undefined {
  const isChoice = (one: unknown) =>
    isObject(one) && typeof one.column === 'string' && Object.hasOwn(fieldWords, String(one.field))
  return Array.isArray(value) && value.every(isChoice) ? undefined : 'is no list of columns and fields'
}

/** The user's own numbers: known ones, each in its range. */
function overrides(value: unknown): string | undefined {
  if (!isObject(value)) return 'is no object'
  const stranger = Object.keys(value).find((field) => !Object.hasOwn(policyFields, field))
  if (stranger !== undefined) return `names a field "${stranger}" that is not known here`
  try {
    checkPolicy(chosenPolicy({ overrides: value as Partial<Policy> }))
    return undefined
  } catch (error) {
    return `is out of range: ${(error as Error).message}`
  }
}
