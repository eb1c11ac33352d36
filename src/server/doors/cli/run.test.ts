import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine } from '../../../../tests/doors/run-command.ts'

const nadia = ['people', 'add', '--name', 'Nadia Haddad', '--origin', 'direct-contact']

describe('the command line', () => {
  it('answers with exactly one JSON value', async () => {
    const { run } = commandLine()
    const { code, out, error } = await run([...nadia, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ name: 'Nadia Haddad', origin: 'direct-contact' })
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(error).toBe('')
  })

  it.each([
    ['before the noun', ['--json', '--now', '2026-03-02T10:00:00Z', ...nadia]],
    [
      'between noun and verb',
      ['people', '--json', 'add', '--now', '2026-03-02T10:00:00Z', ...nadia.slice(2)],
    ],
    ['after everything', [...nadia, '--now=2026-03-02T10:00:00Z', '--json']],
  ])('takes options of every command %s', async (_, argv) => {
    const { out } = await commandLine().run(argv)
    expect(JSON.parse(out).createdAt).toBe('2026-03-02T10:00:00.000Z')
  })

  it('takes repeated options as a list, and answers to flags', async () => {
    const { run } = commandLine()
    const tagged = await run([...nadia, '--tag', 'health', '--tag', 'panel', '--chosen', '--json'])
    expect(JSON.parse(tagged.out)).toMatchObject({ tags: ['health', 'panel'], chosen: true })
    for (const answer of [['--chosen', 'no'], ['--no-chosen'], ['--chosen=no']]) {
      await run(['people', 'edit', 'Nadia Haddad', '--chosen'])
      const edited = await run(['people', 'edit', ...answer, 'Nadia Haddad', '--json'])
      expect(JSON.parse(edited.out).chosen).toBe(false)
    }
  })

  it('leaves the word after a bare flag alone', async () => {
    const { run } = commandLine()
    await run(nadia)
    const { out } = await run(['people', 'edit', '--chosen', 'Nadia Haddad', '--json'])
    expect(JSON.parse(out).chosen).toBe(true)
  })

  it('reads local days and times in the zone of whoever sits there', async () => {
    const { run } = commandLine()
    await run(nadia)
    const touch = async (at: string) =>
      JSON.parse(
        (await run(['touches', 'add', '--person', 'Nadia Haddad', '--kind', 'call', '--at', at, '--json']))
          .out,
      ).at
    expect(await touch('2026-03-02')).toBe('2026-03-02T11:00:00.000Z')
    expect(await touch('2026-07-02 14:30')).toBe('2026-07-02T12:30:00.000Z')
    expect(await touch('2026-03-02T10:00:00Z')).toBe('2026-03-02T10:00:00.000Z')
  })

  it.each([
    [['people', 'ad'], 2, /Unknown command 'ad'\. Did you mean add\?/],
    [['peple', 'list'], 2, /Unknown command 'peple'\. Did you mean people\?/],
    [['people', 'add', '--nme', 'x'], 2, /Unknown option '--nme'\. Did you mean --name\?/],
    [['people'], 2, /"people" needs a word/],
    [['people', 'add', '--name', 'x'], 2, /--origin/],
    [['people', 'add', '--name', 'x', '--origin', 'dream'], 2, /--origin.*personal-referral, direct-contact/],
    [[...nadia, '--closeness', 'near'], 2, /--closeness.*a number/],
    [['touches', 'add', '--person', 'x', '--kind', 'call', '--at', '2026-13-45'], 2, /--at/],
    [['people', 'show'], 2, /person/],
    [['people', 'show', 'Nobody'], 4, /There is no person "Nobody" here/],
    [['today', '--now', 'yesterday'], 2, /--now takes a time with its offset/],
    [['serve', '--port', '99999999'], 2, /A port is a number/],
    [['completion', 'csh'], 2, /bash, zsh and fish/],
  ])('refuses %j with exit code %i and a sentence', async (argv, code, sentence) => {
    const said = await commandLine().run(argv)
    expect(said.error).toMatch(sentence)
    expect(said).toMatchObject({ code, out: '' })
    const asJson = await commandLine().run([...argv, '--json'])
    expect(JSON.parse(asJson.error).error).toMatchObject({
      code: expect.any(String),
      details: expect.any(Object),
    })
  })

  it('tells the candidates when a name is ambiguous', async () => {
    const { run } = commandLine()
    await run(nadia)
    await run(nadia)
    const { code, error } = await run(['people', 'show', 'Nadia Haddad', '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(error).error.details.candidates).toHaveLength(2)
  })

  it('erases only with --yes, and says before what would go', async () => {
    const { run } = commandLine()
    await run(nadia)
    const refused = await run(['erase'])
    expect(refused.code).toBe(2)
    expect(refused.error).toMatch(/one person.*--yes/)
    expect((await run(['erase', '--yes'])).code).toBe(0)
  })

  it('writes a file whole, and never over another without --force', async () => {
    const { run } = commandLine()
    await run(nadia)
    const file = join(mkdtempSync(join(tmpdir(), 'acquaint-')), 'people.csv')
    const argv = ['export', '--format', 'csv', '--out', file]
    expect((await run(argv)).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('Nadia Haddad')
    writeFileSync(file, 'mine')
    expect(await run(argv)).toMatchObject({ code: 5, error: expect.stringMatching(/--force/) })
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect((await run([...argv, '--force'])).code).toBe(0)
  })

  it('unpacks a folder of texts, unless a name says that it is an archive', async () => {
    const { run } = commandLine()
    await run(nadia)
    const folder = join(mkdtempSync(join(tmpdir(), 'acquaint-')), 'people')
    const argv = ['export', '--format', 'markdown', '--out']
    expect((await run([...argv, folder])).code).toBe(0)
    expect(readFileSync(join(folder, 'People', 'Nadia Haddad.md'), 'utf8')).toMatch(
      /^---\nname: "Nadia Haddad"\n/,
    )
    expect(await run([...argv, folder])).toMatchObject({ code: 5, error: expect.stringMatching(/--force/) })
    expect((await run([...argv, `${folder}.zip`])).code).toBe(0)
    expect(readFileSync(`${folder}.zip`, 'latin1')).toMatch(/^PK/)
  })

  it('opens no store for help, for completion and for another server', async () => {
    const { run, opened } = commandLine()
    for (const argv of [
      ['--help'],
      ['people', '--help'],
      ['people', 'add', '--help'],
      ['completion', 'fish'],
      [],
    ]) {
      expect(await run(argv)).toMatchObject({ code: 0, error: '' })
    }
    const remote = await run(['today', '--server', 'http://127.0.0.1:9'])
    expect(remote).toMatchObject({ code: 1, error: expect.stringMatching(/Is the server running/) })
    expect(opened()).toBe(0)
  })

  it('shows control characters of a name to nobody’s terminal', async () => {
    const { run } = commandLine()
    await run(['people', 'add', '--name', 'A\u001b[2JB', '--origin', 'direct-contact'])
    expect((await run(['people', 'list'])).out).not.toContain('\u001b')
  })
})
