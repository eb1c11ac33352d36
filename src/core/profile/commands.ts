import { command } from '../kernel/command.ts'
import { DomainError, invalid } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'
import type { Tx } from '../kernel/tx.ts'
import { blanksIn } from '../letters/blanks.ts'
import { composeIntroduction, type SpokenIntroduction } from './introduction.ts'
import { type Profile, profile, readProfile } from './profile.ts'
import { paceOf } from './speech.ts'

/** Ties an experience, a skill, a strength or an interest to the sentence that the user would say of it (P5). */
export const sayOf = command({
  name: 'profile.say',
  run: async (tx, { about, sentence }: { about: string; sentence?: string }): Promise<Profile> => {
    const row = await readProfile(tx)
    const item = itemOf(row, about)
    const others = (row.sentences ?? []).filter((one) => fold(one.about) !== fold(item))
    const next = { ...row, sentences: sentence ? [...others, { about: item, text: sentence }] : others }
    await tx.put(profile, next)
    return next
  },
  summary: ({ about, sentence }: { about: string; sentence?: string }) =>
    sentence ? `What you would say of ${about}` : `Took off what you would say of ${about}`,
})

/** What of the profile is meant: its words, or the beginning of them where only one begins so. */
function itemOf(row: Profile, words: string): string {
  const items = [...row.experiences, ...row.skills, ...row.strengths, ...row.interests]
  const wanted = fold(words)
  const exact = items.filter((item) => fold(item) === wanted)
  const found =
    exact.length > 0 ? exact : items.filter((item) => wanted !== '' && fold(item).includes(wanted))
  const [only] = [...new Set(found)]
  if (only !== undefined && new Set(found).size === 1) return only
  const list = items.map((item) => `“${item}”`).join(', ')
  if (only !== undefined)
    throw invalid('about', `“${words}” could be any of ${found.map((item) => `“${item}”`).join(', ')}.`)
  throw invalid(
    'about',
    list
      ? `“${words}” is not on your profile. There are: ${list}. "profile edit" adds more.`
      : 'Your profile names no experience yet. Put one there first: profile edit --experience "..."',
  )
}

export interface Rehearsal {
  /** How long it took to say. */
  seconds: number
  /** What was said; the introduction of so many seconds, unless given. */
  text?: string
  of?: number
}

/** From as slow to as fast as people speak, in words a minute. */
const paces = { from: 60, to: 260 }

/** Takes the user's own pace from an introduction said aloud; later introductions are measured by it (P6). */
export const rehearse = command({
  name: 'introduction.rehearse',
  run: async (
    tx: Tx,
    { seconds, text, of = 30 }: Rehearsal,
  ): Promise<SpokenIntroduction & { wordsAMinute: number }> => {
    const row = await readProfile(tx)
    const said = text ?? composeIntroduction(row, { seconds: of }).text
    const [open] = blanksIn(said)
    if (open) {
      throw new DomainError(
        'WRONG_STATE',
        `Your introduction still has a blank, ${open.text}. Fill it in with "profile edit", then say it aloud again.`,
      )
    }
    const wordsAMinute = paceOf(said, seconds)
    if (wordsAMinute < paces.from || wordsAMinute > paces.to) {
      throw invalid(
        'seconds',
        `${seconds} seconds would be ${wordsAMinute} words a minute; people speak ${paces.from} to ${paces.to}. Time the whole introduction once more.`,
      )
    }
    const next = { ...row, wordsAMinute }
    await tx.put(profile, next)
    return { ...composeIntroduction(next, { seconds: of }), wordsAMinute }
  },
  summary: (_, { wordsAMinute }) => `Rehearsed your introduction: ${wordsAMinute} words a minute`,
})
