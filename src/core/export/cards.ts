import type { Photo } from '../formats/contact.ts'
import type { VCardVersion } from '../formats/vcard/write-property.ts'
import { type Card, writeVCard } from '../formats/vcard/write-vcard.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { attachment } from '../people/attachment.ts'
import { type Person, person } from '../people/person.ts'
import { photoIn } from '../people/photos.ts'

/** Everybody as contact cards, by name. */
export async function exportCards(tx: ReadTx, version: VCardVersion): Promise<string> {
  const photos = new Map<string, Photo>()
  for (const one of await tx.find(attachment, 'id', {}))
    if (!photos.has(one.personId)) photos.set(one.personId, photoIn(one))
  const people = await tx.find(person, 'byName', {})
  return writeVCard(
    people.map((row) => {
      const photo = photos.get(row.id)
      return photo ? { ...cardOf(row), photo } : cardOf(row)
    }),
    version,
  )
}

/** Somebody as a card has them; the id of the card follows from theirs, so that it is the same in every export. */
function cardOf(row: Person): Card {
  const { name, givenName, familyName, honorific, nickname, organization, department, role } = row
  const { notes, birthday, emails, phones, urls, labels, addresses, customFields, tags, unknown } = row
  return {
    ...{ name, emails, phones, urls, tags, unknown, uid: `urn:uuid:${row.id}` },
    ...(givenName && { givenName }),
    ...(familyName && { familyName }),
    ...(honorific && { honorific }),
    ...(nickname && { nickname }),
    ...(organization && { organization }),
    ...(department && { department }),
    ...(role && { role }),
    ...(labels && { labels }),
    ...(addresses && { addresses }),
    ...(customFields && { customFields }),
    ...(notes && { notes }),
    ...(birthday && { birthday }),
  }
}
