import type { ContactFile } from '../contact.ts'
import { problem } from '../problem.ts'
import { escapeText, parameterText } from '../write-line.ts'
import { parseContentLine } from './content-line.ts'
import { contactFile, takeCard } from './read-vcard.ts'

const damaged = 'this file of cards is cut or damaged; export it again'

/** Whether a text begins as jCard does: a card, or a list of cards. */
export const looksLikeJCard = (text: string): boolean => /^\s*(?:\[\s*)?\[\s*"vcard"\s*,/i.test(text)

/**
 * The contacts of a file of jCards (RFC 7095), one or a list of them. Each property is read as the line of a vCard that
 * says the same, so that what is not understood can be written back. Never throws.
 */
export function readJCard(text: string): ContactFile {
  const found = { contacts: [], lists: [], problems: [] }
  const lines = linesOfCards(text)
  for (const [index, card] of cardsIn(text).entries()) {
    const line = lines[index] ?? 1
    const begin = { line, text: JSON.stringify(card).slice(0, 300) }
    const properties = (Array.isArray(card[1]) ? card[1] : []).flatMap((property: unknown) => {
      const written = Array.isArray(property) ? lineOf(property) : undefined
      return (written && parseContentLine(line, written)) || []
    })
    takeCard(begin, properties, found)
  }
  if (lines.length > 0 && !isJson(text))
    return { format: 'vcard', contacts: [], problems: [problem(1, damaged, text)] }
  return contactFile(found, text)
}

function cardsIn(text: string): unknown[][] {
  if (!isJson(text)) return []
  const value: unknown = JSON.parse(text)
  const list = Array.isArray(value) && value[0] !== 'vcard' ? value : [value]
  return list.filter((one): one is unknown[] => Array.isArray(one) && one[0] === 'vcard')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Where cards begin. Within a JSON text, quotation marks are escaped: what looks like the beginning of one is one. */
function linesOfCards(text: string): number[] {
  const lines: number[] = []
  let line = 1
  let from = 0
  for (const { index } of text.matchAll(/\[\s*"vcard"/g)) {
    for (let at = text.indexOf('\n', from); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++
    from = index
    lines.push(line)
  }
  return lines
}

/** `["tel", {"type": "work"}, "uri", "tel:1"]` as `TEL;TYPE=work:tel:1` (RFC 7095, section 3.3). */
function lineOf([name, parameters, type, ...values]: unknown[]): string | undefined {
  if (typeof name !== 'string' || !/^[\w-]+$/.test(name)) return undefined
  const { group, ...named } = isObject(parameters) ? parameters : {}
  const head = [
    typeof group === 'string' && /^[\w-]+$/.test(group)
      ? `${group}.${name.toUpperCase()}`
      : name.toUpperCase(),
    ...(type === 'uri' ? ['VALUE=uri'] : []),
    ...Object.entries(named).flatMap(([key, value]) => {
      if (!/^[\w-]+$/.test(key)) return []
      const texts = (Array.isArray(value) ? value : [value]).map((one) => parameterText(String(one)))
      return `${key.toUpperCase()}=${texts.join(',')}`
    }),
  ]
  return `${head.join(';')}:${values.map(valueText(type)).join(',')}`
}

/** Parts of a structured value are split by semicolons, several values of one part by commas. */
const valueText =
  (type: unknown) =>
  (value: unknown): string => {
    const text = (one: unknown) => {
      const plain = typeof one === 'object' ? JSON.stringify(one) : String(one ?? '')
      return type === 'uri' ? plain : escapeText(plain)
    }
    if (!Array.isArray(value)) return text(value)
    return value.map((part) => (Array.isArray(part) ? part.map(text).join(',') : text(part))).join(';')
  }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
