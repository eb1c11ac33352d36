import type { ParsedLetter } from '../parse.ts'
import { has, phrase, places, type Span } from '../phrase.ts'
import type { Found, Rule } from '../rule.ts'
import { withinSentence } from '../sentences.ts'

/** Something one is employed for, as a noun. */
const post =
  '(?:jobs?|positions?|roles?|openings?|vacanc(?:y|ies)|internships?|placements?|employment|traineeships?|apprenticeships?|co-?ops?)'
const opportunity = '(?:opportunit(?:y|ies))'
const kindOfPost =
  '(?:job|work|internship|employment|career|full-?time|part-?time|summer|graduate|entry-?level|open|available|current|vacant|future|upcoming|possible|potential|paid|suitable|junior|new|co-?op|placement|professional)'
const theirs =
  '(?:at|with|in|within|for|on) your (?:own )?(?:company|firm|organi[sz]ation|team|office|department|lab|laboratory|group|agency|institution|practice|hospital|school|business|studio|bank|employer|division|unit)'
const resume = '(?:resume|cv|curriculum vitae|application|profile|materials)'
const please =
  '(?:could|would|can|will|please|kindly|may i ask|might you|feel free to|if you|ask you to|hoping you|hope you|willing to|able to|you to|like you to|want you to|need you to)'

/** Asks for work, in the words in which they are usually asked. */
const asksForJob = [
  `(?:${kindOfPost} ){0,3}(?:${post}|${opportunity}) (?:that (?:are|may be|might be) )?(?:available |open )?(?:${theirs}|at your|with your|in your (?:company|firm|team|office|department|lab|group|organi[sz]ation)|with you|for me)`,
  `any (?:${kindOfPost},? (?:or |and )?){0,3}(?:openings?|vacanc(?:y|ies)|positions?|jobs|internships|roles|leads|opportunities)(?! to (?!apply|work|join|intern)| (?:or|and) (?:class|course|program)| (?:you|that you) (?:held|have held|had|did|mentioned|suggested|told|would|might|could)| (?:held|that helped|which helped|for (?:learning|students to)))`,
  `(?:is|are) there (?:currently |now |perhaps |maybe )?(?:a|an|any)? ?(?:${kindOfPost} ){0,2}(?:${post})(?! (?:or|and) (?:class|course|program)| (?:you|that|which|where|people|titles?|in (?:the|this|your) (?:field|industry)))`,
  `do you (?:currently |happen to )?have (?:a|an|any)? ?(?:${kindOfPost} ){0,2}(?:${post})`,
  `(?:know|aware|hear|learn) (?:of|about) any(?:one|body|thing)? (?:who is )?(?:hiring|${post}|${kindOfPost} (?:${post}|${opportunity}))`,
  `let me know~ (?:${post}|opportunities)(?! to (?:learn|talk|speak|meet|chat))`,
  `(?:keep|bear) (?:me|my ${resume}) (?:in mind|on file)(?! (?:as you|when you read))`,
  `(?:is|are|be|you're|they're|currently|actively|still|ever|when|whether|if)~ (?:is |are |be )?hiring(?! (?:decisions?|practices|trends|managers? look))`,
  'hiring (?:needs|plans|manager|team|committee|someone like me|me)',
  '(?:hire|employ|recruit|interview) me',
  `(?:consider(?:ed|ing)?|recommend(?:ed|ing)?|suggest(?:ed|ing)?|put(?:ting)?) (?:me|my (?:name|application|candidacy|${resume}))(?: forward)? (?:for|to) (?:a|an|any|the|your|this|that|future|hr|human)`,
  `(?:refer|referring) me (?:for|to (?:your|the|a|an|any) (?:hr|recruit[a-z]{0,4}|talent|hiring|managers?|boss|employers?|company|team|${post}|human))`,
  `refer me(?! to (?:others?|other|another|any|some|people|a (?:colleague|friend|person)|colleagues|friends|those|one|who|the (?:person|people)|your (?:colleagues?|friends?)|\\[)| (?:on )?to)`,
  `(?:ask|asking|request|requesting|give|giving|provide|providing|submit|write|make|get|getting|obtain|offer|need|want|consider|appreciate|love|like|hoping|for) (?:me |you )?(?:for )?(?:with )?(?:a|an) (?:internal |employee |job |company )?referral(?! to (?:someone|somebody|anyone|others|a colleague|people))`,
  `(?:referral|refer me)~ (?:for|to) (?:the|a|an|this|any) (?:${kindOfPost} ){0,2}(?:${post})`,
  'put in a (?:good )?word|good word (?:for|with)|vouch for me|pull (?:some|any) strings|foot in the door|put in a recommendation',
  `(?:advance|push|support|back|expedite|fast-track) my (?:application|candidacy)`,
  `${please}~ (?:pass|forward|send|share|give|circulate|submit|hand|deliver|distribute)(?:ing)? (?:on |along )?my (?:attached |enclosed )?${resume}`,
  `(?:pass|passing) (?:on|along) my ${resume}|(?:pass|passing|forward|forwarding|send|sending|share|sharing|submit|submitting) my (?:attached )?${resume} (?:on|along|around|to (?:the|your|hr|human|any|a|whoever|whomever|anyone|someone)|with (?:your|the|hr|any))`,
  `(?:get|find|land|secure|obtain|offer|give|giving|offering|finding|getting|landing|securing|grant) me (?:a |an |any )?(?:${kindOfPost} ){0,2}(?:${post}|chance|trial|(?:job )?interview)(?! to (?:learn|speak|talk|meet|hear|ask))`,
  `(?:help|helping|assist|assisting) me~ (?:get|find|land|secure|obtain|with|in)~ (?:${post}|hired|recruited)`,
  `(?:apply|applying|interviewing|candidate|considered|consideration|interview) (?:for|to) (?:a|an|any|the|your|this) (?:${kindOfPost} ){0,2}(?:${post})(?: (?:${theirs}|at your|with your|on your))`,
  "(?:would|'d) (?:really |very much |absolutely )?(?:love|like|be thrilled|be honou?red|be excited|want|be eager) to (?:work|intern|be employed) (?:for|at|with|under) (?:you|your|the (?:company|firm|team))",
  '(?:want|wish|hope|hoping|eager|excited|keen|looking|wanting|like|love) to (?:work for you|join your|become part of your (?:team|company|firm)|be part of your (?:team|company|firm)|intern (?:at|with|for) your?|get hired)',
  `(?:looking|searching|hoping|seeking|wishing|here|asking|writing|contacting you|reaching out|inquire|enquire|inquiring|enquiring|ask|interested) (?:for|to find|about|in)? ?(?:a|an|any)? ?(?:${kindOfPost},? (?:or |and )?){0,3}(?:${post}|${opportunity})~ (?:with (?:you|your)|at your|in your (?:company|firm|team|office|department|lab|group|organi[sz]ation)|${theirs})`,
  `(?:writing|contacting you|reaching out|inquire|enquire|inquiring|enquiring|write|emailing|calling) (?:you )?(?:to (?:ask|inquire|enquire|see|apply|find out) )?(?:about|for|regarding|if there (?:is|are))~ (?:${post})(?! (?:titles?|you|as|at which))`,
  'i (?:really |desperately |urgently |badly )?need (?:a|an|this|your) (?:[a-z-]{1,15} ){0,2}(?:job|internship|position|work)',
  `(?:ask|asking) (?:you )?for (?:a|an) (?:${kindOfPost} ){0,2}(?:${post})`,
  `(?:offer|give) (?:a )?(?:${kindOfPost} )(?:${post})`,
  `(?:what|which) (?:${kindOfPost} )?(?:${post}) (?:do you have|you have (?:open|available))`,
  `opportunities (?:for me|to work|to join|to intern|to be hired) (?:at|with|for|in)?`,
  `(?:is|are|if|whether|does|do|will|may|might|could|would|can) your (?:company|firm|team|lab|laboratory|department|organi[sz]ation|office|group|agency)~ (?:hires?|recruits?|need|use|take on|looking for|look for|want)~ (?:interns?|assistants?|students?|graduates?|help|somebody|someone|anyone|people|me|this|next|for|now|analysts?)`,
  'looking to (?:hire|recruit)',
  `my (?:attached )?(?:resume|cv)≈ (?:pass|forward|hand|circulate|send|give|share)(?:ed|ing)? (?:it |them )?(?:on|along|to|with) (?:to |with )?(?:hr|the|your|any|whoever|whomever|others|human)`,
  `(?:help|assistance|support|advice)~ (?:getting|finding|landing|securing) (?:a|an|any) (?:${kindOfPost} ){0,2}(?:${post})`,
  '(?:great|good|perfect|strong|ideal|excellent|valuable) (?:fit|match|candidate|addition|asset) (?:for|to) (?:your|the (?:team|company|role|position))',
  `tell me~ (?:if|whether|about)~ (?:there (?:is|are)~ |any |your (?:open|current) )(?:${kindOfPost} ){0,2}(?:${post})`,
].map(phrase)

/** A job hunt that is told, and not asked of the reader. */
const tellsOfJobHunt = [
  `(?:i am|i'm|i have been|i've been|currently|and am|and) (?:actively |currently |now |also |still )*(?:looking|searching|hunting|seeking|in search|on the market|in the market|applying)(?: for| of)? (?:a |an |my |my first |my next |any )?(?:[a-z-]{1,18},? ){0,3}(?:job|jobs|position|internship|internships|employment|vacanc(?:y|ies)|opening|openings|placement|work experience)(?! (?:market|shadow))`,
  `(?:open to|available for) (?:any |new )?(?:[a-z-]{1,18} ){0,2}(?:positions?|jobs?|internships?|work)(?! (?:day|hours))`,
].map(phrase)

/** Whether it is not said of what is not asked: "I am not looking for a job", "rather than about openings". */
function notDenied(letter: ParsedLetter, { start }: Span): boolean {
  const sentence = withinSentence(letter.sentences, start)
  const from = Math.max(sentence?.start ?? 0, start - 90)
  const before = letter.plain.slice(from, start)
  if (alreadyGiven.test(before)) return false
  const negation =
    /(?:^|[ ,;])(?:not|never|no way|by no means|rather than|instead of|without|nor|neither|[a-z]{2,6}n't) (?:[^ .!?;]{1,20} ){0,9}$/.test(
      before,
    )
  return !negation || /(?:^|[ ,;])if (?:[^ ]{1,12} ){0,2}(?:not|[a-z]{2,5}n't) [^ ]{0,12}[ ,]/.test(before)
}

/** Thanks for what was done or offered. */
const alreadyGiven =
  /(?:(?:thank you|thanks)(?: [a-z]{1,9}){0,3} for|(?:i am|i'm|was) (?:[a-z]{1,8} )?grateful (?:to you )?(?:for|that you)|appreciated? your (?:offer|willingness|kind)[a-z]{0,5}|offer(?:ed|ing)? to|your (?:offer|willingness) to|you (?:offered|agreed|said|told|mentioned|suggested))[^.!?;]{0,40}$/

/** What looks like an ask and is none: how they came to theirs, what others look for. */
const harmless = phrase(
  '(?:your|his|her|their) (?:current |present |previous |past |former |own |first )?(?:position|role|job|internship)s?|(?:look for|experience|advice|tips|involved|responsible|charge|thoughts|views|perspective)~ hiring|as (?:an? |the )?(?:[a-z]{1,14} )?hiring (?:manager|team|committee)',
)

export const asksForAJob: Rule = {
  id: 'W2',
  check: 'asks-for-a-job',
  checks: 'asks for no job, opening, or referral to one',
  kinds: 'all',
  severity: 'error',
  fails: { text: 'Could you tell me about any openings, or pass on my résumé?' },
  passes: { text: 'I would like to hear about the job you do, and the job market for hydrologists.' },
  find: (letter) =>
    firstPlaces(letter, asksForJob)
      .filter((place) => !has(letter.plain.slice(Math.max(0, place.start - 12), place.end), harmless))
      .map(
        (place): Found => ({
          ...place,
          message:
            'This asks for a job. People who would gladly give you half an hour step back when they are asked for work, and often cannot give it.',
          suggestion:
            'Ask for what they alone can tell: "I would like to hear how you came to this work and what you would advise somebody starting out."',
        }),
      ),
}

export const tellsOfAJobHunt: Rule = {
  id: 'W2',
  check: 'tells-of-a-job-hunt',
  checks: 'is about learning, not about the writer’s search for a job',
  kinds: ['request', 'follow-up', 'introduction-request'],
  severity: 'warning',
  fails: { text: 'I am currently looking for a summer internship in marketing.' },
  passes: { text: 'I am exploring careers in marketing and preparing for my job search next year.' },
  find: (letter) => {
    const asked = firstPlaces(letter, asksForJob)
    return [...firstPlaces(letter, tellsOfJobHunt), ...wishesToWorkThere(letter)]
      .filter(({ start, end }) => !asked.some((place) => place.start < end && start < place.end))
      .slice(0, 1)
      .map(
        (place): Found => ({
          ...place,
          message:
            'A first letter that tells of a job hunt is read as a request for a job, even when it asks for none.',
          suggestion:
            'Say which field you are exploring instead: "I am exploring careers in ..., and would value your view of it."',
        }),
      )
  },
}

/** "I would love to join Rain City Utilities": what stands with a capital is taken for an employer. */
function wishesToWorkThere({ text, message }: ParsedLetter): Span[] {
  return [...text.slice(message.start, message.end).matchAll(joining)].slice(0, 1).map((match) => ({
    start: message.start + match.index,
    end: message.start + match.index + match[0].length,
  }))
}

const joining =
  /\b(?:interested in|love to|like to|hope to|hoping to|eager to|excited to|keen to|dream of|want to) (?:working|interning|joining|work|intern|join) (?:for |at )?(?:your (?:company|firm|team)|\p{Lu}\p{L}{2,30})/gu

/** At most three places, none within another, and none in a sentence that denies it. */
function firstPlaces(letter: ParsedLetter, patterns: RegExp[]): Span[] {
  const found = patterns
    .flatMap((pattern) => places(letter.plain, pattern, { from: 0, limit: 6 }))
    .filter((place) => notDenied(letter, place))
    .sort((one, other) => one.start - other.start || other.end - one.end)
  const apart: Span[] = []
  for (const place of found) {
    const before = apart.at(-1)
    if (before && place.start < before.end) before.end = Math.max(before.end, place.end)
    else apart.push({ ...place })
  }
  return apart.slice(0, 3)
}
