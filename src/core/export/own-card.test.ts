import { expect, test } from 'vitest'
import { readVCard } from '../formats/vcard/read-vcard.ts'
import { ownCard } from './own-card.ts'

test('the user’s own card says who they are and how to reach them, and reads back the same (N3)', () => {
  const card = ownCard({
    name: 'Rosa Lindqvist',
    email: 'rosa@example.org',
    phone: '+1 202 555 0143',
    year: 'third year',
    major: 'geography; planning',
    school: 'Wexmoor University',
  })
  expect(card).toContain('VERSION:3.0')
  expect(readVCard(card).contacts[0]).toMatchObject({
    name: 'Rosa Lindqvist',
    emails: ['rosa@example.org'],
    phones: ['+1 202 555 0143'],
    role: 'third year, geography; planning',
    organization: 'Wexmoor University',
  })
})

test('there is no card without a name', () => {
  expect(ownCard({ email: 'rosa@example.org' })).toBe('')
})
