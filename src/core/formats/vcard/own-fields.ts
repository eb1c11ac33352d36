import type { CustomField } from '../../people/particulars.ts'
import { cleanLine, cleanText } from '../clean-text.ts'
import { escapeText, parameterText } from '../write-line.ts'
import { birthday } from './birthday.ts'
import type { ContentLine } from './content-line.ts'
import { unescapeText } from './value.ts'
import type { VCardVersion } from './write-property.ts'

/** Properties that hold a text and nothing else, by what a person calls them: hobbies (RFC 6715), and what products add. */
const named: ReadonlyMap<string, string> = new Map([
  ...([
    ['HOBBY', 'Hobby'],
    ['INTEREST', 'Interest'],
    ['EXPERTISE', 'Expertise'],
  ] as const),
  ...([
    ['X-SPOUSE', 'Spouse'],
    ['X-MANAGER', 'Manager'],
    ['X-ASSISTANT', 'Assistant'],
  ] as const),
  ...([
    ['X-SKYPE', 'Skype'],
    ['X-CUSTOM1', 'Custom 1'],
    ['X-CUSTOM2', 'Custom 2'],
  ] as const),
  ...([
    ['X-CUSTOM3', 'Custom 3'],
    ['X-CUSTOM4', 'Custom 4'],
  ] as const),
])
const anniversary = 'Anniversary'
/** A field under a name of the user's own; the parameter `X-NAME` has that name. */
const anyField = 'X-ACQUAINT-FIELD'

/** The field that a property is; absent where it says more than that, or something else. */
export function ownField({ name, group, parameters, value }: ContentLine): CustomField | undefined {
  const [called] = parameters.get('X-NAME') ?? []
  const plain = [...parameters].every(
    ([key, values]) =>
      (key === 'VALUE' && values.every((one) => /^(?:text|date|date-and-or-time)$/i.test(one))) ||
      ['CHARSET', 'ENCODING'].includes(key) ||
      (key === 'X-NAME' && name === anyField),
  )
  if (group || !plain) return undefined
  if (name === 'ANNIVERSARY' || name === 'X-ANNIVERSARY') {
    const day = birthday(value)
    return day === undefined ? undefined : { name: anniversary, value: day }
  }
  const field = name === anyField ? cleanLine(called) : named.get(name)
  const text = cleanText(unescapeText(value))
  return field && text ? { name: field, value: text } : undefined
}

/** The property of a field: the one that it is read from. */
export function fieldLine({ name, value }: CustomField, version: VCardVersion): string {
  if (name === anniversary && /^(?:\d{4}|-)-\d{2}-\d{2}$/.test(value) && birthday(value) === value) {
    return version === '4.0'
      ? `ANNIVERSARY:${value.startsWith('--') ? `--${value.slice(2).replace('-', '')}` : value.replaceAll('-', '')}`
      : `X-ANNIVERSARY:${value}`
  }
  const [property] = [...named].find(([, called]) => called === name) ?? []
  return `${property ?? `${anyField};X-NAME=${parameterText(name)}`}:${escapeText(value)}`
}
