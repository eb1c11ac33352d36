import type { Outcome, Preparation } from '../../core/conversations/commands.ts'
import type { Command } from '../../core/kernel/command.ts'
import type { Undone } from '../../core/kernel/undo.ts'
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
const everyTable = async () => (await import('../../core/tables.ts')).tables

/** The commands that run in the browser: `run(commands.addPerson, { name, origin })`. */
export const commands = {
  addPerson: runnable('people.add', async () => (await people()).addPerson),
  editPerson: runnable('people.edit', async () => (await people()).editPerson),
  mergePeople: runnable('people.merge', async () =>
    (await import('../../core/people/merge.ts')).mergePeopleCommand(await everyTable()),
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
    asSent: ({ names, ...rest }: Outcome) => ({
      ...asSent(rest),
      ...(names && {
        names: names.map(({ name, role, organization }) =>
          [name, role, organization].filter(Boolean).join(', '),
        ),
      }),
    }),
  },
  confirmConversation: runnable(
    'conversations.confirm',
    async () => (await conversations()).confirmConversation,
  ),
  updateIntroduction: runnable(
    'introductions.update',
    async () => (await introductions()).updateIntroduction,
  ),
  snoozeStep: runnable('steps.snooze', async () => (await method()).snoozeStep),
  dismissStep: runnable('steps.dismiss', async () => (await method()).dismissStep),
  editProfile: runnable('profile.edit', async () => (await method()).editProfile),
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

// biome-ignore lint/suspicious/noExplicitAny: a list of commands with inputs of their own
const byName = new Map(Object.values<Runnable<any, any>>(commands).map((one) => [one.name, one]))

/** The command of a name, for running again what the device has kept. */
export const commandNamed = (name: string): Runnable<unknown, unknown> | undefined => byName.get(name)
