import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { world } from '../../../tests/world.ts'
import type { Contact } from '../formats/contact.ts'
import { readContactFile } from '../formats/read-file.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { exportPeopleCsv } from './csv.ts'
import { exportGoogle } from './google.ts'
import { exportLinkedIn } from './linkedin.ts'

/** A line that no spreadsheet would run, and that is no list of Google's. */
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) =>
    text
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .filter((text) => /^[\p{L}\d]/u.test(text) && !text.includes(':::') && text.isWellFormed())
const name = fc.stringMatching(/^[A-Z][a-zéü]{1,10}( [A-Z][a-zß]{1,10}){0,2}$/)
const word = fc.stringMatching(/^[a-z][a-z0-9]{1,12}$/)
const someone = fc.record({
  name,
  organization: line,
  role: line,
  emails: fc.uniqueArray(
    fc.tuple(word, word).map(([a, b]) => `${a}@${b}.example`),
    { minLength: 1, maxLength: 3 },
  ),
  birthday: fc.constantFrom('--03-22', '1984-05-02'),
  nickname: line,
  department: line,
  addresses: fc.array(
    fc.record({ label: fc.constantFrom('home', 'work', 'Lab'), street: line, city: name, country: name }),
    { maxLength: 2 },
  ),
  customFields: fc.array(fc.record({ name: fc.constantFrom('Tea', 'Desk'), value: line }), { maxLength: 2 }),
  phones: fc.uniqueArray(fc.stringMatching(/^\+[1-9]([0-9] ?){8,10}[0-9]$/), { maxLength: 2 }),
  tags: fc.uniqueArray(word, { maxLength: 3 }),
  notes: line,
})

/** What comes back of people who were written by an export, by their name. */
async function roundTrip(people: readonly { name: string }[], write: (tx: ReadTx) => Promise<string>) {
  const w = world('2026-03-02T10:00:00+01:00')
  for (const { name: called, ...facts } of people) await w.add(called, facts)
  const file = readContactFile(new TextEncoder().encode(await w.read(write)))
  if (file.format === 'json') throw new Error('no table')
  return { ...file, contacts: new Map(file.contacts.map((contact) => [contact.name, contact])) }
}

const some = fc.uniqueArray(someone, { minLength: 1, maxLength: 4, selector: (one) => one.name })
const expectAll = (
  contacts: ReadonlyMap<string, Contact>,
  people: readonly { name: string }[],
  expected: (one: never) => object,
) => {
  expect(contacts.size).toBe(people.length)
  for (const one of people) expect(contacts.get(one.name)).toMatchObject(expected(one as never))
}

describe('a table in another program’s shape, read back', () => {
  it('has everybody with what LinkedIn’s columns carry', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (people) => {
        const { format, contacts, problems } = await roundTrip(people, exportLinkedIn)
        expect([format, problems]).toEqual(['linkedin', []])
        type One = (typeof people)[number]
        expectAll(contacts, people, ({ organization, role, emails }: One) => ({
          ...{ organization, role, emails: emails.slice(0, 1) },
        }))
      }),
      { numRuns: 40 },
    )
  })

  it('has everybody with what Google’s columns carry', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (people) => {
        const { format, contacts, problems } = await roundTrip(people, exportGoogle)
        expect([format, problems]).toEqual(['google', []])
        type One = (typeof people)[number]
        expectAll(contacts, people, ({ name: _, customFields, addresses, ...facts }: One) => ({
          ...facts,
          ...(addresses.length > 0 && { addresses }),
          ...(customFields.length > 0 && {
            unknown: customFields.map((field) => `${field.name}: ${field.value}`),
          }),
        }))
      }),
      { numRuns: 40 },
    )
  })

  it('has in a spreadsheet of ours all that its columns carry, and whose entry each row is', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (people) => {
        const { format, contacts, problems } = await roundTrip(people, exportPeopleCsv)
        expect([format, problems]).toEqual(['csv', []])
        type One = (typeof people)[number]
        expectAll(contacts, people, ({ name: _, customFields, addresses, ...facts }: One) => ({
          ...facts,
          ...(addresses.length > 0 && { addresses }),
          ...(customFields.length > 0 && {
            unknown: customFields.map((field) => `${field.name}: ${field.value}`),
          }),
          uid: expect.stringMatching(/^urn:uuid:/),
        }))
      }),
      { numRuns: 40 },
    )
  })
})
