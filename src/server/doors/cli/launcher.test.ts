import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const launcher = join(import.meta.dirname, '../../../../acquaint')

/** A checkout with nothing in it but the launcher; a `node` that only says its version stands in the path. */
function checkout({ version = 'v24.15.0', installed = true } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'acquaint launcher '))
  copyFileSync(launcher, join(root, 'acquaint'))
  const bin = join(root, 'bin')
  for (const folder of ['bin', 'src/server', 'dist', ...(installed ? ['node_modules'] : [])]) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  writeFileSync(join(root, 'package.json'), '{}')
  writeFileSync(join(root, 'src/server/main.ts'), '')
  const node = join(bin, 'node')
  writeFileSync(node, `#!/bin/sh\nif [ "$1" = --version ]; then echo ${version}; else echo "$@"; fi\n`)
  chmodSync(node, 0o755)
  const run = (command = join(root, 'acquaint'), cwd = root) => {
    const env = { PATH: `${bin}:/usr/bin:/bin` }
    const { status, stdout, stderr } = spawnSync(command, ['today'], { cwd, env, encoding: 'utf8' })
    return { status, out: stdout.trim(), error: stderr }
  }
  return { root, run }
}

describe('the launcher', () => {
  it.each(['v20.19.0', 'v24.14.9', 'v9.9.9'])('says plainly what to do where Node is %s', (version) => {
    const { status, out, error } = checkout({ version }).run()
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(error).toMatch(new RegExp(`24\\.15 or newer.*${version}[^]*npm ci`))
  })

  it.each(['v24.15.0', 'v24.21.3', 'v25.0.0', 'v100.1.0'])('runs on Node %s', (version) => {
    expect(checkout({ version }).run()).toMatchObject({ status: 0, error: '' })
  })

  it('says that nothing is installed yet', () => {
    expect(checkout({ installed: false }).run()).toMatchObject({
      status: 1,
      error: expect.stringMatching(/npm ci/),
    })
  })

  it('runs the sources, and the bundle once it is newer than they are', () => {
    const { root, run } = checkout()
    expect(run().out).toBe(`${root}/src/server/main.ts today`)
    writeFileSync(join(root, 'dist/acquaint.js'), '')
    expect(run().out).toBe(`${root}/dist/acquaint.js today`)
    writeFileSync(join(root, 'src/server/new.test.ts'), '')
    expect(run().out).toBe(`${root}/dist/acquaint.js today`)
  })

  it('works through links, from any folder', () => {
    const { root, run } = checkout()
    symlinkSync('../acquaint', join(root, 'bin/first'))
    symlinkSync(join(root, 'bin/first'), join(root, 'second'))
    expect(run(join(root, 'second'), '/').out).toBe(`${root}/src/server/main.ts today`)
    expect(run('first').out).toBe(`${root}/src/server/main.ts today`)
  })
})
