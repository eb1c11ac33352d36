import { fold } from '../../../kernel/fold.ts'
import { nameIn } from '../mention.ts'
import { has, phrase, places } from '../phrase.ts'
import { atStart, type Rule } from '../rule.ts'

/** How somebody says that a third person named the reader. */
const referral = phrase(
  `(?:(?:suggested|recommended|encouraged me|advised me|advised|urged me|told me|thought|mentioned|said)~ (?:i|to|that i) (?:should |might |could |would )?(?:contact|reach|write|speak|talk|get in touch|email|e-mail|connect|call|meet|ask|turn to|look you up)|
  (?:suggested|recommended|proposed) (?:you|contacting you|reaching out to you|writing to you|speaking with you|talking (?:to|with) you|your name)|
  (?:referred me|referred) to you|was referred to you|(?:was|been) referred by|your (?:name|contact)~ (?:was|were|been) (?:given|passed|suggested|recommended)|gave me your (?:name|contact|e-?mail|number|details|address)|(?:passed|shared|given me|provided me with|provided)~ your (?:name|contact|e-?mail|number|details)|
  (?:got|received|obtained|have|was given|been given) your (?:name|contact information|contact|e-?mail|details)~ (?:from|by|through)|put me in touch with you|pointed me (?:to|in your)|introduced (?:me to you|us)|
  (?:on|at) the (?:recommendation|suggestion|advice) of|mutual (?:friend|acquaintance|contact|connection))`,
)

/** How two people hang together: a person, a school, a meeting, a page. */
const connection = phrase(
  `(?:paths (?:have )?crossed|know (?:of )?you|your name|told me about you|found|came across|come across|saw|noticed|discovered|located|learned of|learnt of|heard of|heard about|read|looked up|looking at|looking through|looking into|searching|searched|stumbled|identified|listed|following|follow|profile|
  linked ?in|handshake|directory|database|alum|alumn[ia]|alumn[ai]e|alumnus|alums?|graduate of|graduated from|grad|fellow|classmates?|same (?:school|college|university|program|department|town|city|major|field)|
  met|meeting you|we spoke|we talked|spoke (?:at|to|on|with)|your (?:talk|presentation|panel|lecture|article|book|paper|podcast|post|posts|blog|interview|webinar|session|keynote|remarks|company|website|speech|work on|research on|profile|bio|path|career path)|
  panel|conference|career fair|info session|information session|event|workshop|seminar|webinar|mixer|reception|association|society|chapter|
  network|mentor|advis[eo]r|professor|prof|teacher|supervisor|colleague|coworker|co-worker|friend|neighbou?r|cousin|aunt|uncle|sister|brother|mother|father|mom|dad|mum|parents?|roommate|coach|manager|boss|family|
  website|web site|web page|homepage|newsletter|magazine|news|article|podcast|mutual|introduced|as you may (?:remember|recall)|remember me|we both|both of us|in common|your (?:[a-z]{1,12} )?(?:lecture|course|class|seminar)|last (?:week|month|year|summer|spring|autumn|fall|winter)|years (?:ago|now)|good to see you|you said|also (?:studied|attended|went|majored|grew up)|referred by|suggested by|career (?:center|centre|services|office))`,
)

const referrerMissing: Rule = {
  id: 'O2',
  check: 'referrer-missing',
  checks: 'names who referred you, when somebody did',
  kinds: ['request'],
  severity: 'error',
  anyLanguage: true,
  fails: { text: 'I am a second-year student of biology.', context: { referrer: 'Priya Raman' } },
  passes: {
    text: 'I am a second-year student of biology. Dr. Raman gave me your name.',
    context: { referrer: 'Priya Raman' },
  },
  find: (letter, { referrer }) =>
    !referrer ||
    nameIn(letter.plain, letter.text, referrer) ||
    nameIn(letter.subject?.text ?? '', letter.subject?.text ?? '', referrer)
      ? []
      : [
          {
            ...atStart(letter),
            message: `${referrer} opened this door for you, and the letter does not say so. A name they know is the best reason to read on.`,
            suggestion: `Say it at once: "${referrer} gave me your name."`,
          },
        ],
}

const referrerLate: Rule = {
  id: 'O2',
  check: 'referrer-late',
  checks: 'names who referred you within the first two sentences',
  kinds: ['request'],
  severity: 'warning',
  fails: {
    text: 'I am a student of biology. I have always liked rivers. I work in a lab. Priya Raman suggested that I contact you.',
  },
  passes: {
    text: 'I am a student of biology. Priya Raman suggested that I contact you. I have always liked rivers.',
  },
  find: (letter, { referrer }) => {
    const head = letter.sentences[1]?.end ?? letter.message.end
    const early = letter.plain.slice(0, head)
    if (referrer) {
      if (
        nameIn(early, letter.text.slice(0, head), referrer) ||
        nameIn(letter.subject?.text ?? '', letter.subject?.text ?? '', referrer)
      )
        return []
    } else if (has(early, referral) || /referred by|referral from/.test(fold(letter.subject?.text ?? '')))
      return []
    const [late] = places(letter.plain, referral, { from: head, limit: 1 })
    const named = referrer && nameIn(letter.plain, letter.text, referrer)
    const place = late ?? (named ? named : undefined)
    if (!place) return []
    const who = referrer ?? 'who referred you'
    return [
      {
        start: place.start,
        end: place.end,
        message: `You name ${who} late. Busy people decide in the first lines whether they read on, and a name they know decides it.`,
        suggestion: `Move it up: after your own name, "${referrer ?? '...'} suggested that I write to you."`,
      },
    ]
  },
}

const noConnection: Rule = {
  id: 'N1',
  check: 'no-connection',
  checks: 'says how you found them, or what you have in common',
  kinds: ['request'],
  severity: 'warning',
  fails: {
    text: 'I am interested in hydrology and would like to hear about your work. Could we talk for 20 minutes?',
  },
  passes: { text: 'I found your name in the alumni directory. Could we talk for 20 minutes?' },
  find: (letter, { referrer, known }) =>
    known ||
    letter.sentences.length === 0 ||
    has(letter.plain, connection) ||
    has(letter.plain, referral) ||
    (referrer && nameIn(letter.plain, letter.text, referrer))
      ? []
      : [
          {
            ...atStart(letter),
            severity: has(letter.plain, interest) ? 'hint' : 'warning',
            message:
              'They will wonder why you write to them of all people. Whoever knows how you found them answers more easily.',
            suggestion:
              'Say it in half a sentence: "I found your name in the alumni directory", "I heard you at the panel on Tuesday".',
          },
        ],
}

const purpose = phrase(
  `(?:learn(?:ed|ing|t)?|hear(?:ing)?|understand(?:ing)?|know more|know how|know what|find out|finding out|ask(?:ing)? (?:you|about|for your|a few|some|your)|questions?|discuss(?:ing)?|insights?|advice|perspectives?|guidance|
  curious|your (?:[a-z-]{1,15} )?(?:experiences?|career|path|journey|story|views?|thoughts|opinion|expertise|knowledge|work|role|field|industry|profession|background|company|transition|move|research|day)|
  tips|thoughts on|(?:talk|talking|speak|speaking|chat|conversation|call|minutes|meet|hour|coffee)≈ about|pick your brain|information (?:about|on)|information from|more about|what it is like|what it's like|what you|how you|why you|which courses|whether|explore|insider)`,
)

/** Why one writes, without what one would ask. */
const interest = phrase(
  '(?:trying to decide|deciding|decide|figure out|figuring out|where to begin|where to start|considering|continue (?:our|the) conversation|thinking (?:about|of) (?:a|becoming|going)|choose between)',
)

const nothingToLearn: Rule = {
  id: 'O3',
  check: 'nothing-to-learn',
  checks: 'says why you write and what you hope to learn',
  kinds: ['request'],
  severity: 'warning',
  fails: { text: 'I am a junior at Lakeside and an avid swimmer. Could we talk for 20 minutes on Friday?' },
  passes: {
    text: 'I am a junior at Lakeside. I would like to hear how you moved from research into a utility.',
  },
  find: (letter) =>
    letter.sentences.length === 0 ||
    has(letter.plain.slice(letter.message.start, letter.message.end), purpose)
      ? []
      : [
          {
            ...atStart(letter),
            message:
              'The letter does not say why you write or what you hope to learn. It is what tells them that they can help you.',
            suggestion:
              'Add one thing that only they can tell: "I would like to hear how you came to this work."',
          },
        ],
}

export const connectionRules: readonly Rule[] = [referrerMissing, referrerLate, noConnection, nothingToLearn]
