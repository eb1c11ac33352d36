import { countWords } from '../letters/blanks.ts'
import { type Finding, inOrder } from '../method/finding.ts'
import { jobRequests } from './asks-for-a-job.ts'

/** More words than this are hard to follow by ear (P4). */
const longest = 30

/** Something that a question should not be; what `spot` matches is marked. */
interface Fault {
  spot: RegExp
  rule: string
  severity: Finding['severity']
  message: string
  suggestion: string
}

const faults: readonly Fault[] = [
  {
    spot: /\b(?:salar(?:y|ies)|wages?|paychecks?|bonus(?:es)?|remuneration|pay (?:range|scale|grade|rise|raise|like)|your pay|the pay|(?:well|badly) paid|(?:you|it|they|one|beginners?|people) (?:earn|earns|get paid|gets paid|pay|pays)(?! attention| off| for)|how much (?:money )?(?:do|does|did|would|can|could|will) (?:you|one|i|they|an? \p{L}+) (?:make|earn|get)|perks|vacation days|days of holiday|benefits package|compensation)\b/giu,
    rule: 'P4',
    severity: 'warning',
    message: 'A question about money puts them on the spot. Figures for a role are published.',
    suggestion: 'Look the figures up, and ask what makes the work worth doing.',
  },
  {
    spot: /\b(?:what (?:exactly )?does (?:your|the) (?:company|firm|organi[sz]ation|employer|team|office|agency|hospital) (?:actually )?do(?=\s*[?.!]|\s*$)|what (?:kind of )?(?:products?|services?) (?:do|does) (?:you|your|the)|what do you do(?= for a living|\s*\?|$)|when was .{1,60} (?:founded|started|established)|where (?:is|are) .{1,60} (?:based|located|headquartered)|how (?:big|large|old) is (?:your|the) (?:company|firm|organi[sz]ation|team|agency)|how many (?:people|employees|staff|offices|locations|branches)\b.{0,40}(?:work|have|are there|employ)|who is (?:your|the) (?:ceo|director|president|founder|owner)|what (?:is|are) (?:your|the) (?:company['’]s |firm['’]s )?(?:mission|values|history|vision)|what (?:degrees?|qualifications?|requirements?|certificates?|licen[cs]es?) (?:do|does|are|is|would) |what are the (?:requirements|qualifications|entry requirements|deadlines?)|when is the deadline|how (?:do|can) i apply|what does an? (?:\p{L}+ ){1,3}do\b)/giu,
    rule: 'W4',
    severity: 'warning',
    message: 'A search answers this. Their time is for what cannot be found elsewhere.',
    suggestion: 'Look this up first; then ask what you still wonder about.',
  },
  {
    spot: /\b(?:how old are you|your (?:age|religion|husband|wife|partner|children|kids|marriage|health)|are you (?:married|single|religious|pregnant)|whom did you vote)\b/gi,
    rule: 'P4',
    severity: 'warning',
    message: 'This is private; it is theirs to bring up.',
    suggestion: 'Ask about the work, and let them choose what else to tell.',
  },
  {
    spot: /\b(?:(?:don|didn|isn|aren|wasn|wouldn|couldn|shouldn|haven|hasn)['’]t (?:you|it|they|that|we|there)|surely|wouldn['’]t you agree|i (?:assume|suppose|guess|bet) (?:that )?(?:you|it|the)|you must (?:be|have|love|hate|find|feel)|isn['’]t that|(?<=, ?)(?:right|correct|no|yes)(?=\s*\?))/gi,
    rule: 'P4',
    severity: 'warning',
    message: 'This tells them what to answer.',
    suggestion: 'Ask it so that any answer is as easy to give as another.',
  },
]

const leadIn = String.raw`(?:(?:so|and|well|also|first|then|now|hi|hello|ok|okay|just curious|if i may ask|may i ask|out of curiosity|in your (?:view|opinion|experience)|for you)[,:]?\s+)?`
const closedStart = new RegExp(
  String.raw`^\s*${leadIn}(?:(?:do|does|did|is|are|were|can|could|would|should|shall|has|have|had|may|might|must|any)\s|(?:was|will|am)\s(?=(?:an?|the|it|that|this|there|your|my|you|he|she|they|we|i|everything|people|somebody|someone)\b))`,
  'i',
)
/** They begin like a yes-or-no question and ask for a story. */
const openAfterAll =
  /\b(?:tell me|tell us|describe|walk me|take me|show me|explain|share|say more|say something|talk me|give me an example|help me understand)\b/i

const questionWord = '(?:how|what|why|when|where|who|whom|whose|which)'
const auxiliary = '(?:do|does|did|is|are|was|were|can|could|will|would|should|has|have|had)'
const second = new RegExp(
  String.raw`(?:,? (?:and|or) (?:also )?|[;,] )${questionWord}(?: (?:much|many|long|often|kind|sort|else|\p{L}+))? (?:${auxiliary}|[’']s)\b|,? and ${auxiliary} (?:you|it|they|there|your|i)\b`,
  'giu',
)

/** Judges a question before it is asked (P4, W2, W4). Findings in the order of the text; none where it is a good one. */
export function reviewQuestion(text: string): Finding[] {
  const [request] = jobRequests(text)
  if (request) return [{ ...request, ...asksForAJob }]
  const found = faults.flatMap(({ spot, ...said }) =>
    [...text.matchAll(spot)].slice(0, 1).map((match) => ({ ...said, ...placeOf(match) })),
  )
  return inOrder([...found, ...closed(text), ...double(text), ...tooLong(text), ...noQuestion(text)])
}

const asksForAJob = {
  rule: 'W2',
  severity: 'error',
  message: 'This asks for a position. You go in to learn and to connect; the rest may follow in time.',
  suggestion: 'Ask how people find their way in, or what they look for in a beginner.',
} as const

function closed(text: string): Finding[] {
  const found = closedStart.exec(text)
  if (!found || openAfterAll.test(text)) return []
  const start = found[0].length - found[0].trimStart().length
  return [
    {
      rule: 'P4',
      severity: 'warning',
      message: 'A yes or a no would answer this.',
      suggestion: opened(text) ?? 'Begin with how, what or which, so that they can tell you something.',
      start,
      end: found[0].trimEnd().length,
    },
  ]
}

/** The question with an open beginning, where one fits whatever follows. */
function opened(text: string): string | undefined {
  for (const [pattern, better] of openings) {
    const found = pattern.exec(text.trim())
    if (found) return `For example: “${better.replace('$1', found[1]!.replace(/[\s?.!]+$/, ''))}?”`
  }
  return undefined
}

const openings: readonly (readonly [RegExp, string])[] = [
  [/^(?:do you have )?any (advice|tips)(?: for me)?[\s?.!]*$/i, 'What would you do first in my place'],
  [/^do you (?:like|enjoy|love) (.{2,120})$/i, 'What do you like about $1'],
  [/^(?:is|was) it (?:hard|difficult) to (.{2,120})$/i, 'What makes it hard to $1'],
  [/^did you always want to (.{2,120})$/i, 'When did you first want to $1'],
  [/^(?:do|would) you recommend (.{2,120})$/i, 'What would you tell somebody who is thinking about $1'],
  [
    /^(?:do you have )?any (?:advice|tips)(?: for| on| about)? (.{2,120})$/i,
    'What advice would you give about $1',
  ],
  [/^should i (.{2,120})$/i, 'What would decide for you whether to $1'],
]

function double(text: string): Finding[] {
  const marks = [...text.matchAll(/\?+/g)]
  const places = marks.length > 1 ? [placeOf(marks[1]!)] : [...text.matchAll(second)].map(placeOf)
  const [first] = places
  return first
    ? [
        {
          rule: 'P4',
          severity: 'warning',
          message: 'These are two questions; people answer the last one.',
          suggestion: 'Ask one, listen, and keep the other for afterwards.',
          ...first,
        },
      ]
    : []
}

function tooLong(text: string): Finding[] {
  const words = countWords(text)
  if (words <= longest) return []
  return [
    {
      rule: 'P4',
      severity: 'warning',
      message: `${words} words are hard to follow by ear; ${longest} are plenty.`,
      suggestion: 'Say what you wonder about, and leave the rest for when they ask.',
      start: 0,
      end: text.length,
    },
  ]
}

function noQuestion(text: string): Finding[] {
  if (/[?？؟;]/.test(text) || openAfterAll.test(text) || text.trim() === '') return []
  return [
    {
      rule: 'P4',
      severity: 'hint',
      message: 'This does not end as a question.',
      suggestion: 'Put it so that it ends with a question mark.',
      start: Math.max(0, text.trimEnd().length - 1),
      end: text.trimEnd().length,
    },
  ]
}

const placeOf = (found: RegExpMatchArray): { start: number; end: number } => ({
  start: found.index!,
  end: found.index! + found[0].length,
})
