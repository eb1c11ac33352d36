import { nameIn } from '../mention.ts'
import { has, phrase } from '../phrase.ts'
import { atEnd, atStart, type Rule } from '../rule.ts'

const reason = phrase(
  `(?:reason|made me|articles?|read|reading|saw|seen|heard|news|newsletter|podcast|book|report|study|paper|congratulat(?:e|ions|ing)|thought of you|thinking of you|made me think|think of you|reminded|remember(?:ed|ing)?|
  wanted to (?:share|let you know|tell|update|say|send|pass|thank)|update|updates|let you know|share|since we|since our|coffee|lunch|in town|visiting|will be in|birthday|anniversary|holiday|new year|your (?:advice|suggestion|talk|new|promotion|award)|
  i(?: have|'ve) (?:just |now |recently |since )?[a-z]{3,14}(?:ed|en|ne|ght|lt|nt)|recently|just (?:finished|started|completed|returned|accepted)|finished|started|began|accepted|graduated|graduating|enrolled|completed|presented|conference|event|semester|term|spring|summer|autumn|winter|followed)`,
)

const noOccasion: Rule = {
  id: 'F5',
  check: 'no-reason-to-write',
  checks: 'a letter to keep in touch has its reason',
  kinds: ['keep-in-touch'],
  severity: 'warning',
  fails: { text: 'Hello. Just saying hi. How are you? Bye for now.' },
  passes: { text: 'An article on dam removal made me think of you.' },
  find: (letter) =>
    letter.sentences.length === 0 || has(letter.plain, reason)
      ? []
      : [
          {
            ...atStart(letter),
            message:
              'There is no reason for writing just now. With one, even a small one, it is a gift rather than a duty.',
            suggestion:
              'Bring something: an article in their field, news of their work, what became of their advice, a coffee when you are in town.',
          },
        ],
}

const wishes = phrase(
  '(?:wish(?:es|ing)?|happy|merry|joyful|joyous|peaceful|blessed|season|greetings|holidays?|new year|eid|diwali|hanukkah|christmas|lunar|thanksgiving|nowruz|vesak|easter|restful|warm)',
)

const noWishes: Rule = {
  id: 'F5',
  check: 'no-wishes',
  checks: 'a card of the season wishes them something',
  kinds: ['seasonal'],
  severity: 'warning',
  fails: { text: 'Here is what I did in my second year. I took three courses.' },
  passes: { text: 'I wish you a calm and bright new year.' },
  find: (letter) =>
    letter.sentences.length === 0 || has(letter.plain, wishes)
      ? []
      : [
          {
            ...atStart(letter),
            message: 'A card of the season without a wish is only news.',
            suggestion: 'Wish them something of your own: "I wish you a calm start into the new year."',
          },
        ],
}

const introducing = phrase(
  `(?:introduc(?:e|es|ing|tion|tions)|connect(?:ing|ion)?|put(?:ting)? me in touch|in touch with|names?|anyone|anybody|someone|somebody|who else|whom else|others?|people|recommend|suggest|speak (?:with|to)|talk (?:with|to)|contact|refer me|say a word|word of help)`,
)

const noIntroductionAsked: Rule = {
  id: 'N2',
  check: 'no-introduction-asked',
  checks: 'a request for an introduction asks for a name or an introduction',
  kinds: ['introduction-request'],
  severity: 'error',
  fails: { text: 'I enjoyed our talk very much. I hope the weather is fine where you are.' },
  passes: { text: 'Is there anybody you think I should speak with?' },
  find: (letter) =>
    letter.sentences.length === 0 || has(letter.plain.slice(letter.message.start), introducing)
      ? []
      : [
          {
            ...atEnd(letter),
            message:
              'The letter asks for neither a name nor an introduction, so they cannot know what you would like.',
            suggestion: 'Ask outright: "Is there anybody you think I should speak with?"',
          },
        ],
}

const outcome = phrase(
  `(?:met|meet|meeting|spoke|spoken|speaking|talked|talk|conversation|call|called|told|heard|learn(?:ed|t)?|took|taken|tried|followed|signed|enrolled|registered|applied|joined|read|started|began|finished|went|visited|wrote|written|asked|came of it|outcome|since|now|helped|suggested|advice|advised)`,
)

const noOutcome: Rule = {
  id: 'X1',
  check: 'no-outcome',
  checks: 'a report says what came of the referral or the advice, and names whom you met',
  kinds: ['report-back'],
  severity: 'warning',
  fails: { text: 'Thank you for everything. I hope you are well.' },
  passes: {
    text: 'I spoke with Ana Ruiz on Tuesday, and she explained how a small town plans for drought. Thank you.',
  },
  find: (letter, { reportOn }) => {
    if (letter.sentences.length === 0) return []
    const unnamed = reportOn && !nameIn(letter.plain, letter.text, reportOn)
    if (!unnamed && has(letter.plain.slice(letter.message.start), outcome)) return []
    return [
      {
        ...atStart(letter),
        message: unnamed
          ? `The letter reports on ${reportOn} and does not name them.`
          : 'The letter does not say what came of it. Who opened a door likes to hear what was behind it.',
        suggestion: `Say it in two sentences: "I spoke with ${reportOn ?? '...'} on Tuesday. What I took from it is ..."`,
      },
    ]
  },
}

export const keepingRules: readonly Rule[] = [noOccasion, noWishes, noIntroductionAsked, noOutcome]
