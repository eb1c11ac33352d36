import { first } from './0001-first.ts'
import { theWholeMethod } from './0002-the-whole-method.ts'
import type { Migration } from './operation.ts'

/** Every migration, in order. The last one's version is that of the schema. */
export const migrations: readonly Migration[] = [first, theWholeMethod]
