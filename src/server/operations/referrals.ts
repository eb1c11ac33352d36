import { z } from 'zod'
import { approach } from '../../core/approaches/approach.ts'
import { conversation } from '../../core/conversations/conversation.ts'
import { type Introduction, introduction } from '../../core/introductions/introduction.ts'
import { introductionStatuses } from '../../core/introductions/progress.ts'
import { invalid } from '../../core/kernel/errors.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { organizationKey } from '../../core/organizations/organization.ts'
import { getPerson } from '../../core/people/commands.ts'
import { fieldKey, type Person, person } from '../../core/people/person.ts'
import { chainTo, shortestChain } from '../../core/referrals/chain.ts'
import { type ReferralRows, referralGraph } from '../../core/referrals/referral-graph.ts'
import { yields } from '../../core/referrals/yield.ts'
import { queryOperation } from './operation.ts'
import { instantOut, iso, isoOrNull, line, ref } from './schemas.ts'

const who = z.object({
  personId: z.string(),
  name: z.string(),
  role: z.string().nullable(),
  organization: z.string().nullable(),
  closeness: z.int(),
})

const link = who.extend({
  origin: z.enum(['personal-referral', 'direct-contact']),
  source: z.string().nullable(),
  namedBy: z.string().nullable().describe('The id of who led to them; null for whom you found yourself'),
  namedAt: instantOut.nullable(),
  status: z.enum(introductionStatuses).nullable().describe('How far that introduction has come'),
})

const describe = ({ id, name, role, organization, closeness }: Person) => ({
  personId: id,
  name,
  role: role ?? null,
  organization: organization ?? null,
  closeness,
})

const readRows = async (tx: ReadTx): Promise<ReferralRows> => ({
  people: await tx.find(person, 'id', {}),
  introductions: await tx.find(introduction, 'byNamedAt', {}),
})

/** The introductions from one person to another; the last says how far it has come. */
const linkOf = (rows: ReferralRows, from: string | undefined, to: string): Introduction | undefined =>
  rows.introductions.findLast((one) => one.fromPersonId === from && one.toPersonId === to)

function presentChain(rows: ReferralRows, chain: readonly Person[]): z.output<typeof link>[] {
  return chain.map((one, at) => {
    const by = chain[at - 1]?.id
    const introduced = linkOf(rows, by, one.id)
    return {
      ...describe(one),
      origin: one.origin,
      source: one.source ?? null,
      namedBy: by ?? null,
      namedAt: isoOrNull(introduced?.namedAt),
      status: introduced?.status ?? null,
    }
  })
}

export const referralsOperations = [
  queryOperation({
    name: 'referrals.chain',
    summary: 'Show how you came to a person, or the shortest chain to an organisation or a field',
    input: z.strictObject({
      person: ref(person, 'How you came to this person').optional(),
      toOrganization: line('The shortest chain to this organisation').optional(),
      toField: line('The shortest chain to this field').optional(),
    }),
    output: z.object({
      to: z.object({ type: z.enum(['person', 'organization', 'field']), name: z.string() }),
      found: z.boolean(),
      chain: z.array(link).describe('From whom you know yourself to whom it leads'),
    }),
    errors: ['INVALID_INPUT', 'NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /referrals/chain',
    commandLine: {
      words: ['referrals', 'chain'],
      examples: [
        'referrals chain --to-organization "City of Evanston"',
        'referrals chain --to-field Nursing',
        'referrals chain --person "Jonas Smith"',
      ],
    },
    run: async (tx, { person: id, toOrganization, toField }) => {
      if ([id, toOrganization, toField].filter((one) => one !== undefined).length !== 1)
        throw invalid(
          'person',
          'Say where the chain leads to: one of --person, --to-organization and --to-field.',
        )
      const rows = await readRows(tx)
      const chain =
        id !== undefined
          ? chainTo(referralGraph(rows), id)
          : shortestChain(
              rows,
              toField !== undefined
                ? { fieldKey: fieldKey(toField) }
                : { organizationKey: organizationKey(toOrganization!) },
            )
      const to =
        id !== undefined
          ? { type: 'person' as const, name: (await getPerson(tx, id)).name }
          : toField !== undefined
            ? { type: 'field' as const, name: toField }
            : { type: 'organization' as const, name: toOrganization! }
      return { to, found: chain.length > 0, chain: presentChain(rows, chain) }
    },
  }),
  queryOperation({
    name: 'referrals.yield',
    summary: 'Show what came of each who named somebody: written to, met, reported back',
    input: z.strictObject({}),
    output: z.array(
      who.extend({
        named: z.int().describe('How many they named'),
        contacted: z.int(),
        met: z.int(),
        reportedBack: z.int(),
        branch: z
          .object({ people: z.int(), met: z.int(), conversations: z.int() })
          .describe('Everybody they led to, further down, too'),
      }),
    ),
    errors: [],
    rights: 'read',
    rest: 'GET /referrals/yield',
    commandLine: { words: ['referrals', 'yield'], examples: ['referrals yield'] },
    run: async (tx) => {
      const rows = await readRows(tx)
      const approaches = await tx.find(approach, 'byStatus', {})
      const conversations = await tx.find(conversation, 'byStart', {})
      const all = yields(referralGraph(rows), { ...rows, approaches, conversations })
      return all.map(({ person: one, ...counts }) => ({ ...describe(one), ...counts }))
    },
  }),
  queryOperation({
    name: 'referrals.graph',
    summary: 'List who named whom, as nodes and edges to draw',
    input: z.strictObject({}),
    output: z.object({
      nodes: z.array(
        who.extend({ depth: z.int().describe('Steps from you: 1 for whom you found yourself') }),
      ),
      edges: z.array(
        z.object({
          from: z.string(),
          to: z.string(),
          status: z.enum(introductionStatuses).nullable(),
          namedAt: instantOut.nullable(),
        }),
      ),
    }),
    errors: [],
    rights: 'read',
    rest: 'GET /referrals/graph',
    commandLine: { words: ['referrals', 'graph'], examples: ['referrals graph'] },
    run: async (tx) => {
      const rows = await readRows(tx)
      const graph = referralGraph(rows)
      const introductions = new Map(
        rows.introductions.map((one) => [`${one.fromPersonId} ${one.toPersonId}`, one]),
      )
      const edges = [...graph.named].flatMap(([from, all]) =>
        all.map((to) => {
          const one = introductions.get(`${from} ${to}`)
          return { from, to, status: one?.status ?? null, namedAt: one ? iso(one.namedAt) : null }
        }),
      )
      const drawn = new Set(edges.flatMap(({ from, to }) => [from, to]))
      const nodes = graph.order
        .filter((id) => drawn.has(id))
        .map((id) => ({ ...describe(graph.people.get(id)!), depth: graph.depth.get(id)! }))
      return { nodes, edges }
    },
  }),
]
