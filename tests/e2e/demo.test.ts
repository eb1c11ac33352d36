import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { acquaint, freshFolder } from './command-line.ts'

const json = async (...words: string[]) => {
  const { code, stdout, stderr } = await acquaint(['--json', ...words])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

test('the demonstration fills a folder of its own, whatever folder is the user’s, and says how to go on', async () => {
  const own = await freshFolder()
  const { code, stdout } = await acquaint(['--json', 'demo'], { env: { ACQUAINT_DATA: own.path } })
  expect(code).toBe(0)
  const { data, people, steps, next } = JSON.parse(stdout)
  expect(data).not.toBe(own.path)
  expect(next).toBe(`acquaint --data ${data} today`)
  expect((await json('--data', data, 'people', 'list')).total).toBe(people)
  expect((await json('--data', data, 'today')).steps).toHaveLength(steps)
  expect((await json('--data', data, 'doctor')).checks.every(({ ok }: { ok: boolean }) => ok)).toBe(true)
  await rm(data, { recursive: true })
  await own.remove()
})

test('a folder that holds a network is left as it is: exit 5', async () => {
  const { path, remove } = await freshFolder()
  await json('--data', path, 'people', 'add', '--name', 'Somebody Real', '--origin', 'direct-contact')
  const { code, stderr } = await acquaint(['--data', path, 'demo'])
  expect(code).toBe(5)
  expect(stderr).toContain('already holds a network')
  expect((await json('--data', path, 'people', 'list')).total).toBe(1)
  await remove()
})
