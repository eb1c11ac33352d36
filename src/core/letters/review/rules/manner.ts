import { phrase, places } from '../phrase.ts'
import type { Found, Rule } from '../rule.ts'

const flattery = [
  "(?:most|so|truly|really|absolutely|incredibly|extremely|such an?) (?:amazing|brilliant|inspiring|inspirational|incredible|awesome|extraordinary|phenomenal|talented|gifted|outstanding|impressive|successful) (?:person|people|woman|man|leader|professional|expert|mind|human|individual|[a-z]{3,14} (?:i have|i've|in the world|alive|of our time|ever))",
  "you(?: are|'re) (?:(?:an?|the|such an?|truly|simply|so|really|absolutely|absolute|true|real|total|clearly|just|quite|surely) ){0,4}(?:amazing|brilliant|genius|legend|legendary|inspiration|idol|hero|icon|rock ?star|superstar|guru|visionary|incredible|awesome|the best|role model|perfect|extraordinary|phenomenal)",
  '(?:in awe of|blown away by|starstruck|(?:huge|big|biggest|massive|number one|greatest) (?:fan|admirer)|the best in (?:the|your) (?:business|field|industry|world|country)|the most [a-z]{4,14} (?:[a-z]{3,14} )?i have ever|worship|idoli[sz]e|dream of being (?:like )?you|want to be you|second to none|unparalleled|unmatched|world-class|once-in-a-generation|greatest)',
  '(?:admire|admired|admiring) (?:you|everything about you|absolutely everything)(?: so much| deeply| more than| tremendously| immensely)',
  'my (?:personal |professional |ultimate )?(?:hero|idol)',
].map(phrase)
const warmAdjective = phrase(
  'your (?:amazing|incredible|awesome|brilliant|extraordinary|phenomenal|stellar|outstanding|unbelievable|mind-blowing|remarkable|illustrious|glorious|dazzling|breathtaking) (?:[a-z]{1,14} ){0,2}(?:career|work|success|achievements?|accomplishments?|path|journey|profile|story|background|talent|mind|resume|leadership|reputation|company)',
)

const flatters: Rule = {
  id: 'W2',
  check: 'flattery',
  checks: 'does not flatter',
  kinds: 'all',
  severity: 'warning',
  fails: { text: 'You are a legend, and I am in awe of your incredible career.' },
  passes: { text: 'Your move from research into a utility caught my eye.' },
  find: (letter) =>
    [
      ...flattery.flatMap((pattern) => places(letter.plain, pattern, { limit: 2 })),
      ...places(letter.plain, warmAdjective, { limit: 2 }).map((place) => ({
        ...place,
        severity: 'hint' as const,
      })),
    ]
      .slice(0, 3)
      .map(
        (place): Found => ({
          ...place,
          message:
            'Great words of praise sound as though something were wanted for them. One true detail is worth more.',
          suggestion: 'Name what you noticed: "Your talk on flood maps made me think about ..."',
        }),
      ),
}

const begging = [
  "(?:i )?(?:beg|begging|implore|plead|pleading|beseech) (?:you|of you|for|with)|please,? (?:please|i beg)|i'm begging",
  '(?:lowly|mere|humble|insignificant) (?:student|undergraduate|beginner|intern)|have mercy|would do anything (?:for|to)|apologi[sz]e for (?:wast|bother|disturb|troubl|impos|intrud)(?:ing|e)',
  "(?:desperate|desperately|(?:my|the) (?:last|only) (?:hope|chance|resort)|at my wit's end|don't know (?:what else|where else|who else) to (?:do|turn|ask))",
  '(?:mean|means) (?:the world|everything|so so much|more than (?:anything|you know))|(?:eternally|forever|infinitely|endlessly|immensely indebted|eternally indebted|so so) (?:grateful|thankful|indebted|in your debt)|owe you (?:big|forever|everything|my)|in your debt',
  '(?:so |very |really |terribly |extremely |awfully |deeply )?sorry (?:to|for) (?:bother(?:ing)?|disturb(?:ing)?|trouble|troubling|bug(?:ging)?|impos(?:e|ing)|wast(?:e|ing)|tak(?:e|ing) up|intrud(?:e|ing)|interrupt(?:ing)?|being (?:a|so))',
  '(?:hate) to (?:bother|be a (?:bother|burden|nuisance)|waste|impose|burden|trouble|bug|disturb) (?:you|your)?',
  'even (?:just )?(?:five|5|two|2|one|1|a single) (?:minutes?|seconds?|words?|lines?)~ would',
  "(?:i know i am|i'm|i am) (?:just|only|nobody|a nobody|not worth|not worthy|unworthy|merely)(?: a| an)? ?(?:lowly |mere |humble |simple )?(?:nobody|student(?! (?:at|of|in|who|from|with))|worth|beginner)?(?= )~ (?:but|and)? ?(?:please|nobody|worthy)",
].map(phrase)
const apologising = phrase(
  'sorry (?:to|for)~|apologi[sz]e for (?:bothering|disturbing|troubling|taking|the intrusion|reaching)|waste (?:your|of your) time',
)

const begs: Rule = {
  id: 'W2',
  check: 'begging',
  checks: 'does not beg or make itself small',
  kinds: 'all',
  severity: 'warning',
  fails: { text: 'I am desperate, and I am so sorry to bother you.' },
  passes: { text: 'I know your weeks are full, so a short call would be plenty.' },
  find: (letter) => {
    const found = begging.flatMap((pattern) => places(letter.plain, pattern, { limit: 2 }))
    const small =
      found.length > 0
        ? []
        : places(letter.plain, apologising, { limit: 1 }).filter(({ start, end }) =>
            /bother|disturb|troubl|waste|taking up|intru/.test(letter.plain.slice(start, end)),
          )
    return [...found, ...small].slice(0, 2).map(
      (place): Found => ({
        ...place,
        message:
          'This makes you smaller than you are. People like to be asked by somebody who will make good use of their answer.',
        suggestion: 'Leave it out, or say it evenly: "If now is not a good time, I quite understand."',
      }),
    )
  },
}

const exclaims: Rule = {
  id: 'W1',
  check: 'exclamation-marks',
  checks: 'does without exclamation marks (a single one is only a hint)',
  kinds: 'all',
  severity: 'warning',
  anyLanguage: true,
  fails: { text: 'I loved your talk! Could we meet! Thank you so much!' },
  passes: { text: 'Your talk has stayed with me. Thank you.' },
  find: (letter, { kind }) => {
    const found = [...letter.text.slice(letter.start, letter.start + 20_000).matchAll(/[!！]+/g)].slice(0, 20)
    const borne = kind === 'request' || kind === 'follow-up' ? 1 : 2
    const loud = found.length > borne || found.some(([marks]) => marks.length > 1)
    return found.slice(0, 1).map(
      (match): Found => ({
        start: letter.start + match.index,
        end: letter.start + match.index + match[0].length,
        severity: loud ? 'warning' : 'hint',
        message:
          found.length > 1
            ? `${found.length} exclamation marks: to somebody who does not know you they sound louder than you mean them.`
            : 'An exclamation mark is louder on paper than in your head.',
        suggestion: 'End the sentence with a full stop; your words carry the warmth.',
      }),
    )
  },
}

const emoticon =
  /(?:^|\s)(?:[:;=]['’]?-?[)(DPpO/\\|\]*3]|<3|[xX]D|\^_\^|\(:)(?=$|[\s.,!?])|\p{Emoji_Presentation}|[\u263a\u2639\u2665\u2764]|(?<![\p{L}\p{N}])(?:lol|lmao|hahaha?|omg|tbh|btw|thx|pls|plz)(?![\p{L}\p{N}])/giu

const emotes: Rule = {
  id: 'W1',
  check: 'emoticons',
  checks: 'has no emoticons and no chat shorthand',
  kinds: 'all',
  severity: 'warning',
  anyLanguage: true,
  fails: { text: 'It would be great to talk :) thx' },
  passes: { text: 'It would be good to talk. My reasons: two.' },
  find: (letter) =>
    [...letter.text.slice(0, 20_000).matchAll(emoticon)].slice(0, 2).map((match): Found => {
      const start = match.index + (match[0].length - match[0].trimStart().length)
      return {
        start,
        end: match.index + match[0].length,
        message: 'In a letter to somebody you hardly know this reads as a chat with a friend.',
        suggestion: 'Say it in words, or leave it out.',
      }
    }),
}

export const mannerRules: readonly Rule[] = [flatters, begs, exclaims, emotes]
