import { readCells } from './records.ts'

/** The columns of a Connections.csv that are read; an export may lack some of them, and their order has changed. */
export type Column = 'firstName' | 'lastName' | 'url' | 'email' | 'company' | 'position' | 'connectedOn'

const columnNames: Record<string, Column> = {
  'first name': 'firstName',
  'last name': 'lastName',
  url: 'url',
  'profile url': 'url',
  'email address': 'email',
  'e-mail address': 'email',
  company: 'company',
  position: 'position',
  'connected on': 'connectedOn',
}

export interface Header {
  /** Index of the header among the file's lines. */
  index: number
  delimiter: string
  /** How many cells a whole row has. */
  width: number
  /** Where each column stands. */
  columns: Map<Column, number>
}

/** The note block before the header is a few lines; a file without a header in its first lines is another file. */
const longestNote = 200

/**
 * The header of a Connections.csv, found by its column names below whatever note stands before it. First and last name
 * stand in many address books; "Position" or "Connected On" beside them only in LinkedIn's.
 */
export function findHeader(lines: string[]): Header | undefined {
  for (const [index, line] of lines.slice(0, longestNote).entries()) {
    if (!/first\s+name/i.test(line)) continue
    for (const delimiter of [',', ';', '\t']) {
      const cells = readCells(line, delimiter)?.cells
      const columns = cells && namedColumns(cells)
      if (columns && isLinkedIn(columns)) {
        const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1
        return { index, delimiter, width, columns }
      }
    }
  }
  return undefined
}

function namedColumns(cells: string[]): Map<Column, number> {
  const columns = new Map<Column, number>()
  cells.forEach((cell, index) => {
    const name = cell.replace('\uFEFF', '').trim().replace(/\s+/g, ' ').toLowerCase()
    const column = Object.hasOwn(columnNames, name) ? columnNames[name] : undefined
    if (column && !columns.has(column)) columns.set(column, index)
  })
  return columns
}

function isLinkedIn(columns: Map<Column, number>): boolean {
  return (
    columns.has('firstName') &&
    columns.has('lastName') &&
    (columns.has('position') || columns.has('connectedOn'))
  )
}
