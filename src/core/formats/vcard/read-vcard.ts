import type { Contact, ContactFile, Problem } from '../contact.ts'
import { problem } from '../problem.ts'
import { splitLines } from '../split-lines.ts'
import { type ContentLine, parseContentLine } from './content-line.ts'
import { toContact } from './to-contact.ts'
import { frameOf, type UnfoldedLine, unfold } from './unfold.ts'

const cut = 'the file ends in the middle of this card; export it again'
const unclosed = 'this card is never closed (END:VCARD is missing) and is not taken'
const outside = 'this text stands outside of a card'
const noProperty = 'this line is no property of a card; the rest of the card is taken'
const nobody = 'this card has no name, no address and no number'
const group = 'this card is a list of contacts and no person'
const noCard = 'there is no contact card in this file'

/**
 * The contacts of a file of cards: vCard 3.0 (RFC 2426), 4.0 (RFC 6350), and 2.1 with its quoted-printable and bare
 * parameters, mixed as they may be. A card that is cut or never closed is told in `problems` with its line; the
 * others are taken. Never throws; linear in the length of the text.
 */
export function readVCard(text: string): ContactFile {
  const contacts: Contact[] = []
  const problems: Problem[] = []
  let card: UnfoldedLine[] | undefined
  let stray: UnfoldedLine[] = []
  const report = (reason: string, lines: UnfoldedLine[]) => {
    if (lines.length > 0) problems.push(problem(lines[0]!.line, reason, firstCharacters(lines)))
  }
  for (const line of unfold(splitLines(text))) {
    const frame = frameOf(line.text)
    if (frame === 'begin') {
      report(outside, stray)
      stray = []
      report(unclosed, card ?? [])
      card = [line]
    } else if (!card) stray.push(line)
    else if (frame === 'end') {
      takeCard(card, contacts, problems)
      card = undefined
    } else card.push(line)
  }
  report(cut, card ?? [])
  report(outside, stray)
  if (contacts.length === 0 && problems.length === 0) problems.push(problem(1, noCard, text.trim()))
  return { format: 'vcard', contacts, problems: problems.sort((a, b) => a.line - b.line) }
}

function takeCard(lines: UnfoldedLine[], contacts: Contact[], problems: Problem[]): void {
  const [begin, ...body] = lines
  const properties: ContentLine[] = []
  for (const { line, text } of body) {
    const property = parseContentLine(line, text)
    if (property) properties.push(property)
    else problems.push(problem(line, noProperty, text))
  }
  const contact = isGroup(properties) ? undefined : toContact(begin!.line, properties)
  if (contact) contacts.push(contact)
  else problems.push(problem(begin!.line, isGroup(properties) ? group : nobody, firstCharacters(lines)))
}

/** KIND (RFC 6350, section 6.1.4), and Apple's word for it in 3.0: such a card has members, and is none. */
function isGroup(properties: ContentLine[]): boolean {
  return properties.some(
    ({ name, value }) =>
      (name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND') && value.trim().toLowerCase() === 'group',
  )
}

/** Enough of a card's text for a message: the lines themselves may be megabytes. */
function firstCharacters(lines: UnfoldedLine[]): string {
  return lines
    .slice(0, 50)
    .map((line) => line.text.slice(0, 300))
    .join('\n')
}
