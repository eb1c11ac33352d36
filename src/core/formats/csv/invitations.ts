import { cleanLine, cleanText } from '../clean-text.ts'
import type { ContactFile, Message } from '../contact.ts'
import { splitLines } from '../split-lines.ts'
import { archiveTable } from './archive-table.ts'
import { instantOf, type Myself } from './messages.ts'
import { readRecords } from './records.ts'

/**
 * The invitations of a LinkedIn archive that came with a few words: they passed between the two like any message. One
 * without words only says what the date of the connection says.
 */
export function readInvitations(text: string): ContactFile & { myself: Myself } {
  const lines = splitLines(text)
  const table = archiveTable(lines)!
  const messages: Message[] = []
  let myself: Myself = {}
  for (const { line, cells } of readRecords(lines, table.start, table)) {
    const cell = (name: string) => cleanLine(cells?.[table.columns.get(name) ?? -1]) ?? ''
    const isMine = cell('direction').toLowerCase().startsWith('out')
    const [from, to] = [
      { name: cell('from'), url: cell('inviterprofileurl') },
      { name: cell('to'), url: cell('inviteeprofileurl') },
    ]
    const mine = isMine ? from : to
    if (mine.name || mine.url) myself = mine
    const { name, url } = isMine ? to : from
    const note = cleanText(cells?.[table.columns.get('message') ?? -1])
    const at = instantOf(cell('sent at'))
    if (!note || at === undefined || !name) continue
    const message: Message = {
      ...{ line, at, name, from: isMine ? 'me' : 'them', text: note },
      uid: ['invitation', cell('sent at'), url || name, note].join('\u001f'),
    }
    messages.push(url ? { ...message, url } : message)
  }
  return { format: 'linkedin', contacts: [], problems: [], messages, myself }
}

/** The user's own name from the Profile.csv of an archive. */
export function readProfile(text: string): Myself {
  const lines = splitLines(text)
  const table = archiveTable(lines)!
  for (const { cells } of readRecords(lines, table.start, table)) {
    const cell = (name: string) => cleanLine(cells?.[table.columns.get(name) ?? -1]) ?? ''
    const name = [cell('first name'), cell('last name')].filter(Boolean).join(' ')
    if (name) return { name }
  }
  return {}
}
