import { describe, expect, test } from 'vitest'
import { journal } from '../../src/core/kernel/journal.ts'
import { networkIn, nextId } from './network.ts'
import { onEveryStore } from './open-stores.ts'
import { sample, sampleMigrations, sampleTables, state } from './sample-table.ts'

describe('undo', () => {
  onEveryStore(sampleTables, { migrations: sampleMigrations }, (store) => {
    const network = () => networkIn(store(), sampleTables)
    const ada = () => ({ id: nextId(), name: 'Ada', labels: ['x'], rank: 1 })

    test('takes back an insert, an update and a removal', async () => {
      const { change, read, undo } = network()
      const row = ada()
      const now = () => read((tx) => tx.get(sample, row.id))
      await change((tx) => tx.put(sample, row))
      await change((tx) => tx.put(sample, { ...row, name: 'Eda', labels: ['y'] }))
      await change((tx) => tx.remove(sample, row.id))
      await undo()
      expect(await now()).toMatchObject({ name: 'Eda', labels: ['y'] })
      expect(await read((tx) => tx.find(sample, 'keys', { key: 'label:y' }))).toHaveLength(1)
      await undo()
      expect(await now()).toMatchObject({ name: 'Ada', labels: ['x'] })
      await undo()
      expect(await now()).toBeUndefined()
      await expect(undo()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })

    test('keeps what was changed since, field by field, and tells it', async () => {
      const { change, read, undo } = network()
      const row = ada()
      await change((tx) => tx.put(sample, row))
      const key = nextId()
      await change((tx) => tx.put(sample, { ...row, name: 'Eda', rank: 2, on: '2026-01-01' }), { key })
      await change(async (tx) => {
        const { revision: _, updatedAt: __, ...current } = (await tx.get(sample, row.id))!
        await tx.put(sample, { ...current, name: 'Ida' })
      })
      const { conflicts } = await undo(key)
      expect(conflicts).toMatchObject([{ table: 'sample', id: row.id, field: 'name' }])
      const now = (await read((tx) => tx.get(sample, row.id)))!
      expect(now).toMatchObject({ name: 'Ida', rank: 1 })
      expect(now).not.toHaveProperty('on')
    })

    test('takes a state back as a whole or not at all', async () => {
      const { change, undo } = network()
      const row = { id: nextId(), sampleId: nextId(), status: 'open' as const }
      await change((tx) => tx.put(state, row))
      const key = nextId()
      await change((tx) => tx.put(state, { ...row, status: 'closed' as const }), { key })
      await change((tx) => tx.put(state, { ...row, status: 'closed' as const, note: 'later' }))
      await expect(undo(key)).rejects.toMatchObject({ code: 'CONFLICT' })
    })

    test('takes an undo back', async () => {
      const { change, read, undo } = network()
      const row = ada()
      const key = nextId()
      await change((tx) => tx.put(sample, row), { key })
      await undo()
      const entries = await read((tx) => tx.find(journal, 'byRevision', {}, { reverse: true, limit: 1 }))
      await undo(entries[0]!.id)
      expect(await read((tx) => tx.get(sample, row.id))).toMatchObject({ name: 'Ada' })
      expect(await read((tx) => tx.get(journal, key))).not.toHaveProperty('undoneBy')
    })

    test('keeps a row that another one has come to use', async () => {
      const { change, read, undo } = network()
      const parent = ada()
      const key = nextId()
      await change((tx) => tx.put(sample, parent), { key })
      await change((tx) => tx.put(sample, { id: nextId(), name: 'Child', labels: [], parentId: parent.id }))
      await expect(undo(key)).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(await read((tx) => tx.get(sample, parent.id))).toBeDefined()
    })

    test('takes back an import of thousands of rows', async () => {
      const { change, read, undo } = network()
      await change(async (tx) => {
        for (let i = 0; i < 3000; i++)
          await tx.put(sample, { id: tx.newId(), name: `n${i}`, labels: [`l${i}`] })
      })
      expect(await read((tx) => tx.find(sample, 'byName', {}))).toHaveLength(3000)
      await undo()
      expect(await read((tx) => tx.find(sample, 'byName', {}))).toEqual([])
      expect(await read((tx) => tx.find(sample, 'keys', { key: ['label:l1', 'label:l2999'] }))).toEqual([])
    })
  })
})
