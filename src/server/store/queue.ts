/** Runs one after another what it is given; what fails does not hold up the next. */
export function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}

/** A queue for each key, kept only while it has something to do. */
export function queues(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const waiting = new Map<string, { enqueue: ReturnType<typeof queue>; length: number }>()
  return async (key, work) => {
    let line = waiting.get(key)
    if (!line) {
      line = { enqueue: queue(), length: 0 }
      waiting.set(key, line)
    }
    line.length += 1
    try {
      return await line.enqueue(work)
    } finally {
      line.length -= 1
      if (line.length === 0) waiting.delete(key)
    }
  }
}
