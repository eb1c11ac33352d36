import { spawnSync } from 'node:child_process'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acquaint, freshFolder, root, serve, start } from './command-line.ts'
import { readOnlyDisk, tinyDisk, whyNoOtherDisk } from './other-disk.ts'

/** What goes wrong outside: each is told in a sentence, with its exit code, and nothing is lost or half done. */

const connections = join(root, 'tests/fixtures/connections.csv')
const cards = join(root, 'tests/fixtures/cards.vcf')
const now = '2026-03-02T09:00:00+01:00'
let folder: Awaited<ReturnType<typeof freshFolder>>
let data: string

beforeEach(async () => {
  folder = await freshFolder()
  data = join(folder.path, 'store')
})
afterEach(() => folder.remove())

type More = Parameters<typeof acquaint>[1]

const run = (words: string[], more?: More) =>
  acquaint(['--data', data, '--now', now, '--json', ...words], more)

/** Runs what must succeed; its JSON. */
async function done(words: string[], more?: More) {
  const { code, stdout, stderr } = await run(words, more)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

/** Runs what must be refused; the error as a script reads it, and that there is nothing on standard output. */
async function refused(words: string[], more?: More) {
  const { code, stdout, stderr } = await run(words, more)
  expect(stdout).toBe('')
  const { error } = JSON.parse(stderr) as { error: { code: string; message: string; details: object } }
  return { exit: code, ...error }
}

/** That the network is there as it was: so many people, so many commands, and every check passes. */
async function intact({ people, commands }: { people: number; commands: number }, more?: More) {
  expect((await done(['people', 'list'], more)).total).toBe(people)
  expect(await done(['history'], more)).toHaveLength(commands)
  const { checks } = await done(['doctor'], more)
  expect(checks.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
}

const add = (name: string, ...more: string[]) => [
  'people',
  'add',
  '--name',
  name,
  '--origin',
  'direct-contact',
  ...more,
]

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder.path, name)
  await writeFile(path, content)
  return path
}

describe('files', () => {
  beforeEach(async () => {
    await done(add('Somebody Before'))
  })

  test('a CSV that ends in the middle of a row: the whole rows are taken, the cut one is named', async () => {
    const text = await readFile(connections, 'utf8')
    const path = await file('cut.csv', text.slice(0, text.indexOf('Physiotherapist')))
    const answer = await done(['import', path])
    expect(answer).toMatchObject({ format: 'linkedin', added: 6 })
    const cut = answer.problems.find(({ line }: { line: number }) => line === 12)
    expect(cut.reason).toMatch(/ends in the middle of this row/)
    expect(cut.text).toContain('Minh Châu')
    await intact({ people: 7, commands: 2 })
    await done(['undo'])
    expect((await done(['people', 'list'])).total).toBe(1)
  })

  test('a CSV that ends before its header: refused, and nothing is taken', async () => {
    const text = await readFile(connections, 'utf8')
    const path = await file('notes.csv', text.slice(0, text.indexOf('First Name')))
    const { exit, code, message } = await refused(['import', path])
    expect({ exit, code }).toEqual({ exit: 2, code: 'UNREADABLE_FILE' })
    expect(message).toMatch(/notes\.csv|This file/)
    await intact({ people: 1, commands: 1 })
  })

  test('a binary file: refused, and nothing is taken', async () => {
    const bytes = Buffer.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe, 0, 1, 2, 3,
    ])
    const { exit, code, message } = await refused(['import', await file('photo.vcf', bytes)])
    expect({ exit, code }).toEqual({ exit: 2, code: 'UNREADABLE_FILE' })
    expect(message).toMatch(/photo\.vcf: This is a PNG picture/)
    await intact({ people: 1, commands: 1 })
  })

  test('an empty file: refused, and nothing is taken', async () => {
    const { exit, code, message } = await refused(['import', await file('empty.csv', '')])
    expect({ exit, code }).toEqual({ exit: 2, code: 'UNREADABLE_FILE' })
    expect(message).toMatch(/empty/)
    await intact({ people: 1, commands: 1 })
  })

  test('a card cut in the middle: the others are kept, and its line is named', async () => {
    const text = await readFile(cards, 'utf8')
    const path = await file('cut.vcf', text.slice(0, text.indexOf('NOTE:')))
    const answer = await done(['import', path])
    expect(answer).toMatchObject({ format: 'vcard', added: 1 })
    expect(answer.problems).toHaveLength(1)
    expect(answer.problems[0].line).toBe(9)
    expect((await done(['people', 'show', 'Ines Quayle'])).organization).toBe('Port Elver Ferries')
    await intact({ people: 2, commands: 2 })
  })

  test('one bad file among good ones: nothing of any is taken', async () => {
    const { exit } = await refused(['import', cards, await file('empty.csv', '')])
    expect(exit).toBe(2)
    await intact({ people: 1, commands: 1 })
  })

  test('a file that is not there: refused, with its name', async () => {
    const { exit, message } = await refused(['import', join(folder.path, 'nowhere.csv')])
    expect(exit).toBe(2)
    expect(message).toMatch(/nowhere\.csv: there is no such file/)
    await intact({ people: 1, commands: 1 })
  })

  test('a process killed in the middle of an import: all of it is there, or nothing', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `First${i},Last${i},,p${i}@example.com,Company ${i},Role,01 Jan 2024`,
    )
    const path = await file(
      'many.csv',
      ['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows, ''].join('\n'),
    )
    const child = start(['--data', data, '--now', now, '--json', 'import', path])
    const ended = new Promise((settle) => child.on('exit', (_, signal) => settle(signal)))
    await untilWriting(join(data, 'acquaint.db-wal'))
    child.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')
    await intact({ people: 1, commands: 1 })
    expect((await done(['import', path])).added).toBe(20_000)
    await intact({ people: 20_001, commands: 2 })
  }, 120_000)
})

/** Settles when the write-ahead log has begun to grow: the rows are on their way, and not committed. */
async function untilWriting(log: string): Promise<void> {
  const most = Date.now() + 60_000
  while (Date.now() < most) {
    const { size } = await stat(log).catch(() => ({ size: 0 }))
    if (size > 500_000) return
    await new Promise((settle) => setTimeout(settle, 5))
  }
  throw new Error('the import never began to write')
}

describe('stores', () => {
  test('a store of a newer version: refused, and left as it is', async () => {
    await done(add('Somebody Before'))
    const path = join(data, 'acquaint.db')
    const edit = (value: string) => {
      const db = new DatabaseSync(path)
      db.prepare(`update store_info set value = ? where key = 'schema_version'`).run(value)
      db.close()
    }
    const was = new DatabaseSync(path, { readOnly: true })
    const { value } = was.prepare(`select value from store_info where key = 'schema_version'`).get() as {
      value: string
    }
    was.close()
    edit('9999')
    const { exit, code, message } = await refused(add('Somebody Else'))
    expect({ exit, code }).toEqual({ exit: 5, code: 'STORE_NEWER' })
    expect(message).toMatch(/newer Acquaint.*Nothing was changed/)
    edit(value)
    await intact({ people: 1, commands: 1 })
  })

  test('a file that is no store: refused, and left as it is', async () => {
    await done(add('Somebody Before'))
    const path = join(data, 'acquaint.db')
    const whole = await readFile(path)
    await writeFile(path, 'This is a shopping list, and not a store.\n'.repeat(40))
    const { exit, code } = await refused(add('Somebody Else'))
    expect({ exit, code }).toEqual({ exit: 1, code: 'STORE_DAMAGED' })
    expect(await readFile(path, 'utf8')).toContain('shopping list')
    await writeFile(path, whole)
    await intact({ people: 1, commands: 1 })
  })

  const asRoot = process.getuid?.() === 0
  const noReadOnly = asRoot ? whyNoOtherDisk : ''
  if (noReadOnly)
    console.error(`A read-only folder was not tried: root may write anywhere, and ${noReadOnly}.`)
  test.skipIf(noReadOnly)('a read-only folder: refused, and left as it is', async () => {
    await done(add('Somebody Before'))
    const disk = asRoot ? await readOnlyDisk(data) : undefined
    const through = disk?.through ?? []
    if (!disk) await chmod(join(data, 'acquaint.db'), 0o444).then(() => chmod(data, 0o555))
    try {
      const { exit, code, message } = await refused(add('Somebody Else'), { through })
      expect({ exit, code }).toEqual({ exit: 3, code: 'STORE_READ_ONLY' })
      expect(message).toMatch(/acquaint\.db cannot be (written|opened).*Nothing is lost/)
    } finally {
      disk?.remove()
      if (!disk) await chmod(data, 0o755).then(() => chmod(join(data, 'acquaint.db'), 0o644))
    }
    await intact({ people: 1, commands: 1 })
  })

  if (whyNoOtherDisk) console.error(`A full disk was not tried: ${whyNoOtherDisk}.`)
  test.skipIf(whyNoOtherDisk)(
    'a full disk: refused, nothing is lost, and it goes on when there is room',
    async () => {
      await done(['doctor'])
      const disk = await tinyDisk(data, 3)
      const { through } = disk
      try {
        for (let i = 0; i < 3; i++) await done(add(`Early ${i}`), { through })
        const rows = Array.from(
          { length: 20_000 },
          (_, i) => `First${i},Last${i},,,Company ${i},Role,01 Jan 2024`,
        )
        const path = await file(
          'many.csv',
          ['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows, ''].join('\n'),
        )
        const large = await refused(['import', path], { through })
        expect({ exit: large.exit, code: large.code }).toEqual({ exit: 1, code: 'STORE_FULL' })
        expect(large.message).toMatch(/full.*Nothing of this was saved/)
        await intactBut({ people: 3, commands: 3 }, { through })

        const shell = (command: string) =>
          spawnSync(through[0]!, [...through.slice(1), 'sh', '-c', command, data], { encoding: 'utf8' })
        shell('cat /dev/zero > "$0/filler"')
        const small = await refused(add('One Too Many'), { through })
        expect({ exit: small.exit, code: small.code }).toEqual({ exit: 1, code: 'STORE_FULL' })
        shell('rm "$0/filler"')
        await done(add('Room Again'), { through })
        await intactBut({ people: 4, commands: 4 }, { through })
      } finally {
        disk.remove()
      }
    },
    120_000,
  )

  /** As `intact`, where the one check that may fail is the one of the disk's space. */
  async function intactBut({ people, commands }: { people: number; commands: number }, more: More) {
    expect((await done(['people', 'list'], more)).total).toBe(people)
    expect(await done(['history'], more)).toHaveLength(commands)
    const { checks } = JSON.parse((await run(['doctor'], more)).stdout)
    const bad = checks.filter(({ ok }: { ok: boolean }) => !ok) as { name: string; detail: string }[]
    expect(bad.filter(({ name, detail }) => !/disk|space|room/i.test(name + detail))).toEqual([])
  }

  test('two processes that write at once: every command is there, once', async () => {
    await done(['doctor'])
    const lane = async (name: string) => {
      for (let i = 0; i < 10; i++) await done(add(`${name} ${i}`))
    }
    await Promise.all([lane('Left'), lane('Right')])
    const { items } = await done(['people', 'list'])
    expect(new Set(items.map(({ name }: { name: string }) => name)).size).toBe(20)
    await intact({ people: 20, commands: 20 })
  }, 60_000)
})

describe('commands', () => {
  beforeEach(async () => {
    await done(['import', connections])
  })
  const untouched = () => intact({ people: 12, commands: 1 })

  test('an unknown command is exit 2, with what was meant', async () => {
    const { exit, message } = await refused(['poeple', 'list'])
    expect(exit).toBe(2)
    expect(message).toMatch(/poeple.*people/s)
    await untouched()
  })

  test('a missing option is exit 2, and named', async () => {
    const { exit, message } = await refused(['people', 'add', '--name', 'Nobody'])
    expect(exit).toBe(2)
    expect(message).toContain('--origin')
    await untouched()
  })

  test('a wrong value is exit 2, with the right ones', async () => {
    const origin = await refused(['people', 'add', '--name', 'Nobody', '--origin', 'heaven'])
    expect(origin.exit).toBe(2)
    expect(origin.message).toMatch(/--origin.*personal-referral/)
    const email = await refused(add('Nobody', '--email', 'not an address'))
    expect(email.exit).toBe(2)
    expect(email.message).toContain('--email')
    const when = await refused([
      'touches',
      'add',
      '--person',
      'Rahayu',
      '--kind',
      'call',
      '--at',
      '2026-02-30',
    ])
    expect(when.exit).toBe(2)
    expect(when.message).toContain('--at')
    const clock = await acquaint(['--data', data, '--now', 'yesterday', '--json', 'today'])
    expect(clock.code).toBe(2)
    await untouched()
  })

  test('a name that two have is exit 2, with the candidates', async () => {
    const { exit, code, details } = await refused(['people', 'edit', 'Ana Kovač', '--closeness', '4'])
    expect({ exit, code }).toEqual({ exit: 2, code: 'AMBIGUOUS' })
    expect(
      (details as { candidates: { name: string }[] }).candidates.map(({ name }) => name).toSorted(),
    ).toEqual([
      'Ana Kovač, Actuary, Finch & Daughters, Ltd.',
      'Ana Kovač, Conservator, City Archive of Port Elver',
    ])
    await untouched()
  })

  test('an id or a name that nothing has is exit 4', async () => {
    for (const who of ['0198c2aa-6f1e-7c3a-9d0b-2f4a6c8e0a1b', 'Nobody At All']) {
      const { exit, code, message } = await refused(['people', 'show', who])
      expect({ exit, code }).toEqual({ exit: 4, code: 'NOT_FOUND' })
      expect(message).toContain(who)
    }
    await untouched()
  })

  test('whoever is not to be contacted is not written to: exit 5', async () => {
    await done(['people', 'edit', 'Rahayu', '--do-not-contact'])
    const attempts = [
      ['approaches', 'start', '--person', 'Rahayu', '--channel', 'email'],
      ['letters', 'compose', '--person', 'Rahayu', '--kind', 'request'],
      ['conversations', 'arrange', '--person', 'Rahayu', '--at', now, '--minutes', '20', '--mode', 'phone'],
    ]
    for (const words of attempts) {
      const { exit, code, message } = await refused(words)
      expect({ exit, code }).toEqual({ exit: 5, code: 'WRONG_STATE' })
      expect(message).toMatch(/Rahayu.*do not contact/)
    }
    await intact({ people: 12, commands: 2 })
  })

  test('a token that may only read does not write: exit 3', async () => {
    const { token } = await done(['token', 'create', '--name', 'reader', '--scope', 'read'])
    const server = await serve(['--data', data, '--now', now])
    const remote = (words: string[]) =>
      acquaint(['--server', server.url, '--token', token, '--json', ...words])
    try {
      expect((await remote(['people', 'list'])).code).toBe(0)
      const write = await remote(add('Nobody'))
      expect(write.code).toBe(3)
      expect(JSON.parse(write.stderr).error).toMatchObject({ code: 'NOT_ALLOWED' })
      expect((await remote(['erase', '--yes'])).code).toBe(3)
    } finally {
      await server.stop()
    }
    await untouched()
  })
})
