import { bothNotes } from '../../core/conversations/both-notes.ts'
import type { Conversation } from '../../core/conversations/conversation.ts'
import { agreedStart } from '../../core/conversations/meeting-clock.ts'
import { tellError } from '../app/act.svelte.ts'
import { commands } from '../replica/commands.ts'
import { now, run } from '../replica/network.svelte.ts'
import { keepScratch, scratchOf } from '../replica/scratch.ts'

type Arranged = Extract<Conversation, { status: 'arranged' }>

/** What is written in a talk, as it is kept on this device. */
interface Written {
  beganAt: number | undefined
  notes: string
  asked: string[]
  namesHeard: string[]
  offers: string[]
  stayInTouch: 'yes' | 'no' | undefined
  hasThanked: boolean
}

interface Kept extends Written {
  /** The notes as they were when the two last agreed. */
  base: string
  /** Not in a command yet. */
  isDirty: boolean
}

/** A pause this long puts what was written on the disk; after a longer one it becomes a command. Milliseconds. */
const pauses = { disk: 250, command: 6000 }

/** A talk while it goes on: what is written is on the disk at each pause, and then in the network (C3-C7). */
export function createMeeting(ownerId: string, id: string, talk: () => Arranged | undefined) {
  let isOpen = $state(false)
  let isDirty = $state(false)
  let isKept = $state(false)
  let isOpening = false
  /** How often something was changed: what is kept may be older. */
  let changes = 0
  let base = ''
  let diskTimer: ReturnType<typeof setTimeout> | undefined
  let commandTimer: ReturnType<typeof setTimeout> | undefined
  const written: Written = $state({
    beganAt: undefined,
    notes: '',
    asked: [],
    namesHeard: [],
    offers: [],
    stayInTouch: undefined,
    hasThanked: false,
  })
  const name = `talk ${id}`

  async function open(): Promise<void> {
    const row = talk()
    if (!row || isOpening) return
    isOpening = true
    const kept = await scratchOf<Kept>(ownerId, name).catch(() => undefined)
    const elsewhere = row.notes ?? ''
    const onRecord: Written = {
      beganAt: kept?.beganAt ?? agreedStart(row.startsAt, row.minutes, now()),
      notes: elsewhere,
      asked: row.questions.filter(({ asked }) => asked).map(({ text }) => text),
      namesHeard: row.namesHeard ?? [],
      offers: row.offers ?? [],
      stayInTouch: row.stayInTouch,
      hasThanked: kept?.hasThanked ?? false,
    }
    base = elsewhere
    if (kept?.isDirty) {
      const { base: before, isDirty: _, ...mine } = kept
      Object.assign(written, { ...onRecord, ...mine, notes: bothNotes(before, kept.notes, elsewhere) })
      changed()
    } else Object.assign(written, onRecord)
    isOpen = true
  }

  async function keep(): Promise<void> {
    clearTimeout(diskTimer)
    const change = changes
    const kept: Kept = { ...$state.snapshot(written), base, isDirty }
    try {
      await keepScratch(ownerId, name, kept)
      if (change === changes) isKept = true
    } catch (error) {
      tellError(error)
    }
  }

  /** To be called after each change of `written`. */
  function changed(): void {
    isDirty = true
    isKept = false
    changes += 1
    clearTimeout(diskTimer)
    clearTimeout(commandTimer)
    diskTimer = setTimeout(keep, pauses.disk)
    commandTimer = setTimeout(commit, pauses.command)
  }

  /** Makes a command of what is written. Where a rule refuses it, it stays on this device. */
  async function commit(): Promise<void> {
    clearTimeout(commandTimer)
    if (!isDirty || !isOpen) return
    await keep()
    const elsewhere = talk()?.notes ?? ''
    const notes = bothNotes(base, written.notes, elsewhere)
    if (notes !== written.notes) written.notes = notes
    const { asked, namesHeard, offers, stayInTouch } = $state.snapshot(written)
    isDirty = false
    try {
      await run(commands.noteConversation, {
        conversationId: id,
        notes,
        asked,
        namesHeard,
        offers,
        stayInTouch,
      })
      base = notes
    } catch (error) {
      isDirty = true
      tellError(error)
    }
    await keep()
  }

  return {
    written,
    /** What this device had of it is read. */
    get isOpen() {
      return isOpen
    },
    /** All that is not on record yet is on the disk. */
    get isKept() {
      return isDirty && isKept
    },
    open,
    changed,
    commit,
    begin() {
      written.beganAt = now()
      void keep()
    },
  }
}
