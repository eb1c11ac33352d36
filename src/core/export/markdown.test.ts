import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { world } from '../../../tests/world.ts'
import { addTouch } from '../touches/commands.ts'
import { fileNames } from './file-names.ts'
import { exportMarkdown } from './markdown.ts'

describe('exportMarkdown', () => {
  it('has a file for each person, with front matter, what happened, and the log', async () => {
    const w = world('2026-03-02T10:00:00+01:00')
    const nadia = await w.add('Nadia "N" Haddad', {
      ...{
        organization: 'Lakeside: Health',
        tags: ['a', 'b'],
        notes: '**Met** at the fair\n<script>x</script>',
      },
    })
    await w.add('nadia "n" haddad')
    await w.run(addTouch, { personId: nadia.id, kind: 'coffee', note: 'Her *story*' })
    const archive = await w.read((tx) => exportMarkdown(tx))
    const files = unzipSync(archive)
    expect(Object.keys(files)).toEqual([
      'Log.md',
      'People/Nadia -N- Haddad.md',
      'People/nadia -n- haddad (2).md',
    ])
    expect(strFromU8(files['People/Nadia -N- Haddad.md']!)).toBe(
      [
        ...[
          '---',
          'name: "Nadia \\"N\\" Haddad"',
          'origin: "direct-contact"',
          'organization: "Lakeside: Health"',
        ],
        ...[
          'closeness: 2',
          'tags: ["a","b"]',
          `id: "${nadia.id}"`,
          'createdAt: "2026-03-02T09:00:00.000Z"',
          '---',
        ],
        ...['', '# Nadia "N" Haddad', '', '**Met** at the fair', '&lt;script>x&lt;/script>', ''],
        ...['## What happened', '', '- 2026-03-02 · coffee · Her \\*story\\*', ''],
      ].join('\n'),
    )
    expect(strFromU8(files['Log.md']!)).toMatch(/^# Log/)
    expect(await w.read((tx) => exportMarkdown(tx))).toEqual(archive)
  })

  it('names files so that every system takes them, and no two alike', () => {
    const nameFor = fileNames()
    const names = [
      'CON',
      'nul.txt',
      '..',
      '../../etc/passwd',
      'a/b\\c:d',
      'É',
      'é',
      'x'.repeat(200),
      '李雷',
      ' . ',
    ]
    expect(names.map(nameFor)).toEqual([
      ...['_CON', '_nul.txt', 'Nameless', '-..-etc-passwd', 'a-b-c-d', 'É', 'é (2)', 'x'.repeat(60), '李雷'],
      'Nameless (2)',
    ])
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (given) => {
        const named = given.map(fileNames())
        for (const name of named) {
          expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+$/u)
          expect(name).not.toMatch(/^[. ]|[. ]$|^(?:con|nul)$/i)
          expect(new TextEncoder().encode(name).length).toBeLessThan(250)
        }
        expect(new Set(named.map((name) => name.toLowerCase())).size).toBe(named.length)
      }),
    )
  })
})
