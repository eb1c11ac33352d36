import type { Contact, ContactFile, Problem } from '../contact.ts'
import { problem } from '../problem.ts'
import { eachLine } from '../split-lines.ts'
import { type ContentLine, parseContentLine } from './content-line.ts'
import { listOf, type PeopleList, tagMembers } from './lists.ts'
import { toContact } from './to-contact.ts'
import { frameOf, type UnfoldedLine, unfold } from './unfold.ts'
import { unescapeText } from './value.ts'

const cut = 'the file ends in the middle of this card; export it again'
const unclosed = 'this card is never closed (END:VCARD is missing) and is not taken'
const outside = 'this text stands outside of a card'
const noProperty = 'this line is no property of a card; the rest of the card is taken'
const nobody = 'this card has no name, no address and no number'
const noCard = 'there is no contact card in this file'
const tooLong = 'this line is over 4 MB long and is left out; the rest of the card is taken'

/** How long a property may be, in characters: room for the largest photo as base64. */
const longestProperty = 4 * 1024 * 1024

/** Cards within the text of an AGENT, within such a text again, are not looked into any deeper. */
const deepest = 3

interface OpenCard {
  lines: UnfoldedLine[]
  /** Another card begins within it: it is that card's end that the file has, not its own. */
  holdsOthers: boolean
}

interface Found {
  contacts: Contact[]
  lists: PeopleList[]
  problems: Problem[]
}

/**
 * The contacts of a file of cards: vCard 3.0 (RFC 2426), 4.0 (RFC 6350), and 2.1 with its quoted-printable and bare
 * parameters, mixed as they may be. A card within another is a contact of its own; a list of contacts becomes a tag of
 * those on it. A card that is cut or never closed is told in `problems` with its line; the others are taken. Never
 * throws; linear in the length of the text.
 */
export function readVCard(text: string): ContactFile {
  const found: Found = { contacts: [], lists: [], problems: [] }
  readCards(unfold(eachLine(text)), found, 0)
  return contactFile(found, text)
}

/** What was found in a file, the lists of it turned into tags; a file in which nothing is says so. */
export function contactFile({ contacts, lists, problems }: Found, text: string): ContactFile {
  problems.push(...tagMembers(lists, contacts))
  if (contacts.length === 0 && problems.length === 0) problems.push(problem(1, noCard, text.trim()))
  return { format: 'vcard', contacts, problems: problems.sort((a, b) => a.line - b.line) }
}

/** Adds what the cards hold to what was found. Cards are told apart by their frames, one within another. */
function readCards(lines: Iterable<UnfoldedLine>, found: Found, depth: number): void {
  const open: OpenCard[] = []
  let stray: UnfoldedLine[] = []
  const report = (reason: string, [first, ...more]: UnfoldedLine[]) => {
    if (first) found.problems.push(problem(first.line, reason, firstCharacters([first, ...more])))
  }
  for (const line of lines) {
    const frame = frameOf(line.text)
    const card = open.at(-1)
    if (frame === 'begin') {
      report(outside, stray)
      stray = []
      if (card) card.holdsOthers = true
      open.push({ lines: [line], holdsOthers: false })
    } else if (!card) stray.push(line)
    else if (frame === 'end') {
      open.pop()
      readCard(card.lines, found, depth)
    } else card.lines.push(line)
  }
  for (const card of open) report(card.holdsOthers ? unclosed : cut, card.lines)
  report(outside, stray)
}

function readCard([begin, ...body]: UnfoldedLine[], found: Found, depth: number): void {
  const properties: ContentLine[] = []
  for (const { line, text } of body) {
    const property = text.length > longestProperty ? undefined : parseContentLine(line, text)
    if (!property) {
      const reason = text.length > longestProperty ? tooLong : noProperty
      found.problems.push(problem(line, reason, text))
    } else if (depth < deepest && holdsCard(property)) {
      // An assistant's card as a text within the other's (RFC 2426, section 3.5.4).
      const inner = [...unfold(eachLine(unescapeText(property.value)))]
      readCards(
        inner.map((one) => ({ ...one, line })),
        found,
        depth + 1,
      )
    } else properties.push(property)
  }
  takeCard(begin!, properties, found)
}

const holdsCard = ({ name, value }: ContentLine): boolean =>
  name === 'AGENT' && /^\s*BEGIN:VCARD/i.test(value)

/** Files one card's properties as a list or as a contact. */
export function takeCard(begin: UnfoldedLine, properties: ContentLine[], found: Found): void {
  const list = listOf(begin, properties)
  if (list) {
    found.lists.push(list)
    return
  }
  const { contact, problems } = toContact(begin.line, properties)
  found.problems.push(...problems)
  if (contact) found.contacts.push(contact)
  else {
    const text = firstCharacters([begin, ...properties])
    found.problems.push(problem(begin.line, nobody, text))
  }
}

/** Enough of a card's text for a message: the lines themselves may be megabytes. */
function firstCharacters(lines: UnfoldedLine[]): string {
  return lines
    .slice(0, 50)
    .map((line) => line.text.slice(0, 300))
    .join('\n')
}
