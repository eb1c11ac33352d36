import { type Treatment, writeDecision } from '../../core/import/decisions.ts'
import type { Duplicate, ImportResult } from '../../core/import/result.ts'
import { tellError, undo } from '../app/act.svelte.ts'
import { refresh } from '../replica/network.svelte.ts'
import { callWithProgress } from '../replica/server.ts'
import { inBase64 } from './in-base64.ts'

/** The answer of the operation `import`: instants travel as text. */
export type Imported = Omit<ImportResult, 'proposed'> & {
  proposed?: (Omit<NonNullable<ImportResult['proposed']>[number], 'startsAt'> & { startsAt: string })[]
}
interface Content {
  name: string
  content: string
}
interface Working {
  label: string
  done: number
  total: number
}

/** The user's word on one row of a file. */
export const rowKey = ({ file = '', line = 0 }: Pick<Duplicate, 'file' | 'line'>): string => `${file}:${line}`

/**
 * An import under way: the files, what would come of them, what the user says to that, and what came of it. Nothing is
 * written before `bring`.
 */
export function createImporting() {
  let files: Content[] = $state.raw([])
  let preview: Imported | undefined = $state.raw()
  /** As first found, so that a row that was decided stays in sight. */
  let duplicates: Duplicate[] = $state.raw([])
  let outcome: Imported | undefined = $state.raw()
  let working: Working | undefined = $state.raw()
  let problem = $state('')
  let said: Record<string, Treatment> = $state({})
  let columns: Record<string, string> = $state({})
  let meetings: string[] = $state([])
  let asked = 0

  const ask = (dryRun: boolean): Promise<Imported> =>
    callWithProgress('import', { ...inWords(), dryRun }, (what, done, total) => {
      // What is looked at again is looked at quietly.
      if (dryRun && preview) return
      working = { label: `${done.toLocaleString()} of ${total.toLocaleString()} ${what}`, done, total }
    })

  function inWords() {
    const decide = duplicates.flatMap((one) => {
      const what = said[rowKey(one)]
      if (what === undefined || what === one.what || one.line === undefined) return []
      const file = files.length > 1 ? one.file : undefined
      return writeDecision({ ...(file && { file }), line: one.line, what, personId: one.existingId })
    })
    const map = Object.entries(columns).map(([column, field]) => `${column}=${field}`)
    return { files, map, decide, conversations: [...meetings] }
  }

  async function look(fresh: boolean): Promise<void> {
    asked += 1
    const turn = asked
    problem = ''
    try {
      const found = await ask(true)
      if (turn !== asked) return
      preview = found
      if (fresh) duplicates = found.duplicates
    } catch (error) {
      if (turn !== asked) return
      problem = (error as Error).message
    }
    working = undefined
  }

  function forget(): void {
    asked += 1
    files = []
    preview = undefined
    outcome = undefined
    duplicates = []
    working = undefined
    problem = ''
    said = {}
    columns = {}
    meetings = []
  }

  return {
    get preview() {
      return preview
    },
    get duplicates() {
      return duplicates
    },
    get outcome() {
      return outcome
    },
    get working() {
      return working
    },
    get problem() {
      return problem
    },
    get names() {
      return files.map(({ name }) => name)
    },
    /** What was said of a row, or what becomes of it without a word. */
    treatmentOf: (one: Duplicate): Treatment => said[rowKey(one)] ?? one.what,
    isChosen: (meeting: string): boolean => meetings.includes(meeting),
    /** Reads files, and says what would come of them. */
    async read(list: readonly File[]): Promise<void> {
      if (list.length === 0) return
      forget()
      working = { label: 'Reading', done: 0, total: 0 }
      try {
        files = await Promise.all(
          list.map(async (file) => ({ name: file.name, content: await inBase64(file) })),
        )
      } catch (error) {
        problem = (error as Error).message
        working = undefined
        return
      }
      await look(true)
    },
    /** Says what becomes of rows that may be somebody who is here. */
    decide(rows: readonly Duplicate[], what: Treatment): void {
      said = { ...said, ...Object.fromEntries(rows.map((one) => [rowKey(one), what])) }
      void look(false)
    },
    /** Says what a column holds; who may be here twice is found anew. */
    readColumn(column: string, field: string): void {
      columns = { ...columns, [column]: field }
      said = {}
      duplicates = []
      void look(true)
    },
    /** Which meetings of a calendar become conversations. */
    choose(ids: readonly string[], isChosen: boolean): void {
      const others = meetings.filter((one) => !ids.includes(one))
      meetings = isChosen ? [...others, ...ids] : others
      void look(false)
    },
    /** Brings them in, in one command that one undo takes back. */
    async bring(): Promise<void> {
      asked += 1
      working = { label: 'Bringing them in', done: 0, total: 0 }
      problem = ''
      try {
        outcome = await ask(false)
        refresh()
      } catch (error) {
        tellError(error)
      }
      working = undefined
    },
    /** Takes back what came in. */
    async takeBack(): Promise<void> {
      const key = outcome?.importId
      if (!key) return
      await undo(key)
      forget()
    },
    forget,
  }
}

export type Importing = ReturnType<typeof createImporting>
