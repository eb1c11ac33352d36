import { invalid } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'

/** What conversations are for (W6): answers are filed under these, and fields compared by them. */
export const topics = {
  'career-story': 'Career story',
  field: 'The field and the industry',
  courses: 'Courses',
  preparation: 'Preparation',
  marketable: 'What makes one marketable',
  support: 'Support for an internship or a job search',
} as const

export type Topic = keyof typeof topics

export const topicNames = Object.keys(topics) as Topic[]

/** Something learnt, and the topic that it belongs to. */
export interface Learnt {
  topic: Topic
  text: string
}

/** Takes a line such as "courses: Statistics before the third year" apart. Throws INVALID_INPUT where no topic begins it. */
export function learntFrom(line: string): Learnt {
  const colon = line.indexOf(':')
  const topic = colon < 0 ? undefined : topicNamed(line.slice(0, colon))
  const text = line.slice(colon + 1).trim()
  if (topic && text) return { topic, text }
  throw invalid(
    'learnt',
    `"${line}" does not say what it is about. Begin with a topic and a colon, such as "courses: ${text || 'Take statistics early'}". Topics: ${topicNames.join(', ')}.`,
  )
}

/** A topic by its name or its title, or the beginning of one of them where only one begins so. */
function topicNamed(words: string): Topic | undefined {
  const wanted = fold(words)
  if (!wanted) return undefined
  const exact = topicNames.find((name) => fold(name) === wanted || fold(topics[name]) === wanted)
  const begin = topicNames.filter(
    (name) => fold(name).startsWith(wanted) || fold(topics[name]).startsWith(wanted),
  )
  return exact ?? (begin.length === 1 ? begin[0] : undefined)
}
