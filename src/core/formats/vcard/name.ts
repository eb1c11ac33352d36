import { cleanLine } from '../clean-text.ts'
import type { ContentLine } from './content-line.ts'
import { splitValue, unescapeText } from './value.ts'

/** The parts of an N (RFC 6350, section 6.2.2); what is empty is absent. */
export interface StructuredName {
  familyName?: string
  givenName?: string
  additionalNames?: string
  honorific?: string
  suffixes?: string
}

export function structuredName(property: ContentLine): StructuredName | undefined {
  const [familyName, givenName, additionalNames, honorific, suffixes] = splitValue(property.value, ';').map(
    part,
  )
  const name: StructuredName = {
    ...(familyName && { familyName }),
    ...(givenName && { givenName }),
    ...(additionalNames && { additionalNames }),
    ...(honorific && { honorific }),
    ...(suffixes && { suffixes }),
  }
  return Object.keys(name).length > 0 ? name : undefined
}

/** Whether an N has names beyond the honorific, the given and the family name. */
export function hasMoreNames(property: ContentLine): boolean {
  const { additionalNames, suffixes } = structuredName(property) ?? {}
  return additionalNames !== undefined || suffixes !== undefined
}

/** The name as one would write it, for cards without an FN. */
export function fullName(name: StructuredName): string {
  const parts = [name.honorific, name.givenName, name.additionalNames, name.familyName, name.suffixes]
  return parts.filter((part) => part !== undefined).join(' ')
}

/** Several values of one part, "ing. jr,M.Sc.", stand behind one another. */
function part(value: string): string | undefined {
  const values = splitValue(value, ',').map((each) => cleanLine(unescapeText(each)))
  return cleanLine(values.filter((each) => each !== undefined).join(' '))
}
