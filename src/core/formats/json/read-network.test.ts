import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivedId } from '../../kernel/ids.ts'
import { person } from '../../people/person.ts'
import { tables } from '../../tables.ts'
import { FormatError } from '../format-error.ts'
import { recognise } from '../recognise.ts'
import { readNetwork } from './read-network.ts'
import { writeNetwork } from './write-network.ts'

const head = { version: 1, exportedAt: '2026-03-02T09:00:00.000Z' }
const nadia = {
  ...{
    id: derivedId('nadia'),
    name: 'Nadia Haddad',
    origin: 'direct-contact',
    closeness: 3,
    doNotContact: false,
  },
  ...{ emails: [], phones: [], urls: [], fields: [], tags: [], importedFrom: [], unknown: [] },
  createdAt: '2026-03-02T09:00:00.000Z',
}
const read = (rest: object) => readNetwork(JSON.stringify({ acquaint: head, ...rest }), tables)
const reasons = (rest: object) =>
  read(rest).problems.map(({ table, index, field, reason }) =>
    [table, index, field, reason].filter((part) => part !== undefined).join(' | '),
  )

test('writes one row to a line, in the names and times that people read', () => {
  const row = {
    ...nadia,
    createdAt: Date.parse(nadia.createdAt),
    revision: 4,
    updatedAt: 5,
    chosenAt: undefined,
  }
  const text = writeNetwork([[person, [row]]], Date.parse(head.exportedAt))
  expect(text).toBe(
    `{\n"acquaint": ${JSON.stringify(head)},\n"people": [\n${JSON.stringify({ ...JSON.parse(text).people[0] })}\n]\n}\n`,
  )
  expect(JSON.parse(text).people).toEqual([nadia])
  expect(recognise(text)).toBe('json')
})

describe('what is wrong is told by collection, row and field, and the rest is taken', () => {
  test('in the values of fields', () => {
    const wrong = {
      ...nadia,
      ...{ id: 'nadia', closeness: 9, emails: 'nadia@example.com', createdAt: 'yesterday', name: ' ' },
      ...{ origin: undefined, pausedUntil: '2026-02-30', doNotContact: 'no' },
    }
    expect(reasons({ people: [nadia, wrong] })).toEqual([
      'people | 1 | id | is no id (a UUID in lower case)',
      'people | 1 | name | is no text with something in it',
      'people | 1 | emails | is no list of texts',
      'people | 1 | closeness | is no whole number from 1 to 5',
      'people | 1 | pausedUntil | is no day such as 2026-03-02',
      'people | 1 | doNotContact | is no yes or no (true, false)',
      'people | 1 | createdAt | is no instant such as 2026-03-02T10:00:00Z',
      'people | 1 | origin | is missing',
    ])
    expect(read({ people: [nadia, wrong] }).rows.get(person)).toHaveLength(1)
  })
  test('in states that cannot be', () => {
    const approach = {
      id: derivedId('1'),
      personId: nadia.id,
      createdAt: nadia.createdAt,
      status: 'replied',
      answer: 'later',
    }
    expect(reasons({ approaches: [{ ...approach, attempts: [{ channel: 'pigeon', sentAt: 1 }] }] })).toEqual([
      'approaches | 0 | attempts | holds a "channel" at 1 that is none of email, phone, linkedin, in-person, letter',
      'approaches | 0 | repliedAt | is missing',
      'approaches | 0 | until | is missing',
    ])
    expect(reasons({ policy: [{ id: nadia.id, overrides: { replyWaitDays: 0 } }] })[0]).toMatch(
      /out of range/,
    )
    expect(reasons({ policy: [{ id: nadia.id, overrides: { guesses: 1 } }] })[0]).toMatch(/"guesses"/)
  })
  test('in what is no row, is there twice or is not known', () => {
    expect(
      reasons({
        people: [nadia, 7, nadia, { ...nadia, id: derivedId('2'), shoe: 42 }],
        shoes: [],
        letters: {},
      }),
    ).toEqual([
      'people | 1 | is no object',
      'people | 2 | id | has the id of a row before it, and is left out',
      'people | 3 | shoe | is not known here; rows are taken without it',
      'shoes | nothing of this name is known here',
      'letters | is no list',
    ])
  })
})

describe('a file that is no export is refused as a whole', () => {
  test.each([
    ['{"acquaint": {"version": 1}', 'DAMAGED_FILE', /no whole JSON/],
    ['[]', 'UNKNOWN_FORMAT', /no export of Acquaint/],
    ['{"people": []}', 'UNKNOWN_FORMAT', /no export of Acquaint/],
    ['{"acquaint": {"version": 2}}', 'UNKNOWN_FORMAT', /newer Acquaint/],
  ])('%s', (text, code, message) => {
    const refused = (): unknown => {
      try {
        return readNetwork(text, tables)
      } catch (error) {
        return error
      }
    }
    expect(refused()).toMatchObject({ code, message: expect.stringMatching(message) })
  })
  test('and nothing else is ever thrown, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (whole, part) => {
        for (const value of [
          whole,
          { acquaint: head, people: part, touches: [part], policy: [{ ...nadia, overrides: part }] },
        ]) {
          try {
            readNetwork(JSON.stringify(value), tables)
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError)
          }
        }
      }),
    )
    const deep = `{"acquaint": {"version": 1}, "people": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect(readNetwork(deep, tables).problems).toHaveLength(1)
  })
})
