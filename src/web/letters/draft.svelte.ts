import { untrack } from 'svelte'
import type { Letter } from '../../core/letters/letter.ts'
import { tellError } from '../app/act.svelte.ts'
import { beforeRelease, draftOf, keepDraft } from '../app/drafts.ts'
import { commands } from '../replica/commands.ts'
import { run } from '../replica/network.svelte.ts'

/** How long the writer pauses before what is written is saved, in milliseconds. */
const pause = 1500

/**
 * The text of a letter while it is written. It is the writer's from the first key on: kept on the device at every key,
 * saved at a pause and on leaving, found again after a crash. A change from elsewhere is taken while nobody writes. Call it
 * once in a component.
 */
export function draftText(letter: () => Letter | undefined) {
  let subject = $state('')
  let body = $state('')
  let isUnsaved = $state(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let from: string | undefined
  /** The text on record that the writer's is made of. */
  let before = ''

  $effect(() => {
    const row = letter()
    if (row) untrack(() => take(row))
  })
  function take(row: Letter) {
    if (row.id === from && isUnsaved) return
    if (row.id !== from) {
      from = row.id
      before = row.body
      const kept = row.status === 'draft' ? draftOf(`letter.${row.id}`) : ''
      if (kept) {
        ;({ subject, body, before } = JSON.parse(kept) as Record<'subject' | 'body' | 'before', string>)
        changed()
        return
      }
      ;({ subject, body } = row)
    }
    before = row.body
    // What is saved has no white space at its ends; the writer may be about to go on there.
    if (row.subject.trim() !== subject.trim()) subject = row.subject
    if (row.body.trim() !== body.trim()) body = row.body
  }
  function changed() {
    isUnsaved = true
    if (from) keepDraft(`letter.${from}`, JSON.stringify({ subject, body, before }))
    clearTimeout(timer)
    timer = setTimeout(save, pause)
  }
  async function save() {
    clearTimeout(timer)
    const row = untrack(letter)
    const said = { subject: subject.trim(), body: body.trim(), bodyBefore: before }
    if (!isUnsaved || row?.status !== 'draft' || row.id !== from || said.body === '') return
    try {
      if (said.subject !== row.subject || said.body !== row.body)
        await run(commands.editDraft, { letterId: row.id, ...said })
      before = said.body
      if (subject.trim() !== said.subject || body.trim() !== said.body) return
      keepDraft(`letter.${row.id}`, '')
      isUnsaved = false
    } catch (error) {
      tellError(error)
    }
  }
  $effect(() => {
    const forget = beforeRelease(save)
    const left = () => {
      if (document.visibilityState === 'hidden') void save()
    }
    document.addEventListener('visibilitychange', left)
    return () => {
      document.removeEventListener('visibilitychange', left)
      forget()
      void save()
    }
  })
  return {
    get subject() {
      return subject
    },
    set subject(text) {
      subject = text
      changed()
    },
    get body() {
      return body
    },
    set body(text) {
      body = text
      changed()
    },
    get isUnsaved() {
      return isUnsaved
    },
    save,
    /** What is written is given up: nothing of it stays on the device. */
    drop() {
      clearTimeout(timer)
      isUnsaved = false
      if (from) keepDraft(`letter.${from}`, '')
    },
  }
}

export type DraftText = ReturnType<typeof draftText>
