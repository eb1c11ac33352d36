import { blanksIn } from '../../blanks.ts'
import type { LetterKind } from '../../letter.ts'
import type { Found, Rule } from '../rule.ts'

const nothingThere: Rule = {
  id: 'W1',
  check: 'empty',
  checks: 'has a text',
  kinds: 'all',
  severity: 'error',
  anyLanguage: true,
  fails: { text: '  ' },
  passes: { text: 'Dear Ms. Lee,' },
  find: (letter) =>
    letter.words > 0
      ? []
      : [
          {
            start: 0,
            end: letter.text.length,
            message: 'There is no letter here yet.',
            suggestion: 'Begin with "Dear" and their name.',
          },
        ],
}

const placeholder =
  /<(?!https?:|mailto:|[^<>\s@]{1,60}@)[A-Za-z][A-Za-z '/.-]{1,40}>|\{\{?[A-Za-z][A-Za-z _'/.-]{1,40}\}?\}|_{3,40}|\b(?:XYZ|ABC) (?:Company|Corp|Corporation|Inc|University|College|Firm|Organi[sz]ation|firm|company)\b|\bINSERT [A-Z ]{2,30}|\b[Xx]{2,8}\b|\(insert [^)]{1,40}\)|\((?:your|last|first|company|their|recipient|contact|full) ?(?:name|organization|title)\)/g

const blanksLeft: Rule = {
  id: 'O3',
  check: 'blank',
  checks: 'has no blanks left to fill',
  kinds: 'all',
  severity: 'error',
  anyLanguage: true,
  fails: {
    text: 'Dear Ms. Lee, I would like to learn [what you hope to learn].',
    context: { recipient: { name: 'Ann Lee' } },
  },
  passes: {
    text: 'Dear Ms. Lee, I would like to learn how you began.',
    context: { recipient: { name: 'Ann Lee' } },
  },
  find: (letter, { recipient, kind }) => {
    const inText = [...blanksIn(letter.text), ...placeholders(letter.text)].sort(
      (one, other) => one.start - other.start,
    )
    const inSubject = letter.subject?.apart
      ? [...blanksIn(letter.subject.text), ...placeholders(letter.subject.text)]
      : []
    return [...inText, ...inSubject.map((blank) => ({ ...blank, inSubject: true }))]
      .slice(0, 30)
      .map((blank, index): Found => {
        const { start, end, text } = blank
        return {
          start,
          end,
          ...('inSubject' in blank && { inSubject: true }),
          severity: recipient ? 'error' : index === 0 ? 'warning' : 'hint',
          rule: neededFor[kind],
          message: `Fill in ${text} before you send it; a blank that stays shows that the letter was written for anybody.`,
          suggestion: 'Put the fact in its place, or rewrite the sentence so that it can do without.',
        }
      })
  },
}

/** The rule by which each kind of letter needs what it leaves blank. */
const neededFor: Record<LetterKind, string> = {
  request: 'O3',
  'follow-up': 'O6',
  'thank-you': 'F1',
  'keep-in-touch': 'F5',
  seasonal: 'F5',
  'introduction-request': 'N2',
  'report-back': 'X1',
}

const placeholders = (text: string): { start: number; end: number; text: string }[] =>
  [...text.matchAll(placeholder)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
  }))

export const blankRules: readonly Rule[] = [nothingThere, blanksLeft]
