import { aboutThem } from '../measure.ts'
import { noteCharacters } from '../note-characters.ts'
import type { ParsedLetter } from '../parse.ts'
import { has, phrase } from '../phrase.ts'
import { asking, atEnd, atStart, type Found, type Rule } from '../rule.ts'

const tooLong: Rule = {
  id: 'X3',
  check: 'too-long',
  checks: 'a letter that asks stays within the words that fit one screen (`letterWordsTo`)',
  kinds: ['request', 'follow-up', 'introduction-request'],
  channels: ['email', 'letter', 'in-person'],
  severity: 'warning',
  anyLanguage: true,
  fails: { text: 'I would like to hear about your work. '.repeat(20) },
  passes: { text: 'I would like to hear about your work. '.repeat(10) },
  find: (letter, { policy }) => {
    const { letterWordsTo: to, letterWordsBest: best } = policy
    const words = letter.messageWords
    if (words <= best) return []
    const place = { start: letter.message.start, end: letter.text.trimEnd().length }
    const over = placeOfWord(letter, words > to ? to : best) ?? place.start
    return [
      {
        start: over,
        end: Math.max(over, letter.message.end),
        severity: words > to ? 'warning' : 'hint',
        message:
          words > to
            ? `${words} words between greeting and signature are more than a telephone shows at once (${to}). What does not fit is read later, and later is often never.`
            : `${words} words are within the limit; the letters that are read to the end have ${best} or fewer.`,
        suggestion: `Keep who you are, why them, and the question. Leave out what can wait for the conversation.`,
      },
    ]
  },
}

function placeOfWord({ text, message }: ParsedLetter, count: number): number | undefined {
  const word = /\S+/g
  word.lastIndex = message.start
  for (let seen = 0; ; ) {
    const match = word.exec(text)
    if (!match || match.index >= message.end) return undefined
    if (!/[\p{L}\p{N}]/u.test(match[0])) continue
    seen += 1
    if (seen > count) return match.index
  }
}

const tooShort: Rule = {
  id: 'X3',
  check: 'too-short',
  checks: 'a request has the words it needs (`letterWordsFrom`)',
  kinds: ['request'],
  channels: ['email', 'letter', 'in-person'],
  severity: 'warning',
  anyLanguage: true,
  fails: { text: 'Dear Ms. Lee, could we talk for 20 minutes about your work? Thank you. Maya' },
  passes: { text: `Dear Ms. Lee, ${'I would like to hear about your work. '.repeat(8)} Thank you. Maya` },
  find: (letter, { policy: { letterWordsFrom: from }, channel }) => {
    const { words } = letter
    const few = words < from * 0.6
    if (words >= from || words === 0 || (!channel && !few)) return []
    return [
      {
        ...atStart(letter),
        severity: few ? 'warning' : 'hint',
        message: `${words} words can hardly say who you are, why you write to them and what you would like. The reader has to guess, and seldom does.`,
        suggestion: 'Add how you found them and one thing you hope to learn from them.',
      },
    ]
  },
}

const noteTooLong: Rule = {
  id: 'X3',
  check: 'note-too-long',
  checks: 'a LinkedIn note fits the 300 characters it may have (200 without a paid account)',
  kinds: asking,
  channels: ['linkedin'],
  severity: 'warning',
  anyLanguage: true,
  fails: { text: 'I would like to hear about your work. '.repeat(9), context: { channel: 'linkedin' } },
  passes: {
    text: 'I would like to hear about your work. May we talk for 20 minutes?',
    context: { channel: 'linkedin' },
  },
  find: (letter, { channel, characters }) => {
    if (channel !== 'linkedin') return []
    const length = letter.text.trimEnd().length - letter.start
    const most = characters ?? noteCharacters.long
    if (length <= (characters ?? noteCharacters.short)) return []
    return [
      {
        start: Math.min(letter.start + most, letter.start + noteCharacters.short),
        end: letter.start + length,
        severity: length > most ? 'warning' : 'hint',
        message:
          length > most
            ? `${length} characters: a note with an invitation takes ${most}, and LinkedIn cuts off the rest.`
            : `${length} characters: without a paid account LinkedIn takes only ${noteCharacters.short}.`,
        suggestion: 'Keep who you are, how you found them and the question.',
      },
    ]
  },
}

/** Where the policy sets no share: so few words about them, among so many about oneself, are too few. */
const hardlyAboutThem = { percent: 12, ofMyself: 6 }

const aboutYourself: Rule = {
  id: 'X8',
  check: 'about-yourself',
  checks:
    'is about them at least as much as the policy wants (`aboutContactPercent`), and never hardly at all',
  kinds: ['request'],
  channels: ['email', 'letter', 'in-person'],
  severity: 'warning',
  fails: {
    text: 'I study biology. I work in a lab. I have won a prize. I like my courses. I swim. I play chess. I read. I would like 20 minutes.',
  },
  passes: {
    text: 'I study biology. You moved from a lab to a utility, and I would like to hear what you found there.',
  },
  find: (letter, { policy: { aboutContactPercent } }) => {
    const { percent, myself } = aboutThem(letter)
    const wanted = aboutContactPercent || hardlyAboutThem.percent
    if (
      letter.sentences.length === 0 ||
      percent >= wanted ||
      (!aboutContactPercent && myself < hardlyAboutThem.ofMyself)
    )
      return []
    const place = letter.sentences.find(({ plain }) => !has(plain, you)) ?? atEnd(letter)
    const found: Found = {
      start: place.start,
      end: place.end,
      message: `About ${percent} % of this letter is about them; the rest is about you. People answer letters in which they recognise themselves.`,
      suggestion: 'Shorten what you say of yourself, and say what in their work made you write.',
    }
    return [found]
  },
}

const you = phrase("(?:you|your|yours|you've|you're|you'd)")
export const lengthRules: readonly Rule[] = [tooLong, tooShort, noteTooLong, aboutYourself]
