import { parameterText } from '../write-line.ts'
import { type ContentLine, hasParameter, parseContentLine } from './content-line.ts'
import { isPropertyName } from './property-names.ts'

/** 3.0 is what address books take in; 4.0 is the newer of the two standards. */
export type VCardVersion = '3.0' | '4.0'

/** Pictures, sounds and keys: in 4.0 their bytes stand in an address (RFC 6350, section 6.2.4). */
const binary = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])

/**
 * A property that was read from a card of any version, in the words of this one: no charset and no quoted-printable,
 * a bare parameter with its name, base64 as the version has it. `preference` is its place among several, from 1.
 */
export function writeProperty(property: ContentLine, version: VCardVersion, preference?: number): string {
  const { group, parameters } = property
  const name = lawful(property.name)
  const isBase64 = hasParameter(property, 'ENCODING', 'b') || hasParameter(property, 'ENCODING', 'base64')
  const inAddress = isBase64 && version === '4.0' && binary.has(name)
  const written = [...parameters].flatMap(([key, values]) => {
    if (key === 'ENCODING' || key === 'CHARSET' || !/^[A-Z0-9-]+$/.test(key)) return []
    if (key === 'PREF' && (preference !== undefined || version === '3.0')) return []
    const kept =
      key === 'TYPE' ? values.filter((value) => value.toLowerCase() !== 'pref' && value !== '') : values
    if (kept.length === 0 || (key === 'TYPE' && inAddress)) return []
    return `${key}=${kept.map(parameterText).join(',')}`
  })
  if (preference !== undefined && version === '4.0') written.push(`PREF=${Math.min(preference, 100)}`)
  if (preference === 1 && version === '3.0') written.push('TYPE=pref')
  if (isBase64 && !inAddress) written.push('ENCODING=b')
  const path = group && /^[A-Za-z0-9-]+$/.test(group) ? `${group}.${name}` : name
  const value = inAddress ? `data:${mediaType(property)};base64,${property.value}` : onOneLine(property.value)
  return `${[path, ...written].join(';')}:${value}`
}

/** A property that was kept in one form, however a version writes it: by which it is known again. */
export function keptProperty(text: string): string {
  const property = parseContentLine(0, text)
  return property ? writeProperty(property, '3.0') : text
}

/** A name that nobody has registered begins with "X-" (RFC 6350, section 3.3), or a reader may take it for a text. */
const lawful = (name: string): string =>
  isPropertyName(name) && name.length <= longestName
    ? name
    : `X-${name.replace(/[^A-Z0-9-]/g, '-')}`.slice(0, longestName)

const longestName = 40

/** Quoted-printable holds line breaks as they are; its other escapes are already those of a value. */
const onOneLine = (value: string): string => value.replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n')

function mediaType({ name, parameters }: ContentLine): string {
  const kind = (parameters.get('TYPE') ?? []).find((type) => /^[\w+.-]+$/.test(type))?.toLowerCase()
  if (kind === undefined) return 'application/octet-stream'
  if (name === 'SOUND') return `audio/${kind}`
  return name === 'KEY' ? `application/${kind}` : `image/${kind}`
}
