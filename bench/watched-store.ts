import type { Change, Store } from '../src/core/kernel/store.ts'

/** The store, with a look at what each command wrote. */
export function watch(store: Store) {
  const seen = {
    changes: [] as Change[],
    revision: 0,
    store: {
      read: store.read,
      write: (ownerId, work) =>
        store.write(ownerId, (session) =>
          work({
            ...session,
            apply: (changes, revision, report) => {
              seen.changes = changes
              seen.revision = revision
              return session.apply(changes, revision, report)
            },
          }),
        ),
    } satisfies Store as Store,
  }
  return seen
}
