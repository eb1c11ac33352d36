import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { exportCards } from '../export/cards.ts'
import { exportPeopleCsv } from '../export/csv.ts'
import { exportGoogle } from '../export/google.ts'
import { exportLinkedIn } from '../export/linkedin.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { editPerson } from '../people/commands.ts'
import { mergePeopleCommand } from '../people/merge.ts'
import { person } from '../people/person.ts'
import { tables } from '../tables.ts'
import { importCommand } from './import-command.ts'
import { openFile } from './open-file.ts'

const command = importCommand(tables)

/** A network with somebody of each kind: with every fact, with a name alone, and two namesakes. */
async function network() {
  const w = world('2026-03-02T10:00:00+01:00')
  const nadia = await w.add('Dr. Nadia Haddad', {
    ...{
      givenName: 'Nadia',
      familyName: 'Haddad',
      honorific: 'Dr.',
      nickname: 'Nad',
      notes: 'Met\nat the fair',
    },
    ...{ organization: 'Lakeside Health', department: 'ICU', role: 'Physician', birthday: '--03-22' },
    ...{ emails: ['nadia@example.com', 'n@example.org'], phones: ['+49 30 5550101'], tags: ['fair'] },
    labels: { 'n@example.org': 'work', '+49 30 5550101': 'Ward 3' },
    addresses: [{ label: 'home', street: 'Am Ring 5\nHinterhaus', city: 'Ulm' }],
    customFields: [{ name: 'Tea', value: 'Oolong' }],
  })
  const keiko = await w.add('Keiko')
  const namesake = await w.add('Keiko')
  const people = () => w.read((tx) => tx.find(person, 'byName', {}))
  const bring = async (write: (tx: ReadTx) => Promise<string>) => {
    const bytes = new TextEncoder().encode(await w.read(write))
    const files = await w.run(
      {
        name: 'test.open',
        run: (tx) => openFile(tx, tables, { name: 'export', bytes, choices: [] }),
        summary: () => 'Opened',
      },
      undefined,
    )
    return w.run(command, { files })
  }
  return { ...w, nadia, keiko, namesake, people, bring }
}

const exports = {
  'cards of 3.0': (tx: ReadTx) => exportCards(tx, '3.0'),
  'cards of 4.0': (tx: ReadTx) => exportCards(tx, '4.0'),
  'a spreadsheet': exportPeopleCsv,
}

describe('an export that comes back', () => {
  test.each(Object.entries(exports))('adds nobody and changes nothing, as %s', async (_, write) => {
    const n = await network()
    const facts = (rows: Awaited<ReturnType<typeof n.people>>) =>
      rows.map(({ importedFrom: _, revision: __, updatedAt: ___, ...rest }) => rest)
    const before = facts(await n.people())
    expect(await n.bring(write)).toMatchObject({ added: 0, updated: 0, unchanged: 3, duplicates: [] })
    expect(facts(await n.people())).toEqual(before)
  })

  test.each(Object.entries(exports))('finds whoever was renamed or merged since, as %s', async (_, write) => {
    const n = await network()
    const written = await n.read(write)
    await n.run(editPerson, { personId: n.nadia.id, name: 'Nora Hadid', emails: [], phones: [] })
    await n.run(mergePeopleCommand(tables), { personId: n.keiko.id, otherId: n.namesake.id })
    expect(await n.bring(async () => written)).toMatchObject({ added: 0, duplicates: [] })
    expect((await n.people()).map(({ name }) => name)).toEqual(['Keiko', 'Nora Hadid'])
  })

  test.each([
    ['Google', exportGoogle],
    ['LinkedIn', exportLinkedIn],
  ])('knows again whoever has an address, or an organisation, in the shape of %s', async (_, write) => {
    const n = await network()
    await n.run(editPerson, { personId: n.keiko.id, organization: 'Contoso' })
    // Of the namesakes, one has nothing but the name, which alone proves nothing.
    const done = await n.bring(write)
    expect(done).toMatchObject({ added: 1, problems: [] })
    expect(done.duplicates).toMatchObject([{ name: 'Keiko' }])
  })
})
