import { isFamiliar, senderName } from './address.ts'
import type { Draft } from './asking.ts'
import { blank } from './blanks.ts'
import type { LetterFacts } from './facts.ts'
import type { Pick } from './phrasing.ts'
import type { Voice } from './purpose.ts'
import { toSecondPerson } from './second-person.ts'
import { afterColon, capital, clause, infinitives, listed, paragraph } from './wording.ts'

const offerOfHelp = (pick: Pick): string =>
  pick('help', [
    'If there is ever anything I can do for you, please tell me',
    'If I can be of use to you in anything, please let me know',
    'Should there be something that I could do for you, I would be glad to',
  ])

/** The thank-you: what was valuable, each advice, everybody they named, what the sender promised (F1, C7). */
export function thankYou(facts: LetterFacts, voice: Voice, pick: Pick): Draft {
  const { dateText, advice = [], namesGiven = [], promises = [], late } = facts.conversation ?? {}
  const on = dateText ? ` on ${dateText}` : ''
  return {
    subject: pick('subject', [
      `Thank you for our conversation${on}`,
      `Our conversation${on}`,
      `With thanks for our conversation${on}`,
    ]),
    paragraphs: [
      paragraph(thanksFor(on, late === true, voice, pick), valued(facts, pick)),
      paragraph(
        advice.length > 0 && advised(advice, facts, pick),
        namesGiven.length > 0 &&
          `${pick('named', ['Thank you also for naming', 'Thank you, too, for naming'])} ${listed(namesGiven)}`,
        namesGiven.length > 0 &&
          pick('tell', ['I will let you know what comes of it', 'I will tell you how it goes']),
        promises.length > 0 && promised(promises, facts),
      ),
      paragraph(
        pick('stay', ['I would be glad to stay in touch', 'I hope that we can stay in touch']),
        voice !== 'short' && offerOfHelp(pick),
      ),
    ],
  }
}

function thanksFor(on: string, late: boolean, voice: Voice, pick: Pick): string {
  if (late) return `I should have written sooner: thank you for the time you took for me${on}`
  if (voice === 'spoken') return `I am calling to thank you for the time you took for me${on}`
  return pick('thanks', [
    `Thank you for the time you took for me${on}`,
    `Thank you for talking with me${on}`,
    `I would like to thank you for our conversation${on}`,
  ])
}

/** What was most valuable (F1), in the user's own note: a sentence about themselves stands alone, anything else after a lead. */
function valued({ conversation, recipient }: LetterFacts, pick: Pick): string {
  const note = conversation?.highlight && toSecondPerson(conversation.highlight, recipient)
  if (note && firstPerson.test(note)) return capital(note)
  const said = clause(note || blank('what you valued most'))
  if (note && indirect.test(note) && !/[;:?]/.test(note))
    return pick('valued', [
      `What has stayed with me most is ${said}`,
      `I keep thinking about ${said}`,
      `What I valued above all was hearing ${said}`,
    ])
  return pick('valued', [
    `One thing above all has stayed with me: ${said}`,
    `What I keep coming back to: ${said}`,
    `What I valued above all: ${said}`,
  ])
}

const firstPerson = /^(?:I(?:['’](?:m|ve|d|ll))?|You|We|My) \p{L}/u
const indirect = /^(?:how|why|what) /i

function advised(notes: string[], { recipient }: LetterFacts, pick: Pick): string {
  const advice = notes.map((note) => toSecondPerson(note, recipient).replace(toldTo, ''))
  const todo = infinitives(advice)
  if (todo)
    return `${pick('follow', ['I mean to follow your advice', 'I have written down your advice', 'I will gladly take your advice'])} ${todo}`
  return `${pick('advice', ['I have written down your advice', 'Your advice is at the top of my notes', 'I mean to make use of your advice'])}: ${afterColon(advice)}`
}

const toldTo = /^you (?:said|told me|advised me|suggested|recommended) (?:to|that I(?: should)?|I should) /i

function promised(notes: string[], { recipient }: LetterFacts): string {
  const promises = notes.map((note) => toSecondPerson(note, recipient))
  const todo = infinitives(promises)
  return todo
    ? `I have not forgotten my promise ${todo}`
    : `I have not forgotten what I promised you: ${afterColon(promises)}`
}

/** Tells whoever named somebody what came of it (X1). */
export function reportBack({ introduction }: LetterFacts, voice: Voice, pick: Pick): Draft {
  const named = introduction?.namedPerson || blank('the person they named')
  const when = introduction?.metDateText ? `We spoke on ${introduction.metDateText}` : 'We have spoken since'
  const taken = introduction?.highlight || blank('what came of it')
  return {
    subject: pick('subject', [`My conversation with ${named}`, `What came of your introduction: ${named}`]),
    paragraphs: [
      paragraph(
        pick('begin', [
          `You gave me the name of ${named}, and I would like to tell you what came of it`,
          `It was you who named ${named} to me, so you should hear what came of it`,
        ]),
        when,
        firstPerson.test(taken)
          ? capital(taken)
          : `${pick('taken', ['What I took from it', 'What has stayed with me'])}: ${clause(taken)}`,
      ),
      paragraph(
        pick('thanks', ['Thank you for making the connection', 'Thank you for opening that door']),
        voice !== 'short' && offerOfHelp(pick),
      ),
    ],
  }
}

/** Tells whoever gave advice what came of it (X6). */
export function tellProgress(
  { conversation, reason, recipient }: LetterFacts,
  voice: Voice,
  pick: Pick,
): Draft {
  const { dateText, advice = [] } = conversation ?? {}
  const said =
    advice.length > 0 ? advice.map((one) => toSecondPerson(one, recipient)) : [blank('their advice')]
  const done = reason || blank('what you did with their advice')
  return {
    subject: pick('subject', ['What came of your advice', 'Your advice, and what I did with it']),
    paragraphs: [
      paragraph(
        `You gave me advice when we spoke${dateText ? ` on ${dateText}` : ''}: ${afterColon(said)}`,
        firstPerson.test(done) ? capital(done) : `Here is what I did with it: ${clause(done)}`,
      ),
      paragraph(
        pick('thanks', ['Thank you for your advice', 'Thank you for thinking along with me']),
        voice !== 'short' && offerOfHelp(pick),
      ),
    ],
  }
}

/** A sign of life with its reason (F4, F5). */
export function keepInTouch(facts: LetterFacts, voice: Voice, pick: Pick): Draft {
  const { lastTouchText } = facts
  const reason = facts.reason || blank('your reason for writing now')
  const since = lastTouchText
    ? `I hope you have been well since we were last in touch on ${lastTouchText}`
    : pick('hello', ['I hope you are well', 'I hope that the season is treating you well'])
  const { organization } = facts.recipient
  const at = organization ? `at ${organization}` : 'with you'
  return {
    subject: pick('subject', [`A note from ${senderName(facts)}`, `Greetings from ${senderName(facts)}`]),
    paragraphs: [
      paragraph(
        since,
        firstPerson.test(reason)
          ? capital(reason)
          : `${pick('reason', ['Something made me think of you', 'What made me think of you today', 'This made me want to write to you'])}: ${clause(reason)}`,
      ),
      paragraph(
        isFamiliar(facts)
          ? pick('ask', [`How are things ${at}?`, 'How have you been?'])
          : pick('ask', [`How are things ${at}?`, `What is new ${at}?`]),
        voice !== 'short' && offerOfHelp(pick),
      ),
    ],
  }
}

/** A greeting of the season (F5). */
export function seasonal(facts: LetterFacts, voice: Voice, pick: Pick): Draft {
  const season = facts.seasonText || blank('the season or holiday')
  return {
    subject: `Good wishes for ${season}`,
    paragraphs: [
      paragraph(
        voice === 'spoken'
          ? `I am calling to bring you my good wishes for ${season}`
          : pick('wish', [
              `I am sending you my good wishes for ${season}`,
              `My good wishes for ${season}`,
              `I wish you all the best for ${season}`,
            ]),
        recalled(facts),
      ),
      paragraph(
        pick('hope', [
          'I hope the months ahead are good to you and to the people around you',
          'May the months ahead be good to you and yours',
          'I hope that you find some quiet days with the people you like',
        ]),
        voice !== 'short' && isFamiliar(facts) === false && offerOfHelp(pick),
      ),
    ],
  }
}

function recalled({ conversation, recipient }: LetterFacts): string | undefined {
  if (!conversation) return undefined
  const { dateText, highlight } = conversation
  const on = dateText ? ` on ${dateText}` : ''
  const note = highlight && toSecondPerson(highlight, recipient)
  if (!note || firstPerson.test(note)) return `Thank you once more for our conversation${on}`
  return `I still think of what I learnt from you${on}: ${clause(note)}`
}
