import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels, factsOf, origins } from '../../../tests/any-letter.ts'
import type { Channel } from '../approaches/approach.ts'
import { policyOf } from '../method/policy.ts'
import { profileNames } from '../method/profiles.ts'
import { blanksIn } from './blanks.ts'
import { composeLetter } from './compose.ts'
import type { LetterFacts } from './facts.ts'
import { type LetterKind, letterKinds } from './letter.ts'
import { reviewContext } from './on-record.ts'
import { reviewLetter } from './review/review.ts'

/** What its own review says of a composed letter, hints aside. */
function reviewed(kind: LetterKind, channel: Channel, facts: LetterFacts) {
  const { subject, body } = composeLetter(kind, channel, facts)
  const given = { text: body, subject: channel === 'email' ? subject : undefined }
  const { findings } = reviewLetter(given, reviewContext(facts, kind, channel, facts.policy))
  return { subject, body, findings: findings.filter(({ severity }) => severity !== 'hint') }
}

describe.each(profileNames)('a letter composed by the policy %s', (profile) => {
  const policy = policyOf(profile)

  it('passes its own review, for every kind, channel, origin and two hundred people', () => {
    for (let n = 0; n < 200; n += 1) {
      const facts = factsOf(n, policy)
      for (const [index, kind] of letterKinds.entries()) {
        const channel = channels[(n + index) % channels.length]!
        const { subject, body, findings } = reviewed(kind, channel, facts)
        expect(findings, `${n} ${kind} ${channel}\n${subject}\n${body}`).toEqual([])
      }
    }
  })

  it('passes it from every origin by every channel (N1, O1)', () => {
    for (const [n, origin] of origins.entries()) {
      for (const channel of channels) {
        for (const kind of letterKinds) {
          const facts = factsOf(n, policy)
          const known = {
            ...facts,
            referrer: 'referrer' in origin ? origin.referrer : undefined,
            recipient: {
              ...facts.recipient,
              origin: origin.origin,
              source: 'source' in origin ? origin.source : undefined,
            },
          }
          const { body, findings } = reviewed(kind, channel, known)
          expect(findings, `${kind} ${channel}\n${body}`).toEqual([])
        }
      }
    }
  })

  it('with facts missing, has findings for exactly its blanks', () => {
    const absent = fc.subarray([
      'referrer',
      'source',
      'organization',
      'role',
      'honorific',
      'givenName',
      'sender',
      'aims',
      'fields',
      'firstLetter',
      'highlight',
      'advice',
      'namesGiven',
      'promises',
      'conversation',
      'introduction',
      'reason',
      'seasonText',
      'lastTouchText',
    ])
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 199 }),
        absent,
        fc.constantFrom(...letterKinds),
        fc.constantFrom(...channels),
        (n, gone, kind, channel) => {
          const { subject, body, findings } = reviewed(kind, channel, without(factsOf(n, policy), gone))
          const found = findings.map(({ start, end, where }) =>
            (where === 'subject' ? subject : body).slice(start, end),
          )
          const blanks = [...blanksIn(body), ...blanksIn(subject)].map(({ text }) => text)
          expect(found.sort(), `${body}\n${JSON.stringify(findings)}`).toEqual(blanks.sort())
        },
      ),
      { numRuns: 400 },
    )
  })
})

function without(facts: LetterFacts, gone: readonly string[]): LetterFacts {
  const drop = <Value extends object>(value: Value): Value =>
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        gone.includes(key) ? (Array.isArray(inner) ? [] : undefined) : inner,
      ]),
    ) as Value
  const less = drop(facts)
  return {
    ...less,
    recipient: drop(less.recipient),
    sender: gone.includes('sender') ? {} : facts.sender,
    conversation: less.conversation && drop(less.conversation),
  }
}

describe('two letters to one office', () => {
  it('do not read alike', () => {
    const facts = factsOf(0, policyOf('office'))
    const bodies = ['Nadia Haddad', 'Tom Beck', 'Ana Ruiz', 'Ngozi Okonjo', 'Juri Gagarin'].map((name) => {
      const recipient = {
        ...facts.recipient,
        name,
        honorific: undefined,
        givenName: undefined,
        familyName: undefined,
      }
      return composeLetter('request', 'email', { ...facts, recipient })
        .body.split('\n')
        .slice(1)
        .join('\n')
    })
    expect(new Set(bodies).size).toBe(bodies.length)
    expect(composeLetter('request', 'email', facts)).toEqual(
      composeLetter('request', 'email', factsOf(0, policyOf('office'))),
    )
  })
})
