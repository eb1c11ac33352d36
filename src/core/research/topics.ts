import { invalid } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'

/** What conversations are for (W6): answers are filed under these, and fields compared by them. */
export const topics = {
  'career-story': 'Career story',
  work: 'The work itself',
  culture: 'People and culture',
  trends: 'The field, the industry and where they are going',
  courses: 'Courses',
  preparation: 'Preparation',
  marketable: 'What makes one marketable',
  support: 'Support for an internship or a job search',
  advice: 'Advice',
} as const

export type Topic = keyof typeof topics

export const topicNames = Object.keys(topics) as Topic[]

/** Something learnt, and the topic that it belongs to. */
export interface Learnt {
  topic: Topic
  /** Which of their fields they spoke of, where they work in several. */
  field?: string
  text: string
}

/**
 * Takes a line such as "courses: Statistics" or "courses (nursing): Statistics" apart. Throws INVALID_INPUT where no topic
 * begins it.
 */
export function learntFrom(line: string): Learnt {
  const colon = line.indexOf(':')
  const [, words = '', field] = /^([^()]*)(?:\(([^()]+)\)\s*)?$/.exec(line.slice(0, Math.max(0, colon))) ?? []
  const topic = topicNamed(words)
  const text = line.slice(colon + 1).trim()
  if (topic && text) return { topic, text, ...(field?.trim() ? { field: field.trim() } : {}) }
  throw invalid(
    'learnt',
    `"${line}" does not say what it is about. Begin with a topic and a colon, such as "courses: ${text || 'Take statistics early'}". Topics: ${topicNames.join(', ')}.`,
  )
}

/** A topic by its name; else by words of its name or title ("field", "support"), where they are of only one. */
function topicNamed(words: string): Topic | undefined {
  const wanted = fold(words)
  if (wanted.length < 3) return undefined
  const exact = topicNames.find((name) => fold(name) === wanted)
  const begin = topicNames.filter((name) => ` ${fold(name)} ${fold(topics[name])}`.includes(` ${wanted}`))
  return exact ?? (begin.length === 1 ? begin[0] : undefined)
}
