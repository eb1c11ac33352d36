import type { Outcome, Preparation } from '../../core/conversations/commands.ts'
import type { PickWish } from '../../core/conversations/pick-questions.ts'
import { decimalOf } from '../../core/events/amount.ts'
import type { Met, Whom } from '../../core/events/people.ts'
import type { Command } from '../../core/kernel/command.ts'
import type { Undone } from '../../core/kernel/undo.ts'
import type { PolicyEdit, ProfileEdit } from '../../core/method/commands.ts'
import type { ManyEdit } from '../../core/people/edit-many.ts'
import type { Merge } from '../../core/people/merge.ts'
import { lineOf } from '../../core/people/named-person.ts'
import { promisedLine } from '../../core/promises/promise.ts'
import { asSent } from './as-sent.ts'
import type { Runnable } from './replica.ts'

// The code of a noun's commands is loaded when the first of them is run; the service worker has it without a network.
const people = () => import('../../core/people/commands.ts')
const touches = () => import('../../core/touches/commands.ts')
const promises = () => import('../../core/promises/commands.ts')
const approaches = () => import('../../core/approaches/commands.ts')
const conversations = () => import('../../core/conversations/commands.ts')
const introductions = () => import('../../core/introductions/commands.ts')
const letters = () => import('../../core/letters/commands.ts')
const method = () => import('../../core/method/commands.ts')
const events = () => import('../../core/events/commands.ts')
const peopleOfEvents = () => import('../../core/events/people-commands.ts')
const openings = () => import('../../core/openings/commands.ts')
const fields = () => import('../../core/fields/commands.ts')
const research = () => import('../../core/research/commands.ts')
const everyTable = async () => (await import('../../core/tables.ts')).tables

/** The commands that run in the browser: `run(commands.addPerson, { name, origin })`. */
export const commands = {
  addPerson: runnable('people.add', async () => (await people()).addPerson),
  editPerson: runnable('people.edit', async () => (await people()).editPerson),
  editPeople: {
    ...runnable('people.editMany', async () => (await import('../../core/people/edit-many.ts')).editMany),
    asSent: ({ chosen, facts, clear }: ManyEdit) => asSent({ ...chosen, ...facts, clear }),
  },
  mergePeople: {
    ...runnable('people.merge', async () =>
      (await import('../../core/people/merge.ts')).mergePeopleCommand(await everyTable()),
    ),
    asSent: ({ personId, otherId, fromOther = [] }: Merge) => ({
      person: personId,
      other: otherId,
      take: fromOther.map((fact) => `${fact === 'referredById' ? 'referredBy' : fact}=Q`),
    }),
  },
  keepApart: runnable(
    'people.keepApart',
    async () => (await import('../../core/people/keep-apart.ts')).keepApart,
  ),
  removePerson: runnable('people.remove', async () =>
    (await import('../../core/people/remove.ts')).removePersonCommand(await everyTable()),
  ),
  addTouch: runnable('touches.add', async () => (await touches()).addTouch),
  addPromise: runnable('promises.add', async () => (await promises()).addPromise),
  closePromise: runnable('promises.done', async () => (await promises()).closePromise),
  startApproach: runnable('approaches.start', async () => (await approaches()).startApproach),
  followUp: runnable('approaches.followUp', async () => (await approaches()).followUp),
  recordReply: runnable('approaches.reply', async () => (await approaches()).recordReply),
  moveOn: runnable('approaches.moveOn', async () => (await approaches()).moveOn),
  composeDraft: runnable('letters.compose', async () => (await letters()).composeDraft),
  editDraft: runnable('letters.edit', async () => (await letters()).editDraft),
  discardDraft: runnable('letters.discard', async () => (await letters()).discardDraft),
  sendLetter: runnable('letters.sent', async () => (await letters()).sendLetter),
  arrangeConversation: runnable(
    'conversations.arrange',
    async () => (await conversations()).arrangeConversation,
  ),
  prepareConversation: {
    ...runnable('conversations.prepare', async () => (await conversations()).prepareConversation),
    asSent: ({ questions, ...rest }: Preparation) => ({
      ...asSent(rest),
      ...(questions && {
        mustAsk: questions.filter(({ mustAsk }) => mustAsk).map(({ text }) => text),
        questions: questions.filter(({ mustAsk }) => !mustAsk).map(({ text }) => text),
      }),
    }),
  },
  recordConversation: {
    ...runnable('conversations.record', async () => (await conversations()).recordConversation),
    asSent: ({ names, promises, theirPromises, ...rest }: Outcome) => ({
      ...asSent(rest),
      ...(names && {
        names: names.map(lineOf),
      }),
      ...(promises && { promises: promises.map(promisedLine) }),
      ...(theirPromises && { theirPromises: theirPromises.map(promisedLine) }),
    }),
  },
  noteConversation: runnable(
    'conversations.note',
    async () => (await import('../../core/conversations/note.ts')).noteConversation,
  ),
  pickQuestions: {
    ...runnable(
      'questions.pick',
      async () => (await import('../../core/conversations/pick-questions.ts')).pickForConversation,
    ),
    asSent: (wish: PickWish) => ({ ...asSent(wish), save: true }),
  },
  rehearse: runnable(
    'introduction.rehearse',
    async () => (await import('../../core/profile/commands.ts')).rehearse,
  ),
  confirmConversation: runnable(
    'conversations.confirm',
    async () => (await conversations()).confirmConversation,
  ),
  updateIntroduction: runnable(
    'introductions.update',
    async () => (await introductions()).updateIntroduction,
  ),
  addEvent: withAmounts(runnable('events.add', async () => (await events()).addEvent)),
  editEvent: withAmounts(runnable('events.edit', async () => (await events()).editEvent)),
  registerForEvent: withAmounts(runnable('events.register', async () => (await events()).registerForEvent)),
  askedStudentRate: withAmounts(
    runnable('events.studentRate', async () => (await events()).askedStudentRate),
  ),
  bookTravel: withAmounts(runnable('events.book', async () => (await events()).bookTravel)),
  attendEvent: {
    ...runnable('events.attended', async () => (await events()).attendEvent),
    asSent: ({ met, ...rest }: { eventId: string; met?: Met[] }) => ({
      ...asSent(rest),
      ...(met && { met: met.map(somebody) }),
    }),
  },
  missEvent: runnable('events.missed', async () => (await events()).missEvent),
  cancelEvent: runnable('events.cancel', async () => (await events()).cancelEvent),
  removeEvent: runnable('events.remove', async () => (await events()).removeEvent),
  wantToMeet: {
    ...runnable('events.toMeet', async () => (await peopleOfEvents()).wantToMeet),
    asSent: ({ people: wanted, ...rest }: { eventId: string; people: Whom[] }) => ({
      ...asSent(rest),
      people: wanted.map(somebody),
    }),
  },
  dropFromEvent: runnable('events.drop', async () => (await peopleOfEvents()).dropFromEvent),
  researchAttendee: runnable('events.researched', async () => (await peopleOfEvents()).researchAttendee),
  metAtEvent: {
    ...runnable('events.met', async () => (await peopleOfEvents()).metAtEvent),
    asSent: (met: Met & { eventId: string }) => {
      const { eventId, note, send, sendOn } = met
      return { ...asSent({ eventId, note, send, sendOn }), person: somebody(met) }
    },
  },
  addOpening: runnable('openings.add', async () => (await openings()).addOpening),
  editOpening: runnable('openings.edit', async () => (await openings()).editOpening),
  askAdvocate: runnable('openings.asked', async () => (await openings()).askAdvocate),
  recordAdvocate: runnable('openings.advocate', async () => (await openings()).recordAdvocate),
  removeOpening: runnable('openings.remove', async () => (await openings()).removeOpening),
  addField: runnable('fields.add', async () => (await fields()).addField),
  editField: runnable('fields.edit', async () => (await fields()).editField),
  addResearch: runnable('research.add', async () => (await research()).addResearch),
  editResearch: runnable('research.edit', async () => (await research()).editResearch),
  removeResearch: runnable('research.remove', async () => (await research()).removeResearch),
  snoozeStep: runnable('steps.snooze', async () => (await method()).snoozeStep),
  dismissStep: runnable('steps.dismiss', async () => (await method()).dismissStep),
  editProfile: {
    ...runnable('profile.edit', async () => (await method()).editProfile),
    asSent: ({ away, ...edit }: ProfileEdit) =>
      asSent({
        ...edit,
        ...(away === 'none' && { notAway: true }),
        ...(typeof away === 'object' && { awayFrom: away.from, awayUntil: away.until }),
      }),
  },
  sayOf: runnable('profile.say', async () => (await import('../../core/profile/commands.ts')).sayOf),
  editPolicy: {
    ...runnable('policy.edit', async () => (await method()).editPolicy),
    // The holidays of a place are the server's to know: they are asked of it by name.
    asSent: ({ values, holidays: _, ...edit }: PolicyEdit) => asSent({ ...values, ...edit }),
  },
  undo: {
    ...runnable<{ entryId: string }, Undone>('undo', async () =>
      (await import('../../core/kernel/undo.ts')).undoCommand(await everyTable()),
    ),
    asSent: ({ entryId }: { entryId: string }) => ({ id: entryId }),
    mayBeUnknownHere: true,
  },
}

function runnable<Input extends object, Output>(
  name: string,
  load: () => Promise<Command<Input, Output>>,
): Runnable<Input, Output> {
  return { name, load, asSent }
}

/** Somebody of the network by id, or somebody new as a line. */
const somebody = (whom: Whom): string => ('personId' in whom ? whom.personId : lineOf(whom.named))

const amounts = ['fee', 'studentFee', 'paid', 'cost'] as const

/** Money is counted in thousandths here, and sent as a decimal number. */
function withAmounts<Input extends object, Output>(plain: Runnable<Input, Output>): Runnable<Input, Output> {
  return {
    ...plain,
    asSent: (input) => {
      const sent = asSent(input)
      for (const name of amounts) if (typeof sent[name] === 'number') sent[name] = decimalOf(sent[name])
      return sent
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a list of commands with inputs of their own
const byName = new Map(Object.values<Runnable<any, any>>(commands).map((one) => [one.name, one]))

/** The command of a name, for running again what the device has kept. */
export const commandNamed = (name: string): Runnable<unknown, unknown> | undefined => byName.get(name)
