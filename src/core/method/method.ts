import type { ReadTx } from '../kernel/tx.ts'
import { readProfile } from '../profile/profile.ts'
import type { Calendar } from './calendar.ts'
import { chosenPolicy, type Policy, type PolicyChoice, readPolicyChoice } from './policy.ts'

/** What holds for one network: the policy, and how days are counted. */
export interface Method {
  policy: Policy
  calendar: Calendar
}

/** The method as the user chose it, in their time zone. */
export async function readMethod(tx: ReadTx): Promise<Method> {
  const choice = await readPolicyChoice(tx)
  const { timeZone = tx.timeZone, awayFrom: from, awayUntil: until } = await readProfile(tx)
  return {
    policy: chosenPolicy(choice),
    calendar: { timeZone, holidays: holidaysOf(choice), ...(from && until ? { away: { from, until } } : {}) },
  }
}

const holidaysOf = ({ holidays = [], ownHolidays = [] }: PolicyChoice): ReadonlySet<string> =>
  new Set([...holidays, ...ownHolidays])
