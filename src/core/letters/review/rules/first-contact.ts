import { has, phrase, places } from '../phrase.ts'
import { asking, type Found, type Rule } from '../rule.ts'

const resumeSent = [
  '(?:view|see|read|find|open|download) my (?:resume|cv) (?:at|on|here|online|under|by)',
  "(?:attach(?:ed|ing)?|enclos(?:ed|ing|e)|includ(?:ed|ing)|link to|copy of|here is|here's|find)≈ (?:resume|cv|curriculum vitae)",
  '(?:resume|cv|curriculum vitae)~ (?:is |are )?(?:attached|enclosed|included|below|linked|here)',
  'my (?:resume|cv) (?:for your (?:review|reference|consideration|convenience|information|records)|to this)',
].map(phrase)

const resumeAttached: Rule = {
  id: 'X4',
  check: 'resume',
  checks: 'sends no résumé with a first letter, where the policy says so (`resumeOnFirstContact`)',
  kinds: asking,
  severity: 'warning',
  fails: { text: 'I have attached my résumé for your reference.' },
  passes: { text: 'I have worked in a river laboratory for two summers.' },
  find: (letter, { policy }) => {
    if (policy.resumeOnFirstContact === 'allow') return []
    const found = resumeSent
      .flatMap((pattern) => places(letter.plain, pattern, { limit: 1 }))
      .filter(
        ({ start }) =>
          !/(?:not|n't|without|happy to|glad to|i can|i could) (?:[a-z]{1,12} ){0,2}$/.test(
            letter.plain.slice(Math.max(0, start - 30), start),
          ),
      )
    return found.slice(0, 1).map(
      (place): Found => ({
        ...place,
        message:
          'A résumé in a first letter looks like an application, and your question is answered as one: by a form.',
        suggestion: 'Leave it out. Two facts about you in the letter do more; send it when they ask.',
      }),
    )
  },
}

const attached = phrase(
  "(?:i have|i've|i am|i'm|please|find|see|have) (?:also |please |find |see |the |my |a |an |hereby ){0,3}(?:attach(?:ed|ing)|enclos(?:ed|ing))|(?:attached|enclosed) (?:is|are|please|you will find|to this (?:e-?mail|message|letter))|(?:see|find|open) (?:the |my )?attach(?:ment|ed)",
)

const attachment: Rule = {
  id: 'X4',
  check: 'attachment',
  checks: 'sends no attachments with a first letter',
  kinds: ['request'],
  severity: 'warning',
  fails: { text: 'Please find attached my portfolio and two term papers.' },
  passes: { text: 'I have become attached to this river.' },
  find: (letter) =>
    resumeSent.some((pattern) => has(letter.plain, pattern))
      ? []
      : places(letter.plain, attached, { limit: 1 }).map(
          (place): Found => ({
            ...place,
            message: 'Attachments from somebody unknown are seldom opened, and filters hold them back.',
            suggestion: 'Say in a sentence what is in it, and offer to send it.',
          }),
        ),
}

const tracked =
  /(?:[?&](?:utm_[a-z]{1,20}|fbclid|gclid|mc_[ce]id|trk|_hsenc|mkt_tok)=|\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|lnkd\.in|buff\.ly|rebrand\.ly|rb\.gy|cutt\.ly)\/|mailtrack|mailchi\.mp|track(?:ing)?\.[a-z0-9-]{1,40}\.[a-z]{2,10}\/|click\.[a-z0-9-]{1,40}\.[a-z]{2,10}\/|sent with (?:mailtrack|streak|hubspot))/g

const trackedLink: Rule = {
  id: 'X4',
  check: 'tracked-link',
  checks: 'has no links that track the reader or hide where they lead',
  kinds: asking,
  severity: 'warning',
  anyLanguage: true,
  fails: { text: 'My work: https://bit.ly/3xyz' },
  passes: { text: 'My work: https://maya.example.org/rivers' },
  find: (letter) =>
    [...letter.plain.matchAll(tracked)].slice(0, 1).map((match): Found => {
      const { start, end } = wholeLink(letter.plain, match.index, match.index + match[0].length)
      return {
        start,
        end,
        message:
          'This link watches the reader or hides where it leads. People who notice do not click, and do not answer.',
        suggestion: 'Give the plain address, or none.',
      }
    }),
}

function wholeLink(plain: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  while (from > Math.max(0, start - 300) && !/[\s<>"(]/.test(plain[from - 1]!)) from -= 1
  while (to < Math.min(plain.length, end + 300) && !/[\s<>")]/.test(plain[to]!)) to += 1
  return { start: from, end: to }
}

export const firstContactRules: readonly Rule[] = [resumeAttached, attachment, trackedLink]
