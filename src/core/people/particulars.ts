/** What a file or a user calls some of a person's addresses and numbers: `{ "+49 30 1234567": "work" }`. */
export type Labels = Readonly<Record<string, string>>

/** A postal address; at least one of its parts is there. */
export interface PostalAddress {
  /** Such as `home` or `work`. */
  label?: string
  /** May have several lines. */
  street?: string
  city?: string
  region?: string
  postalCode?: string
  country?: string
}

/** A value under a name of the user's own. */
export interface CustomField {
  name: string
  value: string
}

/** The parts of a postal address in the order in which they are read. */
const parts = ['street', 'postalCode', 'city', 'region', 'country'] as const

/** A postal address on one line. */
export const addressLine = (address: PostalAddress): string =>
  parts.flatMap((part) => address[part] ?? []).join(', ')

/** Both labels; the first's word holds where both have one. */
export const joinedLabels = (mine: Labels | undefined, theirs: Labels | undefined): Labels | undefined =>
  mine && theirs ? { ...theirs, ...mine } : (mine ?? theirs)

/** Both lists, each thing once. */
export function joinedParticulars<Thing extends PostalAddress | CustomField>(
  mine: readonly Thing[] | undefined,
  theirs: readonly Thing[] | undefined,
): Thing[] | undefined {
  if (!mine?.length || !theirs?.length) return mine?.length ? [...mine] : theirs && [...theirs]
  const known = new Set(mine.map(textOf))
  return [...mine, ...theirs.filter((one) => !known.has(textOf(one)) && known.add(textOf(one)))]
}

const textOf = (thing: object): string =>
  JSON.stringify(Object.entries(thing).sort(([a], [b]) => (a < b ? -1 : 1)))
