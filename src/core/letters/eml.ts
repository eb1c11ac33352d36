import { bytesOf, quotedPrintable } from './quoted-printable.ts'

/** What a mail file says beside its text. */
export interface MailHead {
  from?: { name?: string | undefined; email?: string | undefined }
  to: { name: string; email?: string | undefined }
  subject: string
}

/**
 * A letter as a mail file (RFC 5322) that mail programs open as a message still to be sent (`X-Unsent`). Text is UTF-8 in
 * quoted-printable (RFC 2045, section 6.7), names and subject are encoded words where they are not plain (RFC 2047). A
 * header is one line whatever is in it; without a usable address, the mail program asks for one.
 */
export function mailFile({ from, to, subject }: MailHead, body: string): string {
  const sender = from?.email === undefined ? undefined : mailbox(from.name, from.email)
  const heads = [
    sender && `From: ${sender}`,
    to.email && `To: ${mailbox(to.name, to.email) ?? ''}`,
    `Subject: ${inHeader(subject)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
  ]
  const text = body.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n')
  return [...heads.filter((head) => head && !head.endsWith(': ')), '', quotedPrintable(text)].join('\r\n')
}

/** One `local@domain` in ASCII, without anything that could end it or add another. */
const plainAddress = /^[!-~]+@[!-~]+$/
const special = /[\s,;:<>()[\]"\\]/

function mailbox(name: string | undefined, email: string): string | undefined {
  const address = email.trim()
  if (!plainAddress.test(address) || special.test(address)) return undefined
  const said = name?.trim() ? phrase(name) : ''
  return said ? `${said}\r\n <${address}>` : address
}

/** A display name: quoted where it is plain, encoded where it is not. */
function phrase(name: string): string {
  const line = oneLine(name)
  return isPlain(line) && line.length < 60 ? `"${line.replace(/["\\]/g, '\\$&')}"` : encodedWords(line)
}

function inHeader(text: string): string {
  const line = oneLine(text)
  return isPlain(line) && line.length < 66 && !line.includes('=?') ? line : encodedWords(line)
}

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text)

/** Bytes in one encoded word, each at most three characters: with its frame under 75 (RFC 2047, section 2). */
const bytesInWord = 18

/** Words of whole characters, folded one to a line; white space between two of them is not text. */
function encodedWords(text: string): string {
  const words: number[][] = [[]]
  for (const character of text) {
    const bytes = bytesOf(character)
    if (words.at(-1)!.length + bytes.length > bytesInWord) words.push([])
    words.at(-1)!.push(...bytes)
  }
  return words.map((bytes) => `=?utf-8?Q?${bytes.map(inWord).join('')}?=`).join('\r\n ')
}

function inWord(byte: number): string {
  const character = String.fromCharCode(byte)
  if (/[A-Za-z0-9]/.test(character)) return character
  return byte === 0x20 ? '_' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
}
