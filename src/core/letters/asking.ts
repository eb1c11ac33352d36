import { isFamiliar, senderName } from './address.ts'
import { blank } from './blanks.ts'
import type { LetterFacts } from './facts.ts'
import type { Pick } from './phrasing.ts'
import { howFound, minutes, topic, type Voice, whatToLearn, why } from './purpose.ts'
import { studyClause } from './study.ts'
import { capital, paragraph } from './wording.ts'

/** A letter without its greeting and its closing. */
export interface Draft {
  subject: string
  paragraphs: string[]
}

/** What a letter that asks can do without where it would get too long, the most dispensable first (X3). */
export const dispensable = [
  'school',
  'further aims',
  'kindness',
  'study',
  'position',
  'how',
  'place',
  'later',
] as const

export type Has = (part: (typeof dispensable)[number]) => boolean

/** The first letter: who named the recipient, why, what to learn, the time asked for, the places in order (O2-O5). */
export function request(facts: LetterFacts, voice: Voice, pick: Pick, has: Has = () => true): Draft {
  return {
    subject: requestSubject(facts, pick),
    paragraphs: [
      paragraph(...opening(facts, voice, pick, has)),
      paragraph(
        why(facts, voice, pick, has('position')),
        whatToLearn(facts, pick, has('further aims') ? 3 : 1),
      ),
      paragraph(ask(facts, pick, has('later')), has('place') && places(facts, pick)),
      thanks(facts, voice, pick),
    ],
  }
}

function requestSubject(facts: LetterFacts, pick: Pick): string {
  const { referrer, sender } = facts
  const about = `conversation about ${topic(facts)}`
  const subjects = referrer
    ? pick('subject', [
        [`Referred by ${referrer}: a ${about}`],
        [`${referrer} gave me your name: a ${about}`, `Referred by ${referrer}: a ${about}`],
      ])
    : pick('subject', [
        [`A ${about}`],
        [
          sender.school ? `From ${sender.school}: a ${about}` : `May I ask you about ${topic(facts)}?`,
          `A ${about}`,
        ],
        [`Hoping to learn about ${topic(facts)} from you`, `A ${about}`],
      ])
  return shortEnough([
    ...subjects,
    ...(referrer
      ? [`Referred by ${referrer}: a conversation`, `Referred by ${referrer}`]
      : ['A conversation about your work']),
  ])
}

/** The first subject that a telephone shows whole, or else the last. */
const shortEnough = (subjects: readonly string[]): string =>
  subjects.find((subject) => subject.length <= 78) ?? subjects.at(-1)!

/** The introduction of oneself, with the referrer in its first two sentences (O2). Who is close needs none. */
function opening(facts: LetterFacts, voice: Voice, pick: Pick, has: Has): (string | undefined)[] {
  const { school, ...sender } = facts.sender
  const known = isFamiliar(facts) || !has('study')
  const study = known ? undefined : studyClause(has('school') ? { ...sender, school } : sender)
  const found = howFound(facts, voice, pick)
  if (voice === 'spoken') return [found, study && capital(study), 'Is this a good moment?']
  if (isFamiliar(facts))
    return [found ?? pick('hello', ['I hope you are well', 'I hope this finds you well'])]
  const name = `My name is ${senderName(facts)}`
  const me = study ? `${name}, and ${study}` : name
  // A name that the reader knows may stand before one that they do not (O2).
  return facts.referrer && pick('order', [false, true]) ? [found, me] : [me, found]
}

function ask(facts: LetterFacts, pick: Pick, later: boolean): string {
  const time = minutes(facts)
  const when = later ? pick('when', [' in the coming weeks', ' in the next few weeks']) : ''
  if (isFamiliar(facts) || facts.tone === 'friendly')
    return pick('ask', [
      `Would you have ${time} for me${when}?`,
      `Could we talk for ${time}${when}?`,
      `Might you find ${time} for a talk${when}?`,
    ])
  return pick('ask', [
    `May I ask you for ${time} of your time${when}?`,
    `Would you be willing to talk with me for ${time}${when}?`,
    `Could you spare ${time} for a conversation${when}?`,
    `Would you have ${time} for a conversation${when}?`,
  ])
}

/** Their workplace first, then elsewhere, then video or the telephone (O5). */
const places = (facts: LetterFacts, pick: Pick): string =>
  facts.tone === 'friendly' || isFamiliar(facts)
    ? pick('places', [
        'I could come to your workplace, meet you elsewhere, or talk by video or telephone, whichever suits you best',
        'At your workplace, elsewhere, by video or by telephone: you choose',
      ])
    : pick('places', [
        'I would gladly come to your workplace, or we could meet elsewhere or speak by video or telephone',
        'I could come to your workplace; if you prefer, we can meet elsewhere or speak by video or telephone',
        'At your workplace, elsewhere, by video or by telephone: whichever suits you best',
      ])

function thanks({ tone }: LetterFacts, voice: Voice, pick: Pick): string {
  if (voice === 'spoken') return pick('thanks', ['Thank you for considering it.', 'Thank you for your time.'])
  return tone === 'friendly'
    ? pick('thanks', ['Thank you for thinking about it.', 'Thank you for reading this.'])
    : pick('thanks', [
        'Thank you for considering it.',
        'Thank you for reading this, and for considering it.',
        'Thank you for your time.',
      ])
}

/** The one follow-up: the first letter and its date, the question again, and no reproach (O6). */
export function followUp(facts: LetterFacts, voice: Voice, pick: Pick, has: Has = () => true): Draft {
  const again =
    voice === 'spoken' ? 'trying once more' : pick('again', ['writing once more', 'asking once more'])
  return {
    subject: shortEnough([
      pick('subject', [
        `Following up: a conversation about ${topic(facts)}`,
        `My letter about ${topic(facts)}`,
      ]),
      'Following up on my first letter',
    ]),
    paragraphs: [
      paragraph(
        `${firstTime(facts)} to ask for a conversation about ${topic(facts)}`,
        facts.referrer && `${facts.referrer} had given me your name`,
        has('how') &&
          pick('kindly', [
            `I know how quickly weeks fill up, so I am ${again}`,
            `Letters are easily buried, so I am ${again}`,
            `Your weeks must be full, so I am ${again}`,
          ]),
      ),
      paragraph(
        pick('ask', [
          `Would ${minutes(facts)} be possible in the coming weeks?`,
          `Could you spare ${minutes(facts)} in the coming weeks?`,
          `Might there be ${minutes(facts)} in the weeks to come?`,
        ]),
        has('place') &&
          pick('places', [
            'At your workplace, elsewhere, by video or by telephone: whichever is easiest for you',
            'I could come to your workplace, meet you elsewhere, or speak by video or telephone',
          ]),
        has('kindness') && unhurried(pick),
      ),
      thanks(facts, voice, pick),
    ],
  }
}

export const unhurried = (pick: Pick): string =>
  pick('end', [
    'If it does not suit you, I quite understand',
    'If this is not the time for it, I quite understand',
  ])

/** "I wrote to you on 3 March". */
export function firstTime({ firstLetter }: LetterFacts): string {
  const did = { phone: 'called you', 'in-person': 'spoke to you', email: '', linkedin: '', letter: '' }
  return `I ${(firstLetter && did[firstLetter.channel]) || 'wrote to you'} on ${firstLetter?.dateText || blank('the date of your first letter')}`
}
