import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import type { ColumnChoice } from '../formats/csv/columns.ts'
import { step } from '../method/step.ts'
import { person } from '../people/person.ts'
import { tables } from '../tables.ts'
import { touch } from '../touches/touch.ts'
import { importCommand } from './import-command.ts'
import { importMapping } from './import-mapping.ts'

const command = importCommand(tables)
const bytesOf = (text: string) => new TextEncoder().encode(text)
const profile = (slug: string) => `https://www.linkedin.com/in/${slug}`

/** A network that files are brought into as they are. */
function network() {
  const w = world('2026-03-02T10:00:00+01:00')
  const bring = (bytes: Uint8Array, choices: ColumnChoice[] = [], dryRun = false) =>
    w.run(command, { files: [{ name: 'the file', bytes, choices }], dryRun })
  const touches = () => w.read((tx) => tx.find(touch, 'byTime', {}))
  const people = () => w.read((tx) => tx.find(person, 'byName', {}))
  return { ...w, bring, touches, people }
}

const connections = `Notes:
"Some addresses are missing"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Okoye,${profile('ada')},,Relecloud,Nurse,03 Mar 2021
Ben,Sato,,,Contoso,Analyst,03 Mar 2021
`
const messages = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
c1,,Maja Lund,${profile('maja')},Ada Okoye,${profile('ada')},2024-03-03 10:00:00 UTC,,"May I ask
you something?",SENT
c1,,A. Okoye,${profile('ADA/')},Maja Lund,${profile('maja')},2024-03-04 10:00:00 UTC,,Of course,INBOX
c2,,Ben Sato,${profile('ben')},Maja Lund,${profile('maja')},2024-04-04 10:00:00 UTC,,Hello,INBOX
c3,,Zoe Stranger,${profile('zoe')},Maja Lund,${profile('maja')},2024-04-05 10:00:00 UTC,,We hire,INBOX
`
const invitations = `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Maja Lund,Ada Okoye,"3/1/24, 1:45 AM",We met at the fair,OUTGOING,${profile('maja')},${profile('ada')}
`
const own = 'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary\nMaja,Lund,,,,Student,\n'

const archive = zipSync({
  ...{ 'Connections.csv': bytesOf(connections), 'messages.csv': bytesOf(messages) },
  ...{ 'Invitations.csv': bytesOf(invitations), 'Profile.csv': bytesOf(own) },
  'Recommendations_Received.csv': bytesOf(
    'First Name,Last Name,Company,Job Title,Text\nOld,Boss,Co,CEO,Fine\n',
  ),
  'Email Addresses.csv': bytesOf('Email Address,Confirmed,Primary\nmaja@example.org,Yes,Yes\n'),
  'Rich Media/photo.jpg': new Uint8Array(50),
})

describe('the whole archive of LinkedIn', () => {
  test('adds the connections, and a touch for each message with one of them (F3, F4)', async () => {
    const n = network()
    const done = await n.bring(archive)
    expect(done).toMatchObject({
      format: 'linkedin',
      added: 2,
      records: { added: 4, updated: 0, unchanged: 0 },
    })
    const [ada, ben] = await n.people()
    expect((await n.people()).map(({ name }) => name)).toEqual(['Ada Okoye', 'Ben Sato'])
    expect(await n.touches()).toMatchObject([
      { personId: ada!.id, kind: 'message', from: 'me', note: 'We met at the fair' },
      { personId: ada!.id, from: 'me', at: Date.UTC(2024, 2, 3, 10), note: 'May I ask\nyou something?' },
      { personId: ada!.id, from: 'them', note: 'Of course' },
      { personId: ben!.id, from: 'them', note: 'Hello' },
    ])
    expect(done.problems).toMatchObject([
      {
        file: 'the file: messages.csv',
        line: 6,
        reason: expect.stringMatching(/^Zoe Stranger is not in your network/),
      },
    ])
  })

  test('asks nothing of people who were only written with', async () => {
    const n = network()
    await n.bring(archive)
    expect(await n.read((tx) => tx.find(step, 'bySubject', {}))).toEqual([])
  })

  test('adds nothing the second time, and is taken back as one', async () => {
    const n = network()
    const { importId } = await n.bring(archive)
    expect(await n.bring(archive)).toMatchObject({
      added: 0,
      unchanged: 2,
      records: { added: 0, unchanged: 4 },
    })
    expect(await n.touches()).toHaveLength(4)
    await n.undo(importId!)
    expect(await n.touches()).toEqual([])
    expect(await n.people()).toEqual([])
    expect(await n.bring(archive)).toMatchObject({ added: 2, records: { added: 4 } })
  })

  test('leaves a message with one of two namesakes alone', async () => {
    const n = network()
    await n.add('Ben Sato')
    await n.bring(archive)
    expect((await n.touches()).map(({ note }) => note)).not.toContain('Hello')
  })

  test('reads each file of another archive for itself', async () => {
    const n = network()
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Cleo Diaz\nEMAIL:cleo@example.org\nEND:VCARD\n'
    const table = 'Name,Email\nDev Rao,dev@example.org\n'
    const done = await n.bring(
      zipSync({
        ...{ 'a.vcf': bytesOf(card), 'b/c.csv': bytesOf(table) },
        ...{ 'readme.txt': bytesOf('Hi'), 'prices.csv': bytesOf('Item,Price\nTea,3\n') },
      }),
    )
    expect(done).toMatchObject({
      ...{ format: 'vcard+csv', added: 2 },
      problems: [{ reason: '"prices.csv" is in no format that can be read here' }],
    })
  })

  test('is refused where nobody is in it', async () => {
    const n = network()
    await expect(n.bring(zipSync({ 'a.txt': bytesOf('Hi') }))).rejects.toThrow(
      /the file: This is a ZIP archive/,
    )
  })
})

describe('what the columns of a table hold', () => {
  const table = (name: string, team: string) => bytesOf(`Who,Mail,Team\n${name},,${team}\n`)
  const teamIsTag: ColumnChoice = { column: 'Team', field: 'tags' }

  test('is told before, and kept under its own name where it is not known', async () => {
    const n = network()
    const { mapping, importId } = await n.bring(table('Ada Okoye', 'Red'), [], true)
    expect(importId).toBeNull()
    expect(mapping).toEqual([
      { file: 'the file', column: 'Who', field: 'name', by: 'header', example: 'Ada Okoye' },
      { file: 'the file', column: 'Team', field: 'other', by: 'header', example: 'Red' },
    ])
  })

  test('is what the user says, for the next file with the same header too', async () => {
    const n = network()
    await n.bring(table('Ada Okoye', 'Red'), [teamIsTag])
    await n.bring(table('Ben Sato', 'Blue'))
    expect((await n.people()).map(({ tags }) => tags)).toEqual([['Red'], ['Blue']])
    await n.bring(bytesOf('Who,Team,Mail\nCleo Diaz,Red,\n'))
    expect((await n.people()).find(({ name }) => name === 'Cleo Diaz')?.tags).toEqual([])
  })

  test('is not remembered from a dry run, and forgotten with the import', async () => {
    const n = network()
    const remembered = () => n.read((tx) => tx.find(importMapping, 'id', {}))
    const { importId } = await n.bring(table('Ada Okoye', 'Red'), [teamIsTag])
    expect(await remembered()).toMatchObject([{ choices: [teamIsTag] }])
    await n.undo(importId!)
    expect(await remembered()).toEqual([])
  })

  test('can be said only of a column that is there', async () => {
    const n = network()
    await expect(n.bring(table('Ada', 'Red'), [{ column: 'Colour', field: 'tags' }])).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      message: expect.stringMatching(/the file: There is no column "Colour"/),
    })
  })
})
