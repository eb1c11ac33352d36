import { expect, test } from 'vitest'
import { derivedId, idSource, idsOf, isId } from './ids.ts'

const source = () => idSource((bytes) => bytes.fill(0xff))

test('ids are UUIDv7 that carry the time and rise within a millisecond (RFC 9562, 5.7)', () => {
  const next = source()
  const ids = Array.from({ length: 10_000 }, () => next(1_772_442_000_000))
  expect(ids.every(isId)).toBe(true)
  expect(ids[0]!.slice(0, 13)).toBe('019cadc6-9a80')
  expect(ids.every((id) => id[14] === '7' && '89ab'.includes(id[19]!))).toBe(true)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('ids rise when the clock goes back', () => {
  const next = source()
  const first = next(1_772_442_000_000)
  expect(next(1_772_441_000_000) > first).toBe(true)
})

test('a derived id follows from its parts, and differs where they differ (RFC 9562, 5.8)', () => {
  expect(derivedId('thank', 'a')).toBe(derivedId('thank', 'a'))
  expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'))
  const ids = new Set(
    Array.from({ length: 200_000 }, (_, i) => derivedId('follow-up', `019cadc6-9a80-7${i}`, '1')),
  )
  expect(ids.size).toBe(200_000)
  expect([...ids].slice(0, 100).every((id) => isId(id) && id[14] === '8' && '89ab'.includes(id[19]!))).toBe(
    true,
  )
})

test('the ids of a command follow from its key, rise, and are its own', () => {
  const key = idSource((bytes) => bytes.fill(7))(Date.parse('2026-03-02T10:00:00Z'))
  const take = (from: string, count: number) => {
    const next = idsOf(from, 0)
    return Array.from({ length: count }, next)
  }
  const ids = take(key, 5000)
  expect(take(key, 5000)).toEqual(ids)
  expect(new Set(ids).size).toBe(5000)
  expect(ids.toSorted()).toEqual(ids)
  expect(ids.every(isId)).toBe(true)
  expect(ids[0]!.slice(0, 13)).toBe(key.slice(0, 13))
  const other = take(key.replace(/.$/, 'b'), 100)
  expect(ids.filter((id) => other.includes(id))).toEqual([])
})
