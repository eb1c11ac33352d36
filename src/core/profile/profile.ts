import { fold } from '../kernel/fold.ts'
import { type BaseRow, table } from '../kernel/table.ts'
import type { ReadTx } from '../kernel/tx.ts'
import type { Stage } from '../questions/bank-question.ts'

/** A sentence to say of something on the profile, named in the profile's own words. */
export interface Sentence {
  about: string
  text: string
}

/** Who the user is, in their own words (P5, P6). One row: its id is the owner's. */
export interface Profile extends BaseRow {
  name?: string
  email?: string
  phone?: string
  /** Year in school, such as "second-year". */
  year?: string
  /** A student, or somebody who comes from another field; the questions differ (W6). */
  stage?: Stage
  major?: string
  school?: string
  experiences: string[]
  skills: string[]
  strengths: string[]
  /** Fields that the user explores. */
  interests: string[]
  /** The engaging question that ends the introduction (P6). */
  question?: string
  /** What the user would say of an experience, a skill, a strength or an interest (P5). */
  sentences?: Sentence[]
  /** The user's own pace, measured by rehearsing (P6). */
  wordsAMinute?: number
  /** IANA name; days are counted in it. */
  timeZone?: string
  /** The user's vacation: its first day, and the day on which they are back (X5). */
  awayFrom?: string
  awayUntil?: string
}

export const profile = table<Profile>()({
  name: 'profile',
  columns: {
    name: 'text',
    email: 'text',
    phone: 'text',
    year: 'text',
    stage: 'text',
    major: 'text',
    school: 'text',
    experiences: 'json',
    skills: 'json',
    strengths: 'json',
    interests: 'json',
    question: 'text',
    sentences: 'json',
    wordsAMinute: 'integer',
    timeZone: 'text',
    awayFrom: 'date',
    awayUntil: 'date',
  },
  indexes: {},
})

/** The user's profile, empty on the first day. */
export async function readProfile(tx: ReadTx): Promise<Profile> {
  const blank = {
    id: tx.ownerId,
    revision: 0,
    updatedAt: 0,
    experiences: [],
    skills: [],
    strengths: [],
    interests: [],
  }
  return (await tx.get(profile, tx.ownerId)) ?? blank
}

/** The zone in which the user's days begin: the profile's, or else that of the machine. */
export async function userTimeZone(tx: ReadTx): Promise<string> {
  return (await readProfile(tx)).timeZone ?? tx.timeZone
}

/** A student or a changer: as they say themselves, or a student where they name a year or a school. */
export const stageOf = ({
  stage,
  year,
  school,
}: Pick<Profile, 'stage' | 'year' | 'school'>): Stage | undefined =>
  stage ?? (year || school ? 'student' : undefined)

/** The sentence that the user would say of this, where there is one (P5). */
export const sentenceAbout = (
  { sentences = [] }: Pick<Profile, 'sentences'>,
  item: string,
): string | undefined => sentences.find(({ about }) => fold(about) === fold(item))?.text
