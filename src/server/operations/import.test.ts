import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fakeServices, owner } from '../../../tests/doors/fake-services.ts'
import { query } from '../../core/kernel/execute.ts'
import { isId } from '../../core/kernel/ids.ts'
import { journal } from '../../core/kernel/journal.ts'
import { person } from '../../core/people/person.ts'
import { exportOperations } from './export.ts'
import { historyOperations } from './history.ts'
import { importOperations } from './import.ts'
import { invoke } from './invoke.ts'
import { logOperations } from './log.ts'
import { FileAnswer, type Operation } from './operation.ts'
import { peopleOperations } from './people.ts'
import { touchesOperations } from './touches.ts'

const operations = [
  ...importOperations,
  ...exportOperations,
  ...historyOperations,
  ...logOperations,
  ...peopleOperations,
  ...touchesOperations,
] as unknown as Operation[]

/** A network behind its operations, at one moment. */
function door() {
  const services = fakeServices()
  const caller = {
    ...{
      ownerId: owner,
      actor: 'owner',
      door: 'test',
      now: Date.parse('2026-03-02T10:00:00Z'),
      timeZone: 'UTC',
    },
    rights: ['read', 'write'] as const,
  }
  const call = async (name: string, input: object = {}) => {
    const operation = operations.find((one) => one.name === name)!
    const { result } = await invoke(services, operation, input, caller)
    // biome-ignore lint/suspicious/noExplicitAny: answers are read as the JSON that they are
    return (result instanceof FileAnswer ? result : JSON.parse(JSON.stringify(result))) as any
  }
  const read: <T>(run: Parameters<typeof query<T>>[2]) => Promise<T> = (run) =>
    query(services.store, caller, run)
  return {
    call,
    read,
    names: () => read(async (tx) => (await tx.find(person, 'byName', {})).map((one) => one.name)),
  }
}

const file = (name: string, text: string) => ({ name, content: Buffer.from(text).toString('base64') })
const connections = file(
  'Connections.csv',
  `Notes:
"When exporting your connection data, some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Nadia,Haddad,https://www.linkedin.com/in/nadia,nadia@example.com,Lakeside Health,Physician,12 Oct 2019
Jonas,Smith,https://www.linkedin.com/in/jonas-1,,Adatum,Nurse,13 Oct 2019
Jonas,Smith,https://www.linkedin.com/in/jonas-2,,Adatum,Nurse,14 Oct 2019
,,,,,,15 Oct 2019
`,
)
const cards = file(
  'people.vcf',
  'BEGIN:VCARD\nVERSION:4.0\nFN:Keiko Tanaka\nEMAIL:keiko@example.org\nEND:VCARD\n',
)

describe('import', () => {
  test('takes files of several formats as one entry, which keeps their names and sizes alone', async () => {
    const { call, read } = door()
    const done = await call('import', { files: [connections, cards] })
    expect(done).toMatchObject({
      format: 'linkedin+vcard',
      added: 4,
      updated: 0,
      unchanged: 0,
      duplicates: [],
    })
    expect(done.problems).toMatchObject([{ file: 'Connections.csv', line: 8, text: ',,,,,,15 Oct 2019' }])
    const [entry, ...others] = await read((tx) => tx.find(journal, 'byRevision', {}))
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      id: done.importId,
      summary: 'Imported Connections.csv, people.vcf: 4 people added, 0 updated',
      input: {
        files: [
          { name: 'Connections.csv', bytes: Buffer.byteLength(connections.content, 'base64') },
          { name: 'people.vcf' },
        ],
      },
    })
  })
  test('saves nothing on a dry run, and says what it would do', async () => {
    const { call, names } = door()
    const tried = await call('import', { files: [connections], dryRun: true })
    expect(tried).toMatchObject({ importId: null, added: 3 })
    expect(await names()).toEqual([])
    expect(await call('history')).toEqual([])
    expect(await call('import', { files: [connections] })).toMatchObject({ added: 3, unchanged: 0 })
    expect(await call('import', { files: [connections], dryRun: true })).toMatchObject({
      added: 0,
      unchanged: 3,
    })
  })
  test('names the file that it cannot read, and takes none of the others', async () => {
    const { call, names } = door()
    const binary = { name: 'photo.png', content: Buffer.from('\x89PNG\r\n', 'latin1').toString('base64') }
    const refused = call('import', { files: [connections, binary] })
    await expect(refused).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      message: expect.stringMatching(/^photo\.png: .*PNG/),
      details: { file: 'photo.png', reason: 'BINARY_FILE' },
    })
    await expect(
      call('import', { files: [file('notes.json', '{"a": 1}')], format: 'json' }),
    ).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
    })
    expect(await names()).toEqual([])
  })
  test('asks for files, in base64', async () => {
    const { call } = door()
    await expect(call('import', { files: [] })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const plain = { name: 'a.vcf', content: 'BEGIN:VCARD' }
    await expect(call('import', { files: [plain] })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
  test('takes the sample of a real export: every person, and the rows that are none reported', async () => {
    const { call } = door()
    const sample = readFileSync(new URL('../../../tests/fixtures/connections.csv', import.meta.url), 'utf8')
    const done = await call('import', { files: [file('connections.csv', sample)] })
    expect(done.added).toBeGreaterThan(0)
    expect(await call('import', { files: [file('again.csv', sample)] })).toMatchObject({
      ...{ added: 0, updated: 0, unchanged: done.added },
    })
  })
})

describe('export', () => {
  test('writes everything as JSON, which a network elsewhere takes back, or the people as CSV', async () => {
    const { call } = door()
    await call('import', { files: [connections] })
    await call('touches.add', { person: 'Nadia Haddad', kind: 'coffee', note: 'Asked for her story' })
    const json = await call('export')
    expect(json).toMatchObject({ mediaType: 'application/json', name: 'acquaint-2026-03-02.json' })
    const other = door()
    expect(await other.call('import', { files: [file('network.json', json.content)] })).toMatchObject({
      ...{ format: 'json', added: 3, problems: [], records: { added: 1, updated: 0, unchanged: 0 } },
    })
    expect((await other.call('export')).content).toBe(json.content)
    const csv = await call('export', { format: 'csv' })
    expect(csv).toMatchObject({ name: 'acquaint-people-2026-03-02.csv' })
    expect(csv.content.split('\r\n')).toHaveLength(5)
  })
  test('writes cards of 3.0 or 4.0, whose people come back as they were', async () => {
    const { call } = door()
    await call('people.add', {
      ...{ name: 'Ada Ito', origin: 'direct-contact', organization: 'Trey', role: 'Chemist' },
      ...{ emails: ['ada@example.org'], phones: ['+1 312 555 0100'], tags: ['choir'], notes: 'a, b;\nc' },
    })
    for (const version of ['3', '4']) {
      const cards = await call('export', { format: 'vcard', version })
      expect(cards).toMatchObject({
        mediaType: 'text/vcard; charset=utf-8',
        name: 'acquaint-people-2026-03-02.vcf',
      })
      expect(cards.content).toContain(`VERSION:${version}.0\r\n`)
      expect(await call('import', { files: [file('people.vcf', cards.content)] })).toMatchObject({
        ...{ format: 'vcard', added: 0, updated: 0, unchanged: 1, duplicates: [], problems: [] },
      })
    }
  })
  test('writes tables as LinkedIn and Google have them, which come back as the same people', async () => {
    const { call } = door()
    await call('import', { files: [connections] })
    const linkedin = await call('export', { format: 'linkedin', bom: true })
    expect(linkedin.content).toMatch(
      /^\ufeffFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n/,
    )
    expect(await call('import', { files: [file('again.csv', linkedin.content)] })).toMatchObject({
      ...{ format: 'linkedin', added: 0, updated: 0, unchanged: 3 },
    })
    await call('people.add', {
      ...{ name: 'Dr. Ada Ito', origin: 'direct-contact', emails: ['a@example.org', 'b@example.org'] },
      ...{ phones: ['+1 312 555 0100'], tags: ['choir'] },
    })
    const google = (await call('export', { format: 'google' })).content.split('\r\n')
    expect(google[0]).toMatch(/^First Name,Middle Name,Last Name,.*,E-mail 1 - Label,E-mail 1 - Value,/)
    expect(google.find((row: string) => row.includes('Ito'))).toBe(
      'Dr. Ada,,Ito,,,,,,,,,,,,,,choir ::: * myContacts,Other,a@example.org,Other,b@example.org,Other,+1 312 555 0100,,',
    )
  })
  test('takes the people of a calendar, and its meetings when they are named', async () => {
    const { call, names } = door()
    const meeting = file(
      'work.ics',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u1\nDTSTART;TZID=Central Standard Time:20260310T090000\nSUMMARY:Coffee\nATTENDEE;CN=Ada Ito:mailto:ada@example.org\nEND:VEVENT\nEND:VCALENDAR\n',
    )
    expect(await call('import', { files: [meeting], dryRun: true })).toMatchObject({
      ...{ importId: null, format: 'ics', added: 1, problems: [] },
      proposed: [
        { uid: 'u1', change: 'new', person: 'Ada Ito', startsAt: '2026-03-10T14:00:00.000Z', taken: false },
      ],
    })
    expect(await call('import', { files: [meeting], conversations: ['u1'] })).toMatchObject({
      proposed: [{ taken: true }],
    })
    expect(await names()).toEqual(['Ada Ito'])
    expect((await call('export', { format: 'ics' })).content).toContain('SUMMARY:Conversation with Ada Ito')
  })
  test('refuses a version or a byte order mark where there is none', async () => {
    const { call } = door()
    await expect(call('export', { version: '4' })).rejects.toMatchObject({ details: { field: 'version' } })
    await expect(call('export', { format: 'vcard', bom: true })).rejects.toMatchObject({
      details: { field: 'bom' },
    })
  })
})

describe('undo and history', () => {
  test('take back the last command, or any by the beginning of its id', async () => {
    const { call, names } = door()
    const { importId } = await call('import', { files: [connections] })
    await call('people.add', { name: 'Ada Ito', origin: 'direct-contact' })
    expect(await call('undo')).toMatchObject({
      undone: { name: 'people.add', summary: 'Added Ada Ito' },
      conflicts: [],
    })
    expect(await call('undo', { id: importId.slice(0, 18) })).toMatchObject({ undone: { id: importId } })
    expect(await names()).toEqual([])
    await expect(call('undo')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(call('undo', { id: 'nonsense' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(call('undo', { id: importId })).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
  test('leave who was used since, and say so', async () => {
    const { call, names } = door()
    await call('import', { files: [connections] })
    const { importId } = await call('import', { files: [cards] })
    await call('touches.add', { person: 'Keiko Tanaka', kind: 'coffee' })
    await expect(call('undo', { id: importId })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await names()).toHaveLength(4)
  })
  test('tell what was done, newest first, of everybody or of one person', async () => {
    const { call } = door()
    await call('import', { files: [connections] })
    await call('people.add', { name: 'Ada Ito', origin: 'direct-contact' })
    await call('touches.add', { person: 'Nadia Haddad', kind: 'coffee' })
    await call('undo')
    const all = await call('history')
    expect(all.map((one: { name: string; undone: boolean }) => [one.name, one.undone])).toEqual([
      ...[
        ['undo', false],
        ['touches.add', true],
        ['people.add', false],
      ],
      ['import', false],
    ])
    expect(all[0]).toMatchObject({ at: '2026-03-02T10:00:00.000Z', actor: 'owner', door: 'test' })
    expect(all.every(({ id }: { id: string }) => isId(id))).toBe(true)
    expect(await call('history', { limit: '1' })).toEqual(all.slice(0, 1))
    const names = async (input: object) =>
      (await call('history', input)).map((one: { name: string }) => one.name)
    expect(await names({ person: 'Nadia Haddad' })).toEqual(['undo', 'touches.add', 'import'])
    expect(await names({ person: 'Nadia Haddad', limit: 2 })).toEqual(['undo', 'touches.add'])
  })
})

describe('log', () => {
  test('is a list, or a file where a format asks for one', async () => {
    const { call } = door()
    await call('import', { files: [connections] })
    await call('touches.add', { person: 'Nadia Haddad', kind: 'coffee', note: 'Asked for her story' })
    const line = { at: '2026-03-02T10:00:00.000Z', person: 'Nadia Haddad', kind: 'coffee', outcome: null }
    expect(await call('log')).toMatchObject([{ ...line, notes: 'Asked for her story' }])
    expect(await call('log', { format: 'json', from: '2026-03-03' })).toEqual([])
    expect(await call('log', { format: 'csv' })).toMatchObject({
      name: 'acquaint-log-2026-03-02.csv',
      content: expect.stringContaining('2026-03-02 10:00,Nadia Haddad,coffee,,Asked for her story'),
    })
    for (const format of ['text', 'markdown']) {
      expect((await call('log', { format })).content).toContain('Nadia Haddad')
    }
    await expect(call('log', { from: '2026-03-03', to: '2026-03-02' })).rejects.toMatchObject({
      ...{ code: 'INVALID_INPUT', details: { field: 'to' } },
    })
  })
})
