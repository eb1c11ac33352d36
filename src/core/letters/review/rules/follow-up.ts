import { has, phrase, places } from '../phrase.ts'
import { atStart, type Rule } from '../rule.ts'

const scolding = [
  "(?:you|have|been|being|are) (?:[a-z']{1,12} ){0,2}ignor(?:ed|ing)(?: (?:me|my|this|us))?|ignor(?:ed|ing) (?:me|my)",
  "(?:i am|i'm|i was|am|was|feel|felt|find it|found it|is|it's) (?:[a-z]{1,12} ){0,2}(?:rude|unprofessional|disappointed|disappointing|frustrated|frustrating|annoyed|upset|offended|hurt|unacceptable|discourteous|impolite|inconsiderate|insulted)",
  '(?:least you (?:can|could)|courtesy of (?:a|an) (?:repl|answer|respon)[a-z]{1,4}|worth (?:answering|a reply|replying to|your time to)|even (?:read|open|see) my|the (?:common )?courtesy|the decency|waste of my time|wasted my time|wasting my time)',
  "(?:why|how come) (?:have |did |do )?(?:you|i)~ (?:not |never |n't |haven't |didn't )?(?:answer|answered|repl(?:y|ied)|respond|responded|written back|heard|got|gotten)",
  "you (?:have |had )?(?:never|failed to|did not even|didn't even|couldn't even|refuse to|neglected to|chose not to) (?:repl(?:y|ied)|answer(?:ed)?|respond(?:ed)?|write|wrote|written|get|got|bother(?:ed)?|acknowledged?|return(?:ed)?)",
  'i (?:expected|was expecting|would have expected|expect|deserve|demand) (?:a|an|some|to hear|you to|better|more)~ (?:repl(?:y|ies)|answer|response|from you|you)?',
  'for the (?:third|fourth|fifth|3rd|4th|last) time|(?:third|fourth|fifth|final|last) (?:e-?mail|message|attempt|reminder|notice)|(?:still|already)~ waiting (?:for|on|to hear)',
].map(phrase)
const reproach = phrase(
  "you (?:have not|haven't|did not|didn't|never) (?:yet )?(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|written|write|g[eo]tten?|got|get) ?(?:back|to|yet)?|(?:still|yet) (?:have not|haven't|not|no|without)~ (?:heard|received|answer|repl(?:y|ied)|response|responded)|(?:no|without (?:a|any)) (?:reply|answer|response) from you|your (?:lack of|silence|failure)",
)
const mild = phrase(
  "(?:i )?(?:have not|haven't|hadn't|had not|did not|didn't)~ (?:heard|hear|received|receive|gotten|get|got) (?:back|from you|a (?:reply|response)|an answer|anything|any)|(?:no|any) (?:reply|response|answer)",
)

const scolds: Rule = {
  id: 'O6',
  check: 'scolds',
  checks: 'does not reproach them for their silence',
  kinds: ['follow-up'],
  severity: 'error',
  fails: { text: 'I am disappointed that you have ignored my letter.' },
  passes: { text: 'I wrote to you two weeks ago about your work, and am trying once more.' },
  find: (letter) => {
    const hard = scolding.flatMap((pattern) => places(letter.plain, pattern, { limit: 1 }))
    const medium = places(letter.plain, reproach, { limit: 1 })
    const soft = places(letter.plain, mild, { limit: 1 })
    const [place] = [...hard, ...medium, ...soft]
    if (!place) return []
    const severity = hard.length > 0 ? 'error' : medium.length > 0 ? 'warning' : 'hint'
    return [
      {
        ...place,
        severity,
        message:
          severity === 'hint'
            ? 'They know that they have not answered. Left unsaid, it is easier to answer now.'
            : 'This reproaches them for their silence. Two weeks go by quickly, and nobody answers a reproach with pleasure.',
        suggestion: 'Say when you wrote and ask again: "I wrote to you on 3 March, and am trying once more."',
      },
    ]
  },
}

const first = phrase(
  `(?:follow(?:ing|ed)?[- ]?up|following on|(?:first|earlier|previous|prior|last|initial|original|recent|below|former) (?:e-?mail|message|note|letter|request|inquiry|voicemail|call|invitation)|
  my (?:e-?mail|message|note|letter|request|inquiry|voicemail|call|invitation)|i (?:had |have )?(?:recently )?(?:wrote|written|e-?mailed|messaged|called|phoned|contacted|reached out|sent|left|got in touch|asked|spoke|approached|tried)|
  (?:wrote|e-?mailed|messaged|called|reached out|contacted you|sent you)|re-?send(?:ing)?|check(?:ing)? (?:in|back)|circl(?:e|ing) back|touch(?:ing)? base|bump(?:ing)?|float(?:ing)?|back to the top|top of your inbox|once (?:more|again)|try(?:ing)? again|writing again|write again|again about|(?:back )?on (?:top of|the top)|(?:one|two|three|a few|several|couple of|2|3) weeks? ago|last (?:week|month)|my note of|earlier this)`,
)

const firstNotMentioned: Rule = {
  id: 'O6',
  check: 'first-not-mentioned',
  checks: 'a follow-up mentions the first letter',
  kinds: ['follow-up'],
  severity: 'warning',
  fails: { text: 'I am a student of biology. Could we talk for 20 minutes about your work?' },
  passes: { text: 'I wrote to you on 3 March about your work. Could we talk for 20 minutes?' },
  find: (letter) =>
    letter.sentences.length === 0 || has(letter.plain, first)
      ? []
      : [
          {
            ...atStart(letter),
            message:
              'Nothing says that you have written before. They may remember your letter kindly, if you let them.',
            suggestion: 'Begin with it: "I wrote to you on 3 March to ask about your work."',
          },
        ],
}

export const followUpRules: readonly Rule[] = [scolds, firstNotMentioned]
