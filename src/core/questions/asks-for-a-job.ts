const place =
  '(?:company|firm|organi[sz]ation|team|group|department|office|lab|hospital|school|studio|agency)'
const post =
  '(?:job|jobs|position|positions|internship|internships|vacancy|vacancies|opening|openings|interview)'
const resume = '(?:r[eé]sum[eé]|cv|application)'

/** Ways of asking for a position, or for help with getting one, rather than for what somebody knows (W2). */
const requests: readonly RegExp[] = [
  /\bhir(?:e|ing) (?:me|somebody like me|someone like me|students|interns|people|anybody|anyone)\b/gi,
  /\b(?:are|is|be) (?:you|they|we|your \p{L}+|the \p{L}+) (?:currently |still |now )?(?:hiring|recruiting)\b/giu,
  new RegExp(
    `\\b(?:are|is) there (?:\\p{L}+ )?(?:an?|any|some) (?:open |free |available )?${post}\\b`,
    'giu',
  ),
  new RegExp(`\\b(?:do|would|does) (?:you|they|your ${place}) have (?:\\p{L}+ ){0,3}${post}\\b`, 'giu'),
  new RegExp(
    `\\b(?:get|give|offer|find|land|secure|arrange) me (?:an?|the|this|that|some) (?:\\p{L}+ )?${post}\\b`,
    'giu',
  ),
  new RegExp(`\\bcan i (?:get|have) an? (?:\\p{L}+ )?${post}\\b`, 'giu'),
  new RegExp(
    `\\b(?:opportunit(?:y|ies)|${post}) (?:\\p{L}+ ){0,3}(?:at|with|in|on) (?:your|the) ${place}\\b`,
    'giu',
  ),
  new RegExp(
    `(?<!\\b(?:you|they|people|who|you were|they were) )\\b(?:looking|applying|searching) for an? (?:\\p{L}+ )?${post}\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:pass on|pass along|pass|forward|look at|look over|review|take|read) my ${resume}\\b`,
    'giu',
  ),
  /\brefer me\b|\brecommend me\b|\bconsider me for\b|\bput in a (?:good )?word\b|\bhave me (?:on|in) your\b/gi,
  /\b(?:may|can|could) i (?:work|intern|shadow and work) (?:for|with|at) (?:you|your)\b/gi,
]

/** The places of a text where it asks for a job or for a hand with getting one (W2), in UTF-16 units. */
export function jobRequests(text: string): { start: number; end: number }[] {
  return requests.flatMap((request) =>
    [...text.matchAll(request)].map((found) => ({ start: found.index, end: found.index + found[0].length })),
  )
}
