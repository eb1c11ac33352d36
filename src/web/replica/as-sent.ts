/**
 * A command's input in the words of its operation, by the rule that most follow: `personId` is sent as `person`,
 * `referredById` as `referredBy`, and an instant (`at`, `sentAt`) as ISO 8601. What is undefined is left out.
 */
export function asSent(input: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => {
      if (value === undefined) return []
      if (isInstant(name, value)) return [[name, new Date(value).toISOString()]]
      return [[name.endsWith('Id') ? name.slice(0, -2) : name, value]]
    }),
  )
}

const isInstant = (name: string, value: unknown): value is number =>
  typeof value === 'number' && (name === 'at' || name.endsWith('At'))
