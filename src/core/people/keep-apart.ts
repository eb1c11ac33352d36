import { command } from '../kernel/command.ts'
import { invalid } from '../kernel/errors.ts'
import { derivedId, type Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { getPerson } from './commands.ts'
import { type DuplicatePair, findDuplicates, pairKey } from './duplicates.ts'
import { person } from './person.ts'
import { twoPeople } from './two-people.ts'

/** Notes that two entries are two people. */
export const keepApart = command({
  name: 'people.keepApart',
  run: async (tx, { personId, otherId }: { personId: Id; otherId: Id }) => {
    if (personId === otherId) throw invalid('other', 'These are one and the same person.')
    const [one, other] = [await getPerson(tx, personId), await getPerson(tx, otherId)]
    await tx.put(twoPeople, {
      id: derivedId('two-people', pairKey(personId, otherId)),
      personId,
      otherId,
      at: tx.now,
    })
    return { one, other }
  },
  summary: (_, { one, other }) => `Noted that ${one.name} and ${other.name} are two people`,
})

/** The pairs of people on record who may be one, those aside of whom the user has said that they are two. */
export async function duplicatesOnRecord(tx: ReadTx): Promise<DuplicatePair[]> {
  const apart = await tx.find(twoPeople, 'byPerson', {})
  return findDuplicates(
    await tx.find(person, 'byName', {}),
    new Set(apart.map(({ personId, otherId }) => pairKey(personId, otherId))),
  )
}
