import { z } from 'zod'
import { notFound } from '../../core/kernel/errors.ts'
import { person } from '../../core/people/person.ts'
import { photoOf, removePhoto, setPhoto } from '../../core/people/photos.ts'
import { commandOperation, FileAnswer, queryOperation } from './operation.ts'
import { ref, upload } from './schemas.ts'

export const photoOperations = [
  queryOperation({
    name: 'people.photo',
    summary: 'Take out the photo of a person',
    input: z.strictObject({ person: ref(person, 'The person') }),
    output: z.string().describe('The picture'),
    mediaTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /people/{person}/photo',
    commandLine: {
      words: ['people', 'photo'],
      positional: ['person'],
      examples: ['people photo "Nadia Haddad" --out nadia.jpg'],
    },
    run: async (tx, input) => {
      const photo = await photoOf(tx, input.person)
      if (!photo) throw notFound('photo of', input.person)
      const bytes = Buffer.from(photo.bytes, 'base64')
      return new FileAnswer(bytes, photo.mediaType, `photo.${photo.mediaType.slice('image/'.length)}`)
    },
  }),
  commandOperation({
    command: setPhoto,
    summary: 'Keep a photo of a person, as it is and of at most 2 MB',
    input: z.strictObject({
      person: ref(person, 'The person'),
      files: z.array(upload).length(1, 'Name one picture.').describe('The picture'),
    }),
    output: z.object({ personId: z.string(), mediaType: z.string(), size: z.int().describe('In bytes') }),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'PUT /people/{person}/photo',
    commandLine: {
      words: ['people', 'set-photo'],
      positional: ['person', 'files...'],
      filesFrom: 'files',
      examples: ['people set-photo "Nadia Haddad" nadia.jpg'],
    },
    toInput: ({ person: personId, files }) => ({
      personId,
      bytes: new Uint8Array(Buffer.from(files[0]!.content, 'base64')),
    }),
    record: ({ person: personId, files }) => ({ person: personId, file: files[0]!.name }),
    present: async (_, { personId, mediaType, size }) => ({ personId, mediaType, size }),
  }),
  commandOperation({
    command: removePhoto,
    summary: 'Take the photo of a person off',
    input: z.strictObject({ person: ref(person, 'The person') }),
    output: z.object({ personId: z.string(), name: z.string() }),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'DELETE /people/{person}/photo',
    commandLine: {
      words: ['people', 'remove-photo'],
      positional: ['person'],
      examples: ['people remove-photo "Nadia Haddad"'],
    },
    toInput: ({ person: personId }) => ({ personId }),
    present: async (_, removed) => removed,
  }),
]
