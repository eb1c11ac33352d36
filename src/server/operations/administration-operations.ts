import { z } from 'zod'
import { DomainError, invalid } from '../../core/kernel/errors.ts'
import { tokenScopes } from '../access/tokens.ts'
import type { Check, SessionInfo, TokenInfo } from './administration.ts'
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

const sessionOut = z
  .object({
    id: z.string(),
    device: z.string().describe('Such as "Firefox on Android"'),
    createdAt: instantOut,
    lastUsedAt: instantOut,
    endedAt: instantOut.nullable(),
  })
  .meta({ id: 'Session' })

const presentSession = (session: SessionInfo): z.output<typeof sessionOut> => ({
  id: session.id,
  device: session.device,
  createdAt: iso(session.createdAt),
  lastUsedAt: iso(session.lastUsedAt),
  endedAt: isoOrNull(session.endedAt),
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
  serviceOperation({
    name: 'sessions.list',
    summary: 'List the browsers that are signed in',
    input: z.strictObject({}),
    output: z.array(sessionOut),
    errors: [],
    rights: 'owner',
    commandLine: { words: ['sessions', 'list'], examples: ['sessions list'] },
    run: async (services, _, caller) =>
      (await services.administration.listSessions(caller.ownerId, Date.now())).map(presentSession),
  }),
  serviceOperation({
    name: 'sessions.end',
    summary: 'Sign a browser out',
    input: z.strictObject({ session: line('Its id, or the beginning of its id') }),
    output: sessionOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', ...storeErrors],
    rights: 'owner',
    commandLine: { words: ['sessions', 'end'], positional: ['session'], examples: ['sessions end 0198c2'] },
    run: async (services, input, caller) => {
      const known = await services.administration.listSessions(caller.ownerId, Date.now())
      const named = known.map(({ id, device }) => ({ id, name: device }))
      const id = whichOf('session', named, input.session)
      return presentSession(await services.administration.endSession(caller.ownerId, id, Date.now()))
    },
  }),
]

/** A token by its id, the beginning of its id, or its name; among namesakes the one that still works. */
function whichToken(tokens: readonly TokenInfo[], text: string): string {
  const live = tokens.filter(({ name, revokedAt }) => name === text && revokedAt === undefined)
  return whichOf('token', live.length > 0 ? live : tokens, text)
}

/** One of several by its id, the beginning of its id, or its name. */
function whichOf(
  what: 'token' | 'session',
  known: readonly { id: string; name: string }[],
  text: string,
): string {
  const byId = known.filter(
    ({ id }) => id === text || (text.length >= 4 && id.startsWith(text.toLowerCase())),
  )
  const found = byId.length > 0 ? byId : known.filter(({ name }) => name === text)
  if (found.length === 1) return found[0]!.id
  if (found.length === 0)
    throw new DomainError('NOT_FOUND', `There is no ${what} "${text}" here.`, { what, id: text })
  const candidates = found.map(({ id, name }) => ({ id, name }))
  throw new DomainError(
    'AMBIGUOUS',
    `"${text}" could be any of ${found.length} ${what}s. Say which by its id.`,
    { field: what, candidates },
  )
}

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 24 || (major === 24 && minor >= 15)
  return { name: 'node', ok, detail: ok ? process.version : `${process.version}; 24.15 or newer is needed` }
}
