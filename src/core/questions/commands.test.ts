import { describe, expect, it } from 'vitest'
import { world } from '../../../tests/world.ts'
import { arrangeConversation } from '../conversations/commands.ts'
import { conversation } from '../conversations/conversation.ts'
import { pickForConversation } from '../conversations/pick-questions.ts'
import { bank } from './bank.ts'
import { addQuestion, editQuestion, removeQuestion } from './commands.ts'
import { ownQuestions } from './question.ts'

describe('questions of one’s own', () => {
  it('are kept under the topic that they belong to, changed, removed, and come back by undo (P3)', async () => {
    const w = world('2026-03-02T10:00:00+01:00')
    const own = () =>
      w.read(async (tx) => (await ownQuestions(tx)).map(({ text, topic }) => `${topic}: ${text}`))
    const { id } = await w.run(addQuestion, { text: 'Which course did you like most?' })
    expect(await own()).toEqual(['preparation: Which course did you like most?'])
    await w.run(editQuestion, { questionId: id, topic: 'advice' })
    expect(await own()).toEqual(['advice: Which course did you like most?'])
    await w.run(removeQuestion, { questionId: id })
    expect(await own()).toEqual([])
    await w.undo()
    expect(await own()).toEqual(['advice: Which course did you like most?'])
  })

  it('are not kept twice, and the bank’s own stay as they are (P3)', async () => {
    const w = world('2026-03-02T10:00:00+01:00')
    await w.run(addQuestion, { text: 'Why rivers?' })
    await expect(w.run(addQuestion, { text: 'why rivers' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(w.run(addQuestion, { text: bank[0]!.text })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(w.run(removeQuestion, { questionId: bank[0]!.id })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
  })

  it('stand first among those that are picked for a talk; undo takes the list off again (P3)', async () => {
    const w = world('2026-03-02T10:00:00+01:00')
    const { id: personId } = await w.add('Nadia Haddad')
    const at = Date.parse('2026-03-10T10:00:00+01:00')
    const talk = await w.run(arrangeConversation, { personId, at, minutes: 30, mode: 'video' })
    await w.run(addQuestion, { text: 'Why rivers?', mustAsk: true })
    const { questions } = await w.run(pickForConversation, { conversationId: talk.id })
    expect(questions).toHaveLength(12)
    const saved = async () => (await w.read((tx) => tx.get(conversation, talk.id)))?.questions ?? []
    expect((await saved()).filter(({ mustAsk }) => mustAsk).map(({ text }) => text)).toContain('Why rivers?')
    expect((await w.run(pickForConversation, { conversationId: talk.id })).questions).toEqual(questions)
    await w.undo()
    await w.undo()
    expect(await saved()).toEqual([])
  })
})
