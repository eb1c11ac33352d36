import type { NetworkProblem } from '../formats/json/read-network.ts'
import { command } from '../kernel/command.ts'
import type { AnyTable } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import type { Decisions } from './decisions.ts'
import { importContacts, type NamedContacts } from './import-contacts.ts'
import { importMeetings, type MeetingChoice, ownAddress, withoutOwner } from './import-meetings.ts'
import { importMessages } from './import-messages.ts'
import { importNetwork } from './import-network.ts'
import { type GivenFile, type ImportedFile, openFile } from './open-file.ts'
import { type ImportProblem, type ImportResult, nothingYet, type Tally } from './result.ts'

export interface Import {
  /** Read already, or to be read now. */
  files: readonly (ImportedFile | GivenFile)[]
  /** Only tried: nothing will be saved, so there will be nothing to take back. */
  dryRun?: boolean
  /** Which meetings of calendars become conversations; none, unless said. */
  conversations?: MeetingChoice
  /** What the user said of rows, or of all that may be in the network already. */
  decisions?: Decisions
}

/** Takes files into the network as one entry of the history, which one `undo` takes back. */
export const importCommand = (tables: readonly AnyTable[]) =>
  command({
    name: 'import',
    run: async (tx: Tx, given: Import): Promise<ImportResult> => {
      const { dryRun, conversations = 'none', decisions = { rows: [] } } = given
      const files: ImportedFile[] = []
      for (const file of given.files) {
        if ('content' in file) files.push(file)
        else files.push(...(await openFile(tx, tables, file)))
      }
      const address = await ownAddress(tx)
      const contacts = files
        .filter(holdsContacts)
        .map(({ name, content }) => ({ name, content: withoutOwner(content, address) }))
      const { tally, duplicates, preview } = await importContacts(tx, contacts, decisions)
      const calendars = contacts.map(({ content }) => content)
      const proposed = await importMeetings(tx, calendars, conversations)
      const problems = files.flatMap(readProblems)
      const records = nothingYet()
      for (const { name, content } of files) {
        if (content.format !== 'json') continue
        const network = await importNetwork(tx, tables, content, preview)
        add(tally, network.people)
        add(records, network.records)
        duplicates.push(...network.duplicates)
        problems.push(...network.problems.map((one) => networkProblem(name, one)))
      }
      const messages = await importMessages(tx, files.filter(holdsContacts))
      add(records, messages.tally)
      problems.push(...messages.problems)
      const mapping = files.flatMap(mappingOf)
      const formats = new Set(files.map(({ content }) => content.format))
      return {
        importId: dryRun ? null : tx.commandId,
        format: [...formats].join('+'),
        ...tally,
        duplicates,
        problems,
        ...((formats.has('json') || messages.any) && { records }),
        ...(formats.has('ics') && { proposed }),
        ...(mapping.length > 0 && { mapping }),
        ...(dryRun && { preview }),
      }
    },
    summary: ({ files }, { added, updated }) => {
      const came = added + updated > 0 ? `${added} people added, ${updated} updated` : 'nobody new'
      return `Imported ${files.map(({ name }) => name).join(', ')}: ${came}`
    },
  })

const holdsContacts = (file: ImportedFile): file is NamedContacts => file.content.format !== 'json'

/** What the columns of a table were read as. */
const mappingOf = ({ name, content }: ImportedFile) =>
  'mapping' in content && content.mapping ? content.mapping.map((one) => ({ file: name, ...one })) : []

function add(tally: Tally, more: Tally): void {
  tally.added += more.added
  tally.updated += more.updated
  tally.unchanged += more.unchanged
}

const readProblems = ({ name, content }: ImportedFile): ImportProblem[] =>
  content.format === 'json' ? [] : content.problems.map((one) => ({ file: name, ...one }))

/** "people 4, "emails": is no list of texts". */
function networkProblem(file: string, { table, index, field, reason, text }: NetworkProblem): ImportProblem {
  const row = index === undefined ? table : `${table} ${index + 1}`
  const place = field === undefined ? row : `${row}, "${field}"`
  return { file, line: null, reason: `${place}: ${reason}`, text }
}
