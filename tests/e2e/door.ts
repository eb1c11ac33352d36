import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Client } from 'pg'
import { acquaint, freshFolder, serve } from './command-line.ts'

/** Options by the names that they have on the command line; a list is given once for each. */
export type Options = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** One way into the program, driven as an outsider would. */
export interface Door {
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as a script would read them
  run(words: readonly string[], options: Options, now: string): Promise<any>
  close(): Promise<void>
}

/** What a door answered where it refused. */
class Refused extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** The command line on a fresh folder, or on a database. */
export async function commandLineDoor(databaseUrl?: string): Promise<Door> {
  const folder = await freshFolder()
  const env: Record<string, string> = databaseUrl ? { ACQUAINT_DATABASE_URL: databaseUrl } : {}
  return {
    run: async (words, options, now) => {
      const args = ['--data', folder.path, '--now', now, '--json', ...words, ...asArguments(options)]
      const { code, stdout, stderr } = await acquaint(args, { env })
      if (code === 0) return JSON.parse(stdout)
      const { error } = JSON.parse(stderr) as { error: { code: string; message: string } }
      throw new Refused(error.code, error.message)
    },
    close: folder.remove,
  }
}

function asArguments(options: Options): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return value ? [`--${name}`] : [`--no-${name}`]
    return [value].flat().flatMap((one) => [`--${name}`, String(one)])
  })
}

/** The command line on a database of its own, on the server for tests. */
export async function postgresDoor(serverUrl: string): Promise<Door> {
  const name = `acquaint_e2e_${randomUUID().replaceAll('-', '')}`
  const administer = async (statement: string) => {
    const client = new Client({ connectionString: serverUrl })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await administer(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const door = await commandLineDoor(url.href)
  return {
    ...door,
    close: async () => {
      await door.close()
      await administer(`drop database ${name} with (force)`)
    },
  }
}

interface Described {
  operationId: string
  parameters?: { name?: string; in?: string; schema?: Property }[]
  requestBody?: { content: { 'application/json': { schema: { $ref: string } } } }
}
interface Property {
  type?: string
  enum?: unknown[]
}
interface Description {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, { properties?: Record<string, Property> }> }
}

/** REST against `serve`, by nothing but what its own description says. */
export async function restDoor(): Promise<Door> {
  const folder = await freshFolder()
  const { stdout } = await acquaint(['--data', folder.path, '--json', 'token', 'create', '--name', 'script'])
  const { token } = JSON.parse(stdout) as { token: string }
  const server = await serve(['--data', folder.path, '--now', '2026-01-01T00:00:00Z'])
  const description = (await (await fetch(`${server.url}/api/v1/openapi.json`)).json()) as Description
  return {
    run: async (words, options, now) => {
      const { method, path, query, body } = await asRequest(description, words, options)
      const response = await fetch(`${server.url}/api/v1${path}${query}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'acquaint-now': now,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const answer = (await response.json()) as { code: string; detail: string }
      if (!response.ok) throw new Refused(answer.code, answer.detail)
      return answer
    },
    close: async () => {
      await server.stop()
      await folder.remove()
    },
  }
}

/** The request that a command line stands for: `approaches follow-up A` is the operation `approachesFollowUp`. */
async function asRequest(description: Description, words: readonly string[], options: Options) {
  const { path, method, entry, placed } = find(description, words, options)
  const inPath = new Set((entry.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name))
  const given = Object.fromEntries(
    [...placed.named, ...Object.entries(options)].filter(([name]) => !inPath.has(name)),
  )
  const schema = entry.requestBody?.content['application/json'].schema.$ref.split('/').at(-1)
  const inQuery = (entry.parameters ?? []).filter((one) => one.in === 'query')
  const properties = schema
    ? (description.components.schemas[schema]?.properties ?? {})
    : Object.fromEntries(inQuery.map((one) => [one.name!, one.schema ?? {}]))
  const input = Object.fromEntries(
    Object.entries(given).map(([name, value]) => asProperty(properties, name, value)),
  )
  // What is given by position stands in the description in that order; a list takes all that is left.
  for (const name of Object.keys(properties)) {
    if (placed.left.length === 0) break
    const isList = properties[name]?.type === 'array'
    const taken = placed.left.splice(0, isList ? placed.left.length : 1)
    if (name === 'files') input.files = await Promise.all(taken.map(upload))
    else input[name] = isList ? taken : taken[0]
  }
  const query = new URLSearchParams(
    schema ? {} : Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value)])),
  )
  return { method, path, query: query.size > 0 ? `?${query}` : '', body: schema ? input : undefined }
}

function find({ paths }: Description, words: readonly string[], options: Options) {
  for (const count of [2, 1]) {
    const id = words
      .slice(0, count)
      .join('-')
      .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    for (const [template, methods] of Object.entries(paths)) {
      for (const [method, entry] of Object.entries(methods)) {
        if (entry.operationId !== id) continue
        const left = words.slice(count)
        const path = template.replace(/\{(\w+)\}/g, (_, name: string) =>
          encodeURIComponent(left.shift() ?? String(options[name])),
        )
        const second = words[0] === 'people' && words[1] === 'merge' && left[0] !== undefined
        const named: [string, string][] = second ? [['other', left.shift()!]] : []
        return { path, method: method.toUpperCase(), entry, placed: { left, named } }
      }
    }
  }
  throw new Error(`The API describes no operation for "${words.join(' ')}"`)
}

/** An option's name and value as the description has them: `--must-ask Q` is `mustAsk: [Q]`, `--email E` is `emails: [E]`. */
function asProperty(
  properties: Record<string, Property>,
  option: string,
  value: Options[string],
): [string, unknown] {
  const name = option.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const known =
    [name, `${name}s`, name.replace(/y$/, 'ies')].find((one) => Object.hasOwn(properties, one)) ?? name
  return [known, properties[known]?.type === 'array' ? [value].flat() : value]
}

async function upload(path: string): Promise<{ name: string; content: string }> {
  return { name: basename(path), content: (await readFile(path)).toString('base64') }
}
