import { z } from 'zod'
import { DomainError, invalid } from '../../core/kernel/errors.ts'
import { tokenScopes } from '../access/tokens.ts'
import type { Check, TokenInfo } from './administration.ts'
import { serviceOperation } from './operation.ts'
import { instantOut, iso, isoOrNull, line } from './schemas.ts'

const file = (description: string) => z.string().trim().min(1).max(4096).describe(description)

const tokenOut = z
  .object({
    id: z.string(),
    name: z.string(),
    scope: z.enum(tokenScopes),
    createdAt: instantOut,
    lastUsedAt: instantOut.nullable(),
    revokedAt: instantOut.nullable(),
  })
  .meta({ id: 'Token' })

const presentToken = (token: TokenInfo): z.output<typeof tokenOut> => ({
  id: token.id,
  name: token.name,
  scope: token.scope,
  createdAt: iso(token.createdAt),
  lastUsedAt: isoOrNull(token.lastUsedAt),
  revokedAt: isoOrNull(token.revokedAt),
})

const storeErrors = ['STORE_BUSY', 'STORE_FULL', 'STORE_READ_ONLY'] as const

export const administrationOperations = [
  serviceOperation({
    name: 'backup',
    summary: 'Write everything to a file, checked, while others go on working',
    input: z.strictObject({ file: file('Where to') }),
    output: z.object({ file: z.string(), bytes: z.int(), rows: z.int() }),
    errors: storeErrors,
    rights: 'owner',
    commandLine: {
      words: ['backup'],
      positional: ['file'],
      examples: ['backup ~/acquaint-2026-03-02.backup'],
    },
    run: (services, input, caller) => services.administration.backup(caller.ownerId, input.file),
  }),
  serviceOperation({
    name: 'restore',
    summary: 'Put a backup in the place of what is here',
    input: z.strictObject({ file: file('The backup') }),
    output: z.object({ file: z.string(), rows: z.int() }),
    errors: ['UNREADABLE_FILE', 'STORE_NEWER', ...storeErrors],
    rights: 'owner',
    commandLine: {
      words: ['restore'],
      positional: ['file'],
      examples: ['restore ~/acquaint-2026-03-02.backup'],
    },
    run: (services, input, caller) => services.administration.restore(caller.ownerId, input.file),
  }),
  serviceOperation({
    name: 'doctor',
    summary: 'Look for damage, and for what would stop you soon',
    input: z.strictObject({}),
    output: z.object({
      checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
    }),
    errors: ['STORE_DAMAGED'],
    rights: 'read',
    rest: 'GET /doctor',
    commandLine: {
      words: ['doctor'],
      examples: ['doctor', 'doctor --json'],
      fails: (answer: { checks: Check[] }) => answer.checks.some((check) => !check.ok),
    },
    run: async (services, _, caller) => ({
      checks: [nodeVersion(), ...(await services.administration.check(caller.ownerId))],
    }),
  }),
  serviceOperation({
    name: 'erase',
    summary: 'Remove everything for good; nothing brings it back but a backup',
    input: z.strictObject({ yes: z.boolean().optional().describe('Yes, all of it') }),
    output: z.object({ erased: z.boolean(), people: z.int() }),
    errors: ['INVALID_INPUT', ...storeErrors],
    rights: 'owner',
    commandLine: { words: ['erase'], examples: ['erase --yes'] },
    run: async (services, { yes }, caller) => {
      const { total } = await services.reads.listPeople(caller.ownerId, { limit: 1 })
      if (!yes) {
        const people = total === 1 ? 'one person' : `${total} people`
        throw invalid(
          'yes',
          `This would remove ${people} with everything about them, your profile, the history and the tokens, for good. Make a backup first if in doubt; then add --yes.`,
        )
      }
      await services.administration.erase(caller.ownerId)
      return { erased: true, people: total }
    },
  }),
  serviceOperation({
    name: 'token.create',
    summary: 'Make a token for a program',
    input: z.strictObject({
      name: line('What it is for').default('token'),
      scope: z
        .enum(tokenScopes)
        .default('write')
        .describe('Only to read, to read and write, or only the calendar'),
    }),
    output: z.object({
      id: z.string(),
      name: z.string(),
      scope: z.enum(tokenScopes),
      token: z.string().describe('The secret: it is told only now'),
      createdAt: instantOut,
    }),
    errors: storeErrors,
    rights: 'owner',
    commandLine: {
      words: ['token', 'create'],
      examples: ['token create --name laptop --scope read', 'token create --name phone --scope feed'],
    },
    run: async (services, { name, scope }, caller) => {
      const { token, secret } = await services.administration.createToken(caller.ownerId, {
        name,
        scope,
        now: caller.now,
      })
      const { id, createdAt } = token
      return { id, name: token.name, scope: token.scope, token: secret, createdAt: iso(createdAt) }
    },
  }),
  serviceOperation({
    name: 'token.list',
    summary: 'List the tokens, without their secrets',
    input: z.strictObject({}),
    output: z.array(tokenOut),
    errors: [],
    rights: 'read',
    rest: 'GET /tokens',
    commandLine: { words: ['token', 'list'], examples: ['token list'] },
    run: async (services, _, caller) =>
      (await services.administration.listTokens(caller.ownerId)).map(presentToken),
  }),
  serviceOperation({
    name: 'token.revoke',
    summary: 'End a token',
    input: z.strictObject({ token: line('Its id, the beginning of its id, or its name') }),
    output: tokenOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', ...storeErrors],
    rights: 'owner',
    commandLine: { words: ['token', 'revoke'], positional: ['token'], examples: ['token revoke laptop'] },
    run: async (services, input, caller) => {
      const known = await services.administration.listTokens(caller.ownerId)
      const id = whichToken(known, input.token)
      return presentToken(await services.administration.revokeToken(caller.ownerId, id, caller.now))
    },
  }),
]

/** A token by its id, the beginning of its id, or its name; among namesakes the one that still works. */
function whichToken(tokens: readonly TokenInfo[], text: string): string {
  const byId = tokens.filter(
    ({ id }) => id === text || (text.length >= 4 && id.startsWith(text.toLowerCase())),
  )
  const byName = tokens.filter(({ name }) => name === text)
  const live = byName.filter(({ revokedAt }) => revokedAt === undefined)
  const found = byId.length > 0 ? byId : live.length > 0 ? live : byName
  if (found.length === 1) return found[0]!.id
  if (found.length === 0)
    throw new DomainError('NOT_FOUND', `There is no token "${text}" here.`, { what: 'token', id: text })
  const candidates = found.map(({ id, name }) => ({ id, name }))
  throw new DomainError(
    'AMBIGUOUS',
    `"${text}" could be any of ${found.length} tokens. Say which by its id.`,
    {
      field: 'token',
      candidates,
    },
  )
}

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 24 || (major === 24 && minor >= 15)
  return { name: 'node', ok, detail: ok ? process.version : `${process.version}; 24.15 or newer is needed` }
}
