import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { exportPeopleCsv } from './csv.ts'

const exported = (w: ReturnType<typeof world>) => w.read((tx) => exportPeopleCsv(tx))

test('writes the people by name, several values of a cell apart, and who referred them by name', async () => {
  const w = world('2026-03-02T10:00:00+01:00')
  const nadia = await w.add('Nadia Haddad', {
    emails: ['nadia@example.com', 'n@example.org'],
    honorific: 'Dr.',
  })
  const jonas = await w.add('Jonas Smith', {
    ...{
      origin: 'personal-referral',
      referredById: nadia.id,
      organization: 'Adatum, Inc.',
      tags: ['a', 'b'],
    },
  })
  expect(await exported(w)).toBe(
    [
      'Name,Given name,Family name,Nickname,Title,Origin,Source,Referred by,Organization,Department,Role,E-mails,Phones,Web addresses,Called,Closeness,Fields,Tags,Birthday,Notes,Created,Updated,Acquaint id',
      `Jonas Smith,,,,,personal-referral,,Nadia Haddad,"Adatum, Inc.",,,,,,,2,,a ; b,,,2026-03-02T09:00:00.000Z,2026-03-02T09:00:00.000Z,${jonas.id}`,
      `Nadia Haddad,,,,Dr.,direct-contact,,,,,,nadia@example.com ; n@example.org,,,,2,,,,,2026-03-02T09:00:00.000Z,2026-03-02T09:00:00.000Z,${nadia.id}`,
      '',
    ].join('\r\n'),
  )
})

test('writes nothing that a spreadsheet would run', async () => {
  const w = world('2026-03-02T10:00:00+01:00')
  await w.add('=HYPERLINK("https://example.com")', { notes: '@SUM(1)', role: '+1+1', tags: ['-2+3'] })
  const [, row] = (await exported(w)).split('\r\n')
  expect(row).toMatch(/^"'=HYPERLINK/)
  for (const cell of ["'@SUM(1)", "'+1+1", "'-2+3"]) expect(row).toContain(`,${cell},`)
})
