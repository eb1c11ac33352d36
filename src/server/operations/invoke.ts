import type { z } from 'zod'
import type { Command } from '../../core/kernel/command.ts'
import { DomainError } from '../../core/kernel/errors.ts'
import { type Call, execute, query } from '../../core/kernel/execute.ts'
import { idsOf } from '../../core/kernel/ids.ts'
import { deriveSteps } from '../../core/method/derive.ts'
import type { Caller, FileAnswer, Operation, Services } from './operation.ts'
import { resolveReferences } from './resolve.ts'

/** Runs an operation for a caller: rights, input, references, then the command or the query. Every door calls this. */
export async function invoke(
  services: Services,
  operation: Operation,
  raw: unknown,
  caller: Caller,
): Promise<{ result: unknown | FileAnswer; replayed: boolean }> {
  if (!caller.rights.includes(operation.rights)) {
    throw new DomainError(
      'NOT_ALLOWED',
      `This token may not do that: "${operation.summary}" needs the right to ${operation.rights}.`,
    )
  }
  const input = parse(operation.input, raw)
  if (operation.kind === 'service')
    return { result: await operation.run(services, input, caller), replayed: false }
  if (operation.kind === 'query') {
    const result = await query(services.store, caller, async (tx) =>
      operation.run(tx, await resolveReferences(tx, operation.input, input), services, caller),
    )
    return { result, replayed: false }
  }
  const key = caller.key ?? services.newId(caller.now)
  const call: Call = {
    ...caller,
    key,
    newId: idsOf(key, caller.now),
    dryRun: operation.dryRun?.(input) ?? false,
    // Long work lets others have a turn whenever it says how far it is.
    report: async (what, done, total) => {
      await caller.report?.(what, done, total)
      await new Promise((resume) => setImmediate(resume))
    },
  }
  const { command } = operation
  // Names and prefixes are looked up in the command's own transaction, so that what they mean cannot change in between.
  let given: unknown
  const resolving: Command<unknown, unknown> = {
    ...command,
    record: (parsed) => operation.record?.(parsed) ?? parsed,
    run: async (tx, parsed) => {
      given = await operation.toInput(await resolveReferences(tx, operation.input, parsed), caller)
      return command.run(tx, given)
    },
    summary: (_, output) => command.summary(given, output),
  }
  return execute(services.store, call, resolving, input, deriveSteps, (tx, output) =>
    operation.present(tx, output, given),
  )
}

/** Reads input by its schema; the first thing wrong is told by the name of its field. */
function parse(schema: z.ZodType, raw: unknown): unknown {
  const parsed = schema.safeParse(raw ?? {}, { reportInput: true })
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: sentence(issue),
  }))
  const [first] = issues
  throw new DomainError('INVALID_INPUT', first ? first.message : 'The input is wrong.', {
    field: first?.field ?? '',
    issues,
  })
}

function sentence(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return `There is no ${issue.keys.map((key) => `"${key}"`).join(', ')} here.`
  if (issue.code === 'invalid_type' && issue.input === undefined) return `"${field}" is missing.`
  if (issue.code === 'invalid_value') return `"${field}" is one of: ${issue.values.join(', ')}.`
  return field ? `"${field}": ${issue.message}` : issue.message
}
