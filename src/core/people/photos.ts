import type { Photo } from '../formats/contact.ts'
import { fromBase64, largestPhoto, pictureOf, toBase64 } from '../formats/picture.ts'
import { command } from '../kernel/command.ts'
import { invalid, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx, Tx } from '../kernel/tx.ts'
import { type Attachment, attachment } from './attachment.ts'
import { getPerson } from './commands.ts'

const megabyte = 1024 * 1024

/** A picture as it is kept, its id aside. */
export const photoAttachment = (personId: Id, { mediaType, bytes }: Photo, now: number) =>
  ({ personId, kind: 'photo', mediaType, bytes: toBase64(bytes), createdAt: now }) as const

/** A picture as it was. */
export const photoIn = ({ mediaType, bytes }: Attachment): Photo => ({ mediaType, bytes: fromBase64(bytes) })

/** The photo of a person: the first, where a merge brought several. */
export async function photoOf(tx: ReadTx, personId: Id): Promise<Attachment | undefined> {
  const [first] = await tx.find(attachment, 'byPerson', { personId }, { limit: 1 })
  return first
}

/** Keeps a photo of a person, in the place of the one that was there. */
export const setPhoto = command({
  name: 'people.setPhoto',
  run: async (tx: Tx, { personId, bytes }: { personId: Id; bytes: Uint8Array }) => {
    const { name } = await getPerson(tx, personId)
    const picture = pictureOf(bytes)
    if (!picture)
      throw invalid('files', 'This is no picture that can be kept: take a JPEG, PNG, GIF or WebP file.')
    if (bytes.length > largestPhoto)
      throw invalid(
        'files',
        `The picture has ${Math.ceil(bytes.length / megabyte)} MB; at most ${largestPhoto / megabyte} MB are kept. Make it smaller first.`,
      )
    const before = await photoOf(tx, personId)
    const id = before?.id ?? tx.newId()
    await tx.put(attachment, { id, ...photoAttachment(personId, picture, tx.now) })
    return { personId, name, mediaType: picture.mediaType, size: bytes.length }
  },
  summary: (_, { name }) => `Kept a photo of ${name}`,
})

/** Takes the photo of a person off. */
export const removePhoto = command({
  name: 'people.removePhoto',
  run: async (tx: Tx, { personId }: { personId: Id }) => {
    const { name } = await getPerson(tx, personId)
    const photo = await photoOf(tx, personId)
    if (!photo) throw notFound('photo of', name)
    await tx.remove(attachment, photo.id)
    return { personId, name }
  },
  summary: (_, { name }) => `Took the photo of ${name} off`,
})
