import { blank, countWords } from '../letters/blanks.ts'
import { oneLine } from '../letters/facts.ts'
import { fullestThatFits } from '../letters/fit.ts'
import { studyClause } from '../letters/study.ts'
import { afterColon, listed, paragraph } from '../letters/wording.ts'
import type { Profile } from './profile.ts'

/** How fast somebody speaks who has not measured it (P6). */
const wordsAMinute = 150

export interface SpokenIntroduction {
  text: string
  words: number
  /** How long it takes to say, in whole seconds, rounded up. */
  seconds: number
}

/** What an introduction can do without, the most dispensable first. */
const optional = [
  'further experiences',
  'further strengths',
  'further skills',
  'school',
  'strengths',
  'skills',
  'experiences',
] as const

/**
 * The introduction of oneself (P6): full name, year and major, skills, strengths, experience, and a question to end with.
 * What does not fit in `seconds` is left out, in order; name, studies and question stay, as blanks when they are missing.
 */
export function composeIntroduction(
  profile: Pick<
    Profile,
    'name' | 'year' | 'major' | 'school' | 'experiences' | 'skills' | 'strengths' | 'question'
  >,
  { seconds = 30 }: { seconds?: number } = {},
): SpokenIntroduction {
  const text = fullestThatFits(
    optional,
    (has) => {
      const some = (what: 'experiences' | 'skills' | 'strengths', texts: string[]) => {
        const said = texts.map(oneLine).filter((line) => line !== '')
        return has(what) ? said.slice(0, has(`further ${what}`) ? 3 : 1) : []
      }
      return paragraph(
        `My name is ${oneLine(profile.name ?? '') || blank('your name')}, and ${studies(profile, has('school'))}`,
        skillSentence(some('skills', profile.skills)),
        strengthSentence(some('strengths', profile.strengths)),
        experienceSentence(some('experiences', profile.experiences)),
        questionOf(profile.question),
      )
    },
    (draft) => secondsToSay(countWords(draft)) <= seconds,
  )
  const words = countWords(text)
  return { text, words, seconds: secondsToSay(words) }
}

const secondsToSay = (words: number): number => Math.ceil((words * 60) / wordsAMinute)

function studies(profile: Pick<Profile, 'year' | 'major' | 'school'>, withSchool: boolean): string {
  const year = oneLine(profile.year ?? '')
  const major = oneLine(profile.major ?? '') || blank('what you study')
  const school = withSchool ? oneLine(profile.school ?? '') : ''
  return studyClause({ year, major, school }) ?? ''
}

const skillSentence = (skills: string[]): string =>
  skills.length > 0 ? `My skills include ${listed(skills)}` : ''

function strengthSentence(strengths: string[]): string {
  if (strengths.length === 0) return ''
  return strengths.length === 1
    ? `One of my strengths is ${strengths[0]}`
    : `My strengths are ${listed(strengths)}`
}

const experienceSentence = (experiences: string[]): string =>
  experiences.length > 0 ? `My experience so far: ${afterColon(experiences)}` : ''

function questionOf(question = ''): string {
  const line = oneLine(question).replace(/(?<![\s.?!])[\s.?!]+$/, '')
  return `${line || blank('your question to them')}?`
}
