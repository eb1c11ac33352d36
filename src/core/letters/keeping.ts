import { senderName } from './address.ts'
import type { Draft } from './asking.ts'
import { blank } from './blanks.ts'
import type { LetterFacts } from './facts.ts'
import type { Voice } from './purpose.ts'
import { afterColon, clause, listed, paragraph } from './wording.ts'

const offerOfHelp = 'If there is ever anything I can do for you, please tell me'

/** The thank-you: what was valuable, each advice, everybody they named, what the sender promised (F1, C7). */
export function thankYou({ conversation }: LetterFacts, voice: Voice): Draft {
  const { dateText, highlight, advice = [], namesGiven = [], promises = [] } = conversation ?? {}
  const on = dateText ? ` on ${dateText}` : ''
  const thanks = voice === 'spoken' ? 'I am calling to thank you' : 'Thank you'
  return {
    subject: `Thank you for our conversation${on}`,
    paragraphs: [
      paragraph(
        `${thanks} for the time you took for me${on}`,
        `One thing above all has stayed with me: ${clause(highlight || blank('what you valued most'))}`,
      ),
      paragraph(
        advice.length > 0 && `I have written down your advice: ${afterColon(advice)}`,
        namesGiven.length > 0 && `Thank you also for naming ${listed(namesGiven)}`,
        namesGiven.length > 0 && 'I will let you know what comes of it',
        promises.length > 0 && `I have not forgotten what I promised you: ${afterColon(promises)}`,
      ),
      paragraph('I would be glad to stay in touch', voice !== 'short' && offerOfHelp),
    ],
  }
}

/** Tells whoever named somebody what came of it (X1). */
export function reportBack({ introduction }: LetterFacts, voice: Voice): Draft {
  const named = introduction?.namedPerson || blank('the person they named')
  const when = introduction?.metDateText ? `We spoke on ${introduction.metDateText}` : 'We have spoken since'
  return {
    subject: `My conversation with ${named}`,
    paragraphs: [
      paragraph(
        `You gave me the name of ${named}, and I would like to tell you what came of it`,
        when,
        `What I took from it: ${clause(introduction?.highlight || blank('what came of it'))}`,
      ),
      paragraph('Thank you for making the connection', voice !== 'short' && offerOfHelp),
    ],
  }
}

/** Tells whoever gave advice what came of it (X6). */
export function tellProgress({ conversation, reason }: LetterFacts, voice: Voice): Draft {
  const { dateText, advice = [] } = conversation ?? {}
  return {
    subject: 'What came of your advice',
    paragraphs: [
      paragraph(
        `You gave me advice when we spoke${dateText ? ` on ${dateText}` : ''}: ${afterColon(advice.length > 0 ? advice : [blank('their advice')])}`,
        `Here is what I did with it: ${clause(reason || blank('what you did with their advice'))}`,
      ),
      paragraph('Thank you for it', voice !== 'short' && offerOfHelp),
    ],
  }
}

/** A sign of life with its reason (F4, F5). */
export function keepInTouch(facts: LetterFacts, voice: Voice): Draft {
  const { lastTouchText, reason } = facts
  const since = lastTouchText
    ? 'I hope you have been well since we were last in touch'
    : 'I hope you are well'
  const { organization } = facts.recipient
  return {
    subject: `A note from ${senderName(facts)}`,
    paragraphs: [
      paragraph(
        lastTouchText ? `${since} on ${lastTouchText}` : since,
        `Something made me think of you: ${clause(reason || blank('your reason for writing now'))}`,
      ),
      paragraph(
        `How are things ${organization ? `at ${organization}` : 'with you'}?`,
        voice !== 'short' && offerOfHelp,
      ),
    ],
  }
}

/** A greeting of the season (F5). */
export function seasonal(facts: LetterFacts, voice: Voice): Draft {
  const season = facts.seasonText || blank('the season or holiday')
  return {
    subject: `Good wishes for ${season}`,
    paragraphs: [
      paragraph(
        `${voice === 'spoken' ? 'I am calling to bring you' : 'I am sending you'} my good wishes for ${season}`,
        recalled(facts),
      ),
      paragraph(
        'I hope the months ahead are good to you and to the people around you',
        voice !== 'short' && offerOfHelp,
      ),
    ],
  }
}

function recalled({ conversation }: LetterFacts): string | undefined {
  if (!conversation) return undefined
  const { dateText, highlight } = conversation
  if (!highlight) return `Thank you once more for our conversation${dateText ? ` on ${dateText}` : ''}`
  return `I still think of what I learnt from you${dateText ? ` on ${dateText}` : ''}: ${clause(highlight)}`
}
