import { fold } from '../kernel/fold.ts'
import type { Topic } from './bank-question.ts'

/** The beginnings of the words by which an aim speaks of a topic (P2, W6). */
const signs: Readonly<Record<Topic, string>> = {
  'career-story': 'path career story came come became began',
  work: 'day week task job role typical project season research shift routine',
  culture: 'team people culture colleague balance family hour value mood',
  trends: 'future chang trend ai automat heading technolog',
  preparation:
    'course class study studies degree learn train prepar read skills major certificate master doctorate',
  marketable: 'skill stand experience portfolio background qualif profile strength',
  support: 'internship intern summer placement appl hire hiring search position opening junior entry',
  advice: 'advice advise decide choose choice whether mistake should',
  closing: 'whom else introduc contact meet touch',
}

const known = Object.entries(signs).map(([topic, words]) => ({
  topic: topic as Topic,
  starts: words.split(' '),
}))

/** The topics that an aim speaks of; none where it speaks of nothing in particular. */
export function aimTopics(aim: string): Topic[] {
  const words = fold(aim).split(' ')
  return known
    .filter(({ starts }) =>
      words.some((word) =>
        starts.some((start) => (start.length < 4 ? word === start : word.startsWith(start))),
      ),
    )
    .map(({ topic }) => topic)
}
