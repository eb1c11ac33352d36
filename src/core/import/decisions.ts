import { invalid } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Directory, Entry } from './directory.ts'
import type { MarkedContact } from './fingerprint.ts'
import type { Verdict } from './who-is-it.ts'

/** What is done with a contact that may be somebody on record: made one with them, added, or left out. */
export type Treatment = 'merge' | 'new' | 'skip'

/** The user's own word on one row or card. */
export interface RowDecision {
  /** Which file, where there are several. */
  file?: string
  /** The line on which the row or card begins. */
  line: number
  what: Treatment
  /** With whom it is made one. */
  personId?: Id
}

/** What the user said before the import: of single rows, and of all possible duplicates. */
export interface Decisions {
  rows: readonly RowDecision[]
  duplicates?: Treatment
}

/** `LINE=new`, `LINE=skip` or `LINE=merge:PERSON`; before several files' lines stands the file: `people.vcf:12=skip`. */
export const decisionShape = /^(?:(.+):)?(\d{1,9})=(?:(new|skip)|merge:(.+))$/

/** A decision as it is written, once the person's id is whole. */
export function readDecision(text: string): RowDecision {
  const [, file, line, what, personId] = decisionShape.exec(text) ?? []
  if (!line) throw invalid('decide', `"${text}" is no decision. ${decisionHelp}`)
  return {
    ...(file !== undefined && { file }),
    line: Number(line),
    what: (what as Treatment | undefined) ?? 'merge',
    ...(personId !== undefined && { personId }),
  }
}

/** A decision as `readDecision` reads it. */
export const writeDecision = ({ file, line, what, personId }: RowDecision): string =>
  `${file === undefined ? '' : `${file}:`}${line}=${what}${what === 'merge' ? `:${personId}` : ''}`

export const decisionHelp =
  'Write the line and what becomes of it: 12=new, 12=skip or 12=merge:PERSON; with several files, people.vcf:12=new.'

/** What the user decided, by contact; refuses whatever is said of a line where no contact begins. */
export function decisionsByContact(
  { rows }: Decisions,
  files: readonly { name: string; contacts: readonly MarkedContact[] }[],
): ReadonlyMap<MarkedContact, RowDecision> {
  const decided = new Map<MarkedContact, RowDecision>()
  for (const row of rows) {
    const named = files.filter(({ name }) => row.file === undefined || name === row.file)
    const [file] = named
    if (!file) throw invalid('decide', `There is no file "${row.file ?? ''}" of contacts in this import.`)
    if (named.length > 1)
      throw invalid('decide', `Line ${row.line} of which file? Write ${file.name}:${row.line}=${row.what}.`)
    const contact = file.contacts.find((one) => one.contact.line === row.line)
    if (!contact)
      throw invalid(
        'decide',
        `No contact begins on line ${row.line} of ${file.name}. "--dry-run" lists the lines.`,
      )
    decided.set(contact, row)
  }
  return decided
}

/** What was decided, by the program or the user. A row that came before stays what it was: twice is once. */
export type Decided =
  | Exclude<Verdict, { kind: 'undecided' }>
  | { kind: 'skipped'; near?: Extract<Verdict, { kind: 'undecided' }>['near'] }

/** The verdict with the user's word on it: on the row itself, or else on whatever may be a duplicate. */
export function asDecided(
  verdict: Verdict,
  people: Directory,
  row: RowDecision | undefined,
  duplicates: Treatment | undefined,
): Decided {
  if (verdict.kind === 'seen') return verdict
  if (row) {
    if (row.what === 'skip') return { kind: 'skipped' }
    if (row.what === 'new') return { kind: 'new' }
    return { kind: 'same', entry: chosen(people, row) }
  }
  if (verdict.kind === 'undecided') {
    // Which of several people it is, only a decision on this row can tell.
    return duplicates === 'new' ? { kind: 'new' } : { kind: 'skipped', near: verdict.near }
  }
  if (verdict.kind === 'same' || !verdict.near || !duplicates) return verdict
  if (duplicates === 'skip') return { kind: 'skipped', near: verdict.near }
  if (duplicates === 'merge' && verdict.alone) return { kind: 'same', entry: verdict.near.entry }
  return duplicates === 'merge' ? verdict : { kind: 'new' }
}

function chosen(people: Directory, { personId = '' }: RowDecision): Entry {
  const entry = people.recorded(personId)
  if (!entry) throw invalid('decide', `There is no person "${personId}" here to merge with.`)
  return entry
}
