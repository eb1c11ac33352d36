import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allOperations } from '../../src/server/operations/registry.ts'
import { freshFolder, root } from './command-line.ts'
import { type Door, type Options, restDoor } from './door.ts'

/** Monday, 2 March 2026, in Berlin, and the days around it. */
const now = '2026-03-02T09:00:00+01:00'
const on = (date: string, time = '09:00') => `2026-${date}T${time}:00+01:00`

/** An export without what tells when its rows were written: those times move on, undone or not. */
function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timeless)
  if (typeof value !== 'object' || value === null) return value
  const told = Object.entries(value).filter(([key]) => !['revision', 'updatedAt', 'exportedAt'].includes(key))
  return Object.fromEntries(told.map(([key, inner]) => [key, timeless(inner)]))
}

let door: Door
let folder: Awaited<ReturnType<typeof freshFolder>>
beforeAll(async () => {
  folder = await freshFolder()
  door = await restDoor()
}, 60_000)
afterAll(async () => {
  await door?.close()
  await folder?.remove()
})

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a script would read them
const done = (words: string[], options: Options = {}): Promise<any> => door.run(words, options, now)

test('every command can be undone, and leaves the network as it was', { timeout: 120_000 }, async () => {
  const commands = await everyCommand()
  const known = (await allOperations()).filter(({ kind, name }) => kind === 'command' && name !== 'undo')
  expect(Object.keys(commands).toSorted()).toEqual(known.map(({ name }) => name).toSorted())

  const network = async () => {
    const written = timeless(await done(['export'], { format: 'json' }))
    return { written, asked: (await done(['today'], { days: 366 })).steps }
  }
  const before = await network()
  for (const [name, [words, options]] of Object.entries(commands)) {
    await done(words, options)
    const { undone, conflicts } = await done(['undo'])
    expect(undone.name).toBe(name)
    expect(conflicts).toEqual([])
    expect(await network(), `undo of ${name}`).toEqual(before)
  }
})

type Commands = Record<string, [words: string[], options?: Options]>

/** Somebody at every station of the way, and one call of each command that fits them. */
async function everyCommand(): Promise<Commands> {
  await done(['profile', 'edit'], {
    name: 'Ruta Lindqvist-Amo',
    year: 'third-year',
    major: 'health sciences',
  })
  await done(['profile', 'edit'], { experience: ['a year of carrying the lantern'] })
  for (const name of [
    'Rahayu',
    'Jürgen Weiß',
    'Lê Minh Châu',
    'Tariq Bello-Santos',
    'Ana Kovač',
    'Ana Kovac',
  ])
    await done(['people', 'add'], { name, origin: 'direct-contact', organization: 'Port Elver' })
  await done(['people', 'edit', 'Rahayu'], { chosen: true })
  await done(['approaches', 'start'], { person: 'Jürgen Weiß', channel: 'letter' })
  const draft = await done(['letters', 'compose'], { person: 'Tariq Bello-Santos', kind: 'request' })
  const appointment = { minutes: 20, mode: 'video' }
  const ahead = await done(['conversations', 'arrange'], {
    person: 'Lê Minh Châu',
    at: on('03-04'),
    ...appointment,
  })
  const past = await done(['conversations', 'arrange'], {
    person: 'Tariq Bello-Santos',
    at: on('03-01'),
    ...appointment,
  })
  const earlier = await done(['conversations', 'arrange'], {
    person: 'Rahayu',
    at: on('02-20'),
    ...appointment,
  })
  await done(['conversations', 'record', earlier.id], {
    outcome: 'held',
    name: ['Ines Quayle, Pilot, Port Elver'],
  })
  const promised = await done(['promises', 'add'], { person: 'Rahayu', text: 'Bring the lantern back' })
  const asked = await done(['questions', 'add'], { text: 'Why harbours?' })
  const [named] = await done(['introductions', 'list'])
  const step = (await done(['today'])).steps[0]
  const [ana, otherAna] = (await done(['people', 'list'], { search: 'kovac' })).items
  const spoken =
    'My name is Ruta Lindqvist-Amo, and I study how people walk. What surprised you most, early on?'

  await done(['fields', 'add'], { name: 'Nursing' })
  const note = await done(['research', 'add'], { about: 'field:Nursing', text: 'Night shifts pay more' })
  const fair = await done(['events', 'add'], {
    name: 'The fair',
    kind: 'fair',
    'starts-at': on('03-10'),
    fee: '60',
  })
  const gone = await done(['events', 'add'], { name: 'The panel', kind: 'panel', 'starts-at': on('02-25') })
  await done(['events', 'to-meet', fair.id, 'Jürgen Weiß'])
  const post = await done(['openings', 'add'], { title: 'Assistant', organization: 'Port Elver' })
  const photo = join(folder.path, 'rahayu.png')
  await writeFile(photo, Buffer.from(onePixel, 'base64'))
  await done(['people', 'set-photo', 'Tariq Bello-Santos', photo])

  return {
    'people.add': [['people', 'add'], { name: 'Mo Tan', origin: 'direct-contact', source: 'A ferry' }],
    'people.edit': [['people', 'edit', 'Rahayu'], { role: 'Master of Shadows', tag: ['theatre'] }],
    'people.editMany': [['people', 'edit-many', 'Rahayu', 'Jürgen Weiß'], { 'add-tag': ['theatre'] }],
    'people.merge': [['people', 'merge', ana.id, otherAna.id]],
    'people.keepApart': [['people', 'keep-apart', ana.id, otherAna.id]],
    'people.setPhoto': [['people', 'set-photo', 'Rahayu', photo]],
    'people.removePhoto': [['people', 'remove-photo', 'Tariq Bello-Santos']],
    'people.remove': [['people', 'remove', 'Tariq Bello-Santos']],
    'approaches.start': [['approaches', 'start'], { person: 'Rahayu', channel: 'in-person' }],
    'approaches.followUp': [['approaches', 'follow-up', 'Jürgen Weiß']],
    'approaches.reply': [['approaches', 'reply', 'Jürgen Weiß'], { answer: 'later', until: '2026-05-11' }],
    'approaches.moveOn': [['approaches', 'move-on', 'Jürgen Weiß']],
    'letters.compose': [['letters', 'compose'], { person: 'Rahayu', kind: 'seasonal', season: 'winter' }],
    'letters.discard': [['letters', 'discard', draft.id]],
    'letters.edit': [['letters', 'edit', draft.id], { subject: 'A question about figures' }],
    'letters.sent': [['letters', 'sent', draft.id]],
    'conversations.arrange': [
      ['conversations', 'arrange'],
      { person: 'Jürgen Weiß', at: on('03-12'), ...appointment },
    ],
    'conversations.prepare': [['conversations', 'prepare', ahead.id], { aim: ['how knees heal'] }],
    'conversations.confirm': [['conversations', 'confirm', ahead.id]],
    'conversations.note': [
      ['conversations', 'note', ahead.id],
      { notes: 'Lanterns', 'stay-in-touch': 'yes' },
    ],
    'conversations.record': [
      ['conversations', 'record', past.id],
      { outcome: 'held', highlight: 'the harbour at five', name: ['Bo Li, Pilot'], promise: ['Call'] },
    ],
    'touches.add': [['touches', 'add'], { person: 'Rahayu', kind: 'coffee' }],
    'questions.add': [['questions', 'add'], { text: 'What would you show me in the harbour?' }],
    'questions.edit': [['questions', 'edit', asked.id], { topic: 'advice' }],
    'questions.remove': [['questions', 'remove', asked.id]],
    'questions.pick': [['questions', 'pick'], { conversation: ahead.id, save: true }],
    'profile.say': [['profile', 'say', 'lantern'], { sentence: 'I carried a lantern for a year.' }],
    'profile.edit': [['profile', 'edit'], { year: 'fourth-year', skill: ['first aid'] }],
    'introduction.rehearse': [['introduction', 'rehearse'], { seconds: 12, text: spoken }],
    'introductions.update': [['introductions', 'update', named.id], { status: 'met' }],
    'promises.add': [
      ['promises', 'add'],
      { person: 'Rahayu', text: 'Find the posters', 'due-on': '2026-04-01' },
    ],
    'promises.done': [['promises', 'done', promised.id]],
    'steps.snooze': [['steps', 'snooze', step.id], { until: '2026-03-20' }],
    'steps.dismiss': [['steps', 'dismiss', step.id], { reason: 'The theatre is closed for the season' }],
    'policy.edit': [['policy', 'edit'], { 'reply-wait-days': 10, 'own-holiday': ['2026-03-16'] }],
    'fields.add': [['fields', 'add'], { name: 'Midwifery' }],
    'fields.edit': [['fields', 'edit', 'Nursing'], { name: 'Care' }],
    'organizations.edit': [['organizations', 'edit', 'Port Elver'], { target: true }],
    'research.add': [['research', 'add'], { about: 'Port Elver', text: 'A new pier opens in May' }],
    'research.edit': [['research', 'edit', note.id], { text: 'Night shifts pay a third more' }],
    'research.remove': [['research', 'remove', note.id]],
    'introductions.add': [['introductions', 'add'], { from: 'Rahayu', name: 'Bo Li, Pilot' }],
    'events.add': [['events', 'add'], { name: 'A workshop', kind: 'workshop', 'starts-at': on('03-20') }],
    'events.edit': [['events', 'edit', fair.id], { dress: 'As for work' }],
    'events.register': [['events', 'register', fair.id], { paid: '20' }],
    'events.studentRate': [['events', 'student-rate', fair.id], { 'student-fee': '20' }],
    'events.book': [['events', 'book', fair.id], { what: 'Train', cost: '38.50' }],
    'events.toMeet': [['events', 'to-meet', fair.id, 'Ada Obi, ward sister, Northgate']],
    'events.drop': [['events', 'drop', fair.id, 'Jürgen Weiß']],
    'events.researched': [
      ['events', 'researched', fair.id],
      { person: 'Jürgen Weiß', research: 'Wrote about piers' },
    ],
    'events.attended': [['events', 'attended', gone.id], { met: ['Ada Obi, ward sister, Northgate'] }],
    'events.met': [['events', 'met', gone.id, 'Ada Obi, ward sister, Northgate'], { note: 'Night shifts' }],
    'events.missed': [['events', 'missed', gone.id]],
    'events.cancel': [['events', 'cancel', fair.id]],
    'events.remove': [['events', 'remove', fair.id]],
    'openings.add': [['openings', 'add'], { title: 'Pilot’s mate', organization: 'Port Elver' }],
    'openings.edit': [['openings', 'edit', post.id], { status: 'applied' }],
    'openings.asked': [['openings', 'asked', post.id], { person: 'Rahayu' }],
    'openings.advocate': [['openings', 'advocate', post.id], { person: 'Rahayu', evidence: 'Told me first' }],
    'openings.remove': [['openings', 'remove', post.id]],
    import: [['import', join(root, 'tests/fixtures/cards.vcf')]],
  }
}

/** A picture of one pixel. */
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
