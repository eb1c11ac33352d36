import type { ContactFile, Message } from '../formats/contact.ts'
import { fold } from '../kernel/fold.ts'
import { derivedId, type Id } from '../kernel/ids.ts'
import type { Tx } from '../kernel/tx.ts'
import { linkedInKey, person } from '../people/person.ts'
import { touch } from '../touches/touch.ts'
import { type ImportProblem, nothingYet, type Tally } from './result.ts'
import { inSlices } from './slices.ts'

interface NamedMessages {
  name: string
  content: ContactFile
}

/** What became of the messages of files, and what of them is told. */
interface MessagesTaken {
  any: boolean
  tally: Tally
  problems: ImportProblem[]
}

/**
 * Makes a touch (F3, F4) of each message with somebody in the network: whose LinkedIn profile it names or, where it
 * names none, who alone has that name. The same message again is the same touch. Messages with others add nobody.
 */
export async function importMessages(tx: Tx, files: readonly NamedMessages[]): Promise<MessagesTaken> {
  const messages = files.flatMap(({ name: file, content }) =>
    (content.messages ?? []).map((message) => ({ file, ...message })),
  )
  const tally = nothingYet()
  if (messages.length === 0) return { any: false, tally, problems: [] }
  const whoIs = await everybody(tx)
  const strangers = new Map<string, ImportProblem>()
  await inSlices(tx, 'messages', messages, async (part) => {
    const wanted = part.flatMap((message) => {
      const personId = whoIs(message)
      if (!personId && !strangers.has(message.name)) strangers.set(message.name, stranger(message))
      return personId ? [{ id: derivedId('message', message.uid), personId, message }] : []
    })
    const kept = new Set((await tx.find(touch, 'id', { id: wanted.map(({ id }) => id) })).map(({ id }) => id))
    for (const { id, personId, message } of wanted) {
      if (kept.has(id)) {
        tally.unchanged += 1
        continue
      }
      kept.add(id)
      tally.added += 1
      const { at, from, text } = message
      await tx.put(touch, { id, personId, at, kind: 'message', from, note: text })
    }
  })
  return { any: true, tally, problems: [...strangers.values()] }
}

const stranger = ({ file, line, name }: Message & { file: string }): ImportProblem => ({
  ...{ file, line, text: name },
  reason: `${name || 'somebody'} is not in your network: messages with them are left out`,
})

/** Everybody by profile and by name, those whom this import adds too. A name that two share says nothing. */
async function everybody(tx: Tx): Promise<(message: Message) => Id | undefined> {
  const byProfile = new Map<string, Id>()
  const byName = new Map<string, Id | undefined>()
  for (const { id, urls, nameKey } of await tx.find(person, 'id', {})) {
    for (const url of urls) {
      const key = linkedInKey(url)
      if (key) byProfile.set(key, id)
    }
    byName.set(nameKey, byName.has(nameKey) ? undefined : id)
  }
  return ({ url, name }) => {
    const key = url && linkedInKey(url)
    const known = key ? byProfile.get(key) : undefined
    return known ?? byName.get(fold(name))
  }
}
