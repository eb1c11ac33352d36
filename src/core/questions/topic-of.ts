import { bank } from './bank.ts'
import type { Topic } from './bank-question.ts'
import { gist, likeness } from './likeness.ts'

let gists: { topic: Topic; of: ReadonlySet<string> }[] | undefined

/** The topic under which a question belongs: that of the bank's question most like it; the work, where none is. */
export function topicOf(text: string): Topic {
  gists ??= bank.map((one) => ({ topic: one.topic, of: gist(one.text) }))
  const asked = gist(text)
  let best: Topic = 'work'
  let most = 0.2
  for (const { topic, of } of gists) {
    const how = likeness(asked, of)
    if (how > most) {
      best = topic
      most = how
    }
  }
  return best
}
