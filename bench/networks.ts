import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '../src/core/kernel/ids.ts'
import { tables } from '../src/core/tables.ts'
import { openSqlite } from '../src/server/store/sqlite.ts'
import { fill, large, type Size, usual } from './network.ts'

/** The generated networks, each a store's folder; programs that write take a copy. */
export interface Networks {
  usual: string
  large: string
  ownerIds: { usual: Id; large: Id }
  /** A new empty folder, or a copy of one of the networks. */
  fresh(name: string, of?: 'usual' | 'large'): string
}

/** Makes both networks below the folder. */
export async function makeNetworks(folder: string): Promise<Networks> {
  const make = async (name: string, size: Size) => {
    const store = await openSqlite(join(folder, name), tables)
    await fill(store, store.ownerId, size)
    await store.close()
    return store.ownerId
  }
  const ownerIds = { usual: await make('usual', usual), large: await make('large', large) }
  return {
    usual: join(folder, 'usual'),
    large: join(folder, 'large'),
    ownerIds,
    fresh: (name, of) => {
      const place = join(folder, name)
      mkdirSync(place)
      if (of) cpSync(join(folder, of), place, { recursive: true })
      return place
    },
  }
}
