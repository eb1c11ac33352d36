import { blank, countWords } from '../letters/blanks.ts'
import { oneLine } from '../letters/facts.ts'
import { fullestThatFits } from '../letters/fit.ts'
import { studyClause } from '../letters/study.ts'
import { afterColon, capital, listed, paragraph } from '../letters/wording.ts'
import { type Profile, sentenceAbout } from './profile.ts'
import { secondsToSay } from './speech.ts'

export interface SpokenIntroduction {
  text: string
  words: number
  /** How long it takes to say, in whole seconds, rounded up. */
  seconds: number
}

export interface IntroductionWish {
  seconds?: number
  /** They know the user: the name is left out (P6). */
  known?: boolean
}

type Introduced = Pick<
  Profile,
  | 'name'
  | 'year'
  | 'stage'
  | 'major'
  | 'school'
  | 'experiences'
  | 'skills'
  | 'strengths'
  | 'interests'
  | 'question'
  | 'sentences'
  | 'wordsAMinute'
>

/** What an introduction can do without, the most dispensable first. */
const optional = [
  'fourth experience',
  'third experience',
  'further strengths',
  'further skills',
  'second experience',
  'interests',
  'school',
  'strengths',
  'skills',
  'experiences',
] as const
type Part = (typeof optional)[number]

/**
 * The introduction of oneself (P6): full name, year and major, experience, skills, strengths, and a question to end with.
 * What the user would say of an experience stands in its place (P5). What does not fit in `seconds` at the user's own pace
 * is left out, in order; name, studies and question stay, as blanks when they are missing.
 */
export function composeIntroduction(
  profile: Introduced,
  { seconds = 30, known = false }: IntroductionWish = {},
): SpokenIntroduction {
  const spoken = (text: string) => secondsToSay(text, profile.wordsAMinute)
  const text = fullestThatFits(
    optional,
    (has) =>
      paragraph(
        opening(profile, known, has),
        ...experienceSentences(profile, has),
        ...broughtAlong(profile, has),
        has('interests') && exploring(profile),
        questionOf(profile.question),
      ),
    (draft) => spoken(draft) <= seconds,
  )
  return { text, words: countWords(text), seconds: spoken(text) }
}

type Has = (part: Part) => boolean

function opening(profile: Introduced, known: boolean, has: Has): string {
  const clause =
    profile.stage === 'changer' && !profile.major && !profile.year ? changing(profile) : studies(profile, has)
  if (known) return capital(clause)
  return `My name is ${oneLine(profile.name ?? '') || blank('your name')}, and ${clause}`
}

function studies(profile: Introduced, has: Has): string {
  const year = oneLine(profile.year ?? '')
  const major = oneLine(profile.major ?? '') || blank('what you study')
  const school = has('school') ? oneLine(profile.school ?? '') : ''
  return studyClause({ year, major, school }) ?? ''
}

const changing = ({ interests }: Introduced): string =>
  `I am finding my way into ${listed(lines(interests).slice(0, 2)) || blank('the field you want to enter')}`

/** What was said of each, in the user's own sentence; the others together after a colon. */
function experienceSentences(profile: Introduced, has: Has): string[] {
  const count = has('experiences')
    ? 1 +
      Number(has('second experience')) +
      Number(has('third experience')) +
      Number(has('fourth experience'))
    : 0
  const { told, bare } = apart(profile, lines(profile.experiences).slice(0, count))
  return bare.length > 0 ? [...told, `What I have done so far: ${afterColon(bare)}`] : told
}

function broughtAlong(profile: Introduced, has: Has): string[] {
  const some = (list: string[], any: Part, further: Part) =>
    has(any) ? lines(list).slice(0, has(further) ? 3 : 1) : []
  const skills = apart(profile, some(profile.skills, 'skills', 'further skills'))
  const strengths = apart(profile, some(profile.strengths, 'strengths', 'further strengths'))
  const is = strengths.bare.length > 1 ? 'strengths are' : 'strength is'
  const parts = [
    skills.bare.length > 0 ? `I bring along ${listed(skills.bare)}` : '',
    strengths.bare.length > 0 ? `my ${is} ${listed(strengths.bare)}` : '',
  ].filter(Boolean)
  return [...skills.told, ...strengths.told, ...(parts.length > 0 ? [capital(parts.join(', and '))] : [])]
}

function exploring(profile: Introduced): string | undefined {
  if (profile.stage === 'changer' && !profile.major && !profile.year) return undefined
  const fields = lines(profile.interests).slice(0, 2)
  return fields.length > 0 ? `At the moment I am finding out about ${listed(fields)}` : undefined
}

/** Which of these the user has a sentence for (P5), and which not. */
function apart(profile: Introduced, items: string[]): { told: string[]; bare: string[] } {
  const told = items.map((item) => oneLine(sentenceAbout(profile, item) ?? ''))
  return { told: told.filter(Boolean), bare: items.filter((_, at) => !told[at]) }
}

const lines = (texts: string[]): string[] => texts.map(oneLine).filter((line) => line !== '')

function questionOf(question = ''): string {
  const line = oneLine(question).replace(/(?<![\s.?!])[\s.?!]+$/, '')
  return `${line || blank('your question to them')}?`
}
