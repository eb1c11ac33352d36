import type { Person } from '../people/person.ts'

/**
 * A name in the two parts that spreadsheets of others have, which together are the whole of it. Given and family name
 * are taken where they are all that the name is; else the last word is the family's.
 */
export function partsOfName({
  name,
  givenName,
  familyName,
}: Pick<Person, 'name' | 'givenName' | 'familyName'>): {
  given: string
  family: string
} {
  if (givenName && familyName && name === `${givenName} ${familyName}`)
    return { given: givenName, family: familyName }
  const space = name.lastIndexOf(' ')
  return space === -1
    ? { given: name, family: '' }
    : { given: name.slice(0, space), family: name.slice(space + 1) }
}
