import type { Step } from '../../core/method/step.ts'
import { stepTitle } from '../../core/method/step-title.ts'
import { act, tell, tellError } from '../app/act.svelte.ts'
import { go } from '../app/router.svelte.ts'
import { commands } from '../replica/commands.ts'
import { refresh } from '../replica/network.svelte.ts'
import { call } from '../replica/server.ts'

type Input = Record<string, unknown>
type Way = (input: Input, step: Step) => unknown

/** How the app does what a step's action names. A screen that takes over an operation puts its address here. */
const ways: Readonly<Record<string, Way>> = {
  'promises.done': ({ promise }) => act(commands.closePromise, { promiseId: promise as string }),
  'approaches.moveOn': ({ approach }) => act(commands.moveOn, { approachId: approach as string }),
  'conversations.confirm': ({ conversation }) =>
    act(commands.confirmConversation, { conversationId: conversation as string }),
  'letters.compose': async ({ person, conversation, introduction, ...rest }) => {
    const about = { personId: person, conversationId: conversation, introductionId: introduction }
    const done = await act(commands.composeDraft, { ...rest, ...about } as never)
    if (done?.output) go(`/letters/${done.output.id}`)
  },
  'people.list': (input) => go(`/people?${new URLSearchParams(input as Record<string, string>)}`),
}

/** Does what a step asks for, or leads to where it is done. */
export async function carryOut(step: Step): Promise<void> {
  const { operation, input } = step.action
  const way = ways[operation]
  if (way) await way(input, step)
  else if (step.subjectType === 'person') go(`/people/${step.subjectId}`)
  else await onTheServer(operation, input, step)
}

/** What has no screen and no command here yet is done on the server, which says what it lacks. */
async function onTheServer(operation: string, input: Input, step: Step): Promise<void> {
  try {
    await call(operation, input)
    refresh()
    tell({ text: `Done: ${stepTitle(step)}` })
  } catch (error) {
    tellError(error)
  }
}
