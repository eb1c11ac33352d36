import { cleanLine } from '../clean-text.ts'
import { parseContentLine } from './content-line.ts'
import { kindsOf } from './labels.ts'
import { splitValue, unescapeText } from './value.ts'

/** What people call properties whose names are not words. */
const words: Readonly<Record<string, string>> = {
  ...{ N: 'whole name', ORG: 'other organization', TEL: 'phone', URL: 'web address', BDAY: 'birthday' },
  ...{ IMPP: 'chat', TZ: 'time zone', GEO: 'place on the map', LANG: 'language', TITLE: 'other role' },
  ...{
    'X-SOCIALPROFILE': 'profile',
    SOCIALPROFILE: 'profile',
    'X-ABRELATEDNAMES': 'related',
    'X-ABDATE': 'date',
  },
  ...{ 'X-ABLABEL': 'label', 'X-ABADR': 'form of the address', FBURL: 'free and busy times', ADR: 'address' },
}

/** Properties whose value is bytes that nobody reads. */
const bytes = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])

/** A property of a card that was kept as it stood, as a person would say it: `IMPP;TYPE=home:xmpp:a@b` is "chat (home): xmpp:a@b". */
export function keptInWords(text: string): string {
  const property = parseContentLine(0, text)
  if (!property) return text
  const { name, value } = property
  const word = words[name] ?? name.replace(/^X-/, '').replaceAll(/[-_]/g, ' ').trim().toLowerCase()
  const kinds = kindsOf(property)
  const parts = splitValue(value, ';').flatMap((part) => cleanLine(unescapeText(part)) ?? [])
  return `${word}${kinds ? ` (${kinds})` : ''}${bytes.has(name) ? '' : `: ${parts.join(', ')}`}`
}
