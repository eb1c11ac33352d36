import type { Problem } from '../contact.ts'
import { problem } from '../problem.ts'
import { eachLine } from '../split-lines.ts'
import { type ContentLine, parseContentLine } from '../vcard/content-line.ts'
import { unfold } from '../vcard/unfold.ts'

const cut = 'this entry is never closed, or the file ends in the middle of it; it is not taken'
const tooLong = 'this line is over 4 MB long and is left out; the rest of the entry is taken'

/** How long a property may be, in characters: an attachment within the file is no more than that, or not needed. */
const longestProperty = 4 * 1024 * 1024

/** A part of a calendar: VCALENDAR, VEVENT, VTIMEZONE and what stands within them (RFC 5545, section 3.6). */
export interface Component {
  name: string
  line: number
  properties: ContentLine[]
  parts: Component[]
}

/**
 * The components of a calendar that stand in no other, with those of their properties that are wanted. Lines that are
 * no properties are passed over. An entry that is
 * never closed is told and left out: where another begins within it, or where the file ends.
 */
export function readComponents(
  text: string,
  wanted: ReadonlySet<string>,
): { components: Component[]; problems: Problem[] } {
  const components: Component[] = []
  const problems: Problem[] = []
  const open: Component[] = []
  const drop = () => {
    const component = open.pop()!
    // What is around the entries may well be cut: each of them says all it has to say.
    if (component.name === 'VCALENDAR') keep(component)
    else problems.push(problem(component.line, cut, `BEGIN:${component.name}`))
  }
  const keep = (component: Component) => {
    const around = open.at(-1)
    if (around) around.parts.push(component)
    else components.push(component)
  }
  for (const { line, text: written } of unfold(eachLine(text), isFrame)) {
    const frame = frameOf(written)
    const current = open.at(-1)
    if (frame?.kind === 'begin') {
      if (isEntry(frame.name) && current && isEntry(current.name)) drop()
      open.push({ name: frame.name, line, properties: [], parts: [] })
    } else if (frame?.kind === 'end') {
      if (!open.some(({ name }) => name === frame.name)) continue
      while (open.at(-1)!.name !== frame.name) drop()
      keep(open.pop()!)
    } else if (current && written.length <= longestProperty) {
      const property = wanted.has(nameOf(written)) ? parseContentLine(line, written) : undefined
      if (property) current.properties.push(property)
    } else if (current) problems.push(problem(line, tooLong, written))
  }
  while (open.length > 0) drop()
  return { components, problems }
}

/** The name that a line begins with, before its parameters and its value. */
const nameOf = (line: string): string => {
  const end = line.slice(0, longestName).search(/[;:]/)
  return line.slice(0, Math.max(end, 0)).trim().toUpperCase()
}

const longestName = 60

const isEntry = (name: string): boolean => /^V(?:EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE)$/.test(name)

const isFrame = (line: string): boolean => frameOf(line) !== undefined

function frameOf(line: string): { kind: 'begin' | 'end'; name: string } | undefined {
  const match = /^(BEGIN|END)[ \t]*:[ \t]*([A-Za-z-]{1,40})[ \t]*$/i.exec(line.length > 100 ? '' : line)
  return match
    ? { kind: match[1]!.toLowerCase() as 'begin' | 'end', name: match[2]!.toUpperCase() }
    : undefined
}

/** The first property of that name. */
export const propertyOf = ({ properties }: Component, name: string): ContentLine | undefined =>
  properties.find((property) => property.name === name)
