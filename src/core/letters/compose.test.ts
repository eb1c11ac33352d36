import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Channel } from '../approaches/approach.ts'
import { officePolicy, policyOf } from '../method/policy.ts'
import { blanksIn, countWords } from './blanks.ts'
import { composeLetter } from './compose.ts'
import type { LetterFacts } from './facts.ts'
import type { LetterKind } from './letter.ts'
import { noteCharacters } from './review/note-characters.ts'

const complete: LetterFacts = {
  recipient: {
    name: 'Nadia Haddad',
    honorific: 'Dr.',
    givenName: 'Nadia',
    familyName: 'Haddad',
    organization: 'Rain City Utilities',
    role: 'Senior Hydrologist',
    origin: 'personal-referral',
    closeness: 2,
  },
  sender: {
    name: 'Maya Lindgren',
    email: 'maya@lakeside.example',
    phone: '+1 206 555 0142',
    year: 'second-year',
    major: 'environmental engineering',
    school: 'Lakeside University',
  },
  referrer: 'Priya Raman',
  policy: officePolicy,
  aims: ['How you moved from research into a utility.', 'which courses have been of use to you'],
  fields: ['water engineering'],
  firstLetter: { dateText: '3 March', channel: 'email' },
  conversation: {
    dateText: '24 March',
    highlight: 'The story of the flood map that nobody believed at first.',
    advice: ['Take the statistics course before the autumn', 'join the student chapter'],
    namesGiven: ['Ana Ruiz', 'Tom Beck'],
    promises: ['Send you my term paper on culverts'],
  },
  introduction: {
    namedPerson: 'Ana Ruiz',
    metDateText: '2 April',
    highlight: 'how a small town plans for drought',
  },
  lastTouchText: '2 April',
  reason: "An article in Monday's Courier about the new spillway",
  seasonText: 'the new year',
}

const stranger: LetterFacts = {
  recipient: { name: 'Sukarno', origin: 'direct-contact', closeness: 2 },
  sender: {},
  policy: officePolicy,
  aims: [],
  fields: [],
}

const kinds: LetterKind[] = [
  'request',
  'follow-up',
  'thank-you',
  'keep-in-touch',
  'seasonal',
  'introduction-request',
  'report-back',
]
const channels: Channel[] = ['email', 'phone', 'linkedin', 'in-person', 'letter']

const body = (kind: LetterKind, facts: LetterFacts, channel: Channel = 'email') =>
  composeLetter(kind, channel, facts).body
const blanks = (kind: LetterKind, facts: LetterFacts) => {
  const { subject, body } = composeLetter(kind, 'email', facts)
  return new Set(blanksIn(`${subject}\n${body}`).map((found) => found.text))
}
const known = (changes: Partial<LetterFacts['recipient']>, facts = complete): LetterFacts => ({
  ...facts,
  recipient: { ...facts.recipient, ...changes },
})

describe('the request', () => {
  const text = body('request', complete)

  it('introduces the writer and names the referrer in the first two sentences (O2)', () => {
    const [, opening] = text.split('\n\n')
    expect(opening).toContain(
      'My name is Maya Lindgren, and I am a second-year student of environmental engineering at Lakeside University.',
    )
    expect(opening).toContain('Priya Raman')
    expect(opening!.split('. ')).toHaveLength(2)
  })

  it('says why, and what the writer hopes to learn (O3)', () => {
    expect(text).toMatch(/your (?:experience|work) as Senior Hydrologist at Rain City Utilities/i)
    expect(text).toContain(
      ' how you moved from research into a utility and which courses have been of use to you.',
    )
  })

  it('lets the career story stand where there are fields and no aims (O3, W6)', () => {
    expect(body('request', { ...complete, aims: [] })).toMatch(
      /I (?:would|hope)[^.]* (?:what led you to|how you came to|how your own path)/,
    )
  })

  it('keeps aims that are no indirect questions in the words they have (O3, P2)', () => {
    const aims = ['To find out about courses to take', 'How did you begin?']
    expect(body('request', { ...complete, aims })).toMatch(
      /What I [^.:]*: courses to take; how did you begin\?\n/,
    )
  })

  it('asks directly for 20 to 30 minutes, and leaves the rest of its length to them (O4, X3)', () => {
    expect(text.split('?')).toHaveLength(2)
    expect(text).toMatch(/[^.]* 20 to 30 minutes[^.]*\?/)
    expect(
      body('request', { ...complete, policy: { ...officePolicy, askMinutesFrom: 15, askMinutesTo: 15 } }),
    ).toContain(' 15 minutes')
  })

  it('offers their workplace, then elsewhere, then video or telephone (O5)', () => {
    expect(text).toMatch(/workplace.*elsewhere.*video.*telephone/)
  })

  it('speaks of neither a job nor a résumé (W2, X4)', () => {
    for (const channel of channels) {
      expect(body('request', complete, channel)).not.toMatch(
        /\bjobs?\b|hir(e|ing)|position|vacanc|résumé|resume|\bCV\b/i,
      )
    }
  })

  it('asks a direct contact without a referrer, naming where they were found when that is on record (N1)', () => {
    const direct = known(
      { origin: 'direct-contact', source: 'the Water Council' },
      { ...complete, referrer: undefined },
    )
    expect(body('request', direct)).toMatch(/(?:found|came across) your name through the Water Council\./)
    expect(blanks('request', known({ source: undefined }, direct))).toEqual(
      new Set(['[where you found them]']),
    )
  })

  it('leaves out what it can do without rather than run over a screen (X3)', () => {
    const aim =
      'how you came to decide that the years in the laboratory had been enough and that it was time to move'
    const long = body('request', { ...complete, aims: [aim, `${aim} on`, `${aim} away`] })
    expect(countWords(long)).toBeLessThanOrEqual(officePolicy.letterWordsTo)
    expect(long).toContain(aim)
    expect(long).not.toContain('Lakeside')
    expect(long).toContain('Priya Raman')
  })

  it('tells somebody on paper where to answer', () => {
    expect(body('request', complete, 'letter')).toMatch(
      /Maya Lindgren\nmaya@lakeside.example\n\+1 206 555 0142$/,
    )
    expect(body('request', stranger, 'letter')).toContain('[your e-mail address or telephone number]')
  })

  it('is 50 to 125 words from complete facts, and asks for minutes in exactly one question (X3, O4)', () => {
    const words = (atMost: number) =>
      fc.array(word, { minLength: 1, maxLength: atMost }).map((all) => all.join(' '))
    const facts = fc.record({
      recipient: fc.record({
        name: words(4),
        honorific: fc.constantFrom('Dr.', 'Prof. Dr.'),
        givenName: word,
        familyName: words(2),
        organization: words(6),
        role: words(6),
        origin: fc.constantFrom('personal-referral' as const, 'direct-contact' as const),
        source: words(5),
        closeness: fc.integer({ min: 1, max: 5 }),
      }),
      sender: fc.record({
        name: words(4),
        year: words(2),
        major: words(4),
        school: words(5),
        email: word,
        phone: word,
      }),
      referrer: words(4),
      policy: fc.constant(officePolicy),
      aims: fc.array(words(18), { minLength: 1, maxLength: 5 }),
      fields: fc.array(words(3), { minLength: 1, maxLength: 4 }),
    })
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom<Channel>('email', 'letter', 'phone', 'in-person'),
        (given, channel) => {
          const letter = body('request', given, channel)
          expect(countWords(letter)).toBeGreaterThanOrEqual(officePolicy.letterWordsFrom)
          expect(countWords(letter)).toBeLessThanOrEqual(officePolicy.letterWordsTo)
          expect(letter.match(/[^.?!]*minutes[^.?!]*\?/g)).toHaveLength(1)
          expect(blanksIn(letter)).toEqual([])
        },
      ),
    )
  })
})

describe('the greeting', () => {
  const greeting = (changes: Partial<LetterFacts['recipient']>) =>
    body('request', known(changes)).split('\n')[0]

  it('takes honorific and family name, otherwise the full name, and guesses neither Mr nor Ms', () => {
    expect(greeting({})).toBe('Dear Dr. Haddad,')
    expect(greeting({ honorific: undefined })).toBe('Dear Nadia Haddad,')
    expect(greeting({ familyName: undefined })).toBe('Dear Dr. Nadia Haddad,')
    expect(greeting({ name: 'Dr. Nadia Haddad', familyName: undefined })).toBe('Dear Dr. Nadia Haddad,')
  })

  it('takes the given name from closeness 4 up, and the whole name where none is on record (O1)', () => {
    expect(greeting({ closeness: 4 })).toBe('Dear Nadia,')
    expect(greeting({ closeness: 5, givenName: undefined })).toBe('Dear Nadia Haddad,')
    expect(greeting({ closeness: 3 })).toBe('Dear Dr. Haddad,')
  })

  it('takes names of one word and of every script as they are', () => {
    const bare = { honorific: undefined, givenName: undefined, familyName: undefined }
    expect(greeting({ ...bare, name: 'Sukarno' })).toBe('Dear Sukarno,')
    expect(greeting({ ...bare, name: '王小明' })).toBe('Dear 王小明,')
    expect(greeting({ ...bare, name: 'نادية حداد', closeness: 5 })).toBe('Dear نادية حداد,')
    expect(greeting({ ...bare, name: 'Null' })).toBe('Dear Null,')
  })

  it('spares somebody close the introduction of the writer (P6)', () => {
    expect(body('request', known({ closeness: 4 }))).not.toContain('My name is')
  })
})

describe('the follow-up', () => {
  it('mentions the first letter and its date, without reproach, and is the shorter of the two (O6)', () => {
    const text = body('follow-up', complete)
    expect(text).toContain('I wrote to you on 3 March')
    expect(text).toContain('Would 20 to 30 minutes be possible')
    expect(text).not.toMatch(
      /heard? (back )?from you|no (reply|answer)|still waiting|not (yet )?(replied|answered)|ignored/i,
    )
    expect(countWords(text)).toBeLessThan(countWords(body('request', complete)))
  })

  it('says that the first time was a call when it was one (O6)', () => {
    const firstLetter = { dateText: '3 March', channel: 'phone' as const }
    expect(body('follow-up', { ...complete, firstLetter })).toContain('I called you on 3 March')
  })
})

describe('the thank-you', () => {
  it('names what was valuable, every advice and everybody they named, and what was promised (F1)', () => {
    for (const channel of channels) {
      const text = body('thank-you', complete, channel)
      expect(text).toContain('the story of the flood map that nobody believed at first.')
      expect(text).toContain(
        'to take the statistics course before the autumn and to join the student chapter',
      )
      expect(text).toContain('Ana Ruiz and Tom Beck')
      expect(text).toContain('send you my term paper on culverts')
    }
  })

  it('names each of them however many there are (F1)', () => {
    const texts = fc.array(word, { maxLength: 12 })
    fc.assert(
      fc.property(
        texts,
        texts,
        texts,
        fc.constantFrom(...channels),
        (advice, namesGiven, promises, channel) => {
          const text = body(
            'thank-you',
            { ...complete, conversation: { advice, namesGiven, promises } },
            channel,
          )
          for (const item of [...advice, ...namesGiven, ...promises]) {
            expect(text.toLowerCase()).toContain(item.toLowerCase())
          }
        },
      ),
    )
  })

  it('says nothing of advice or names when none were given (F1)', () => {
    const text = body('thank-you', stranger)
    expect(text).not.toMatch(/advice|naming|promised/)
  })
})

describe('the other letters', () => {
  it('keeps in touch with a reason (F4, F5)', () => {
    expect(body('keep-in-touch', complete)).toMatch(
      /since we were last in touch on 2 April\. [^.:]*: an article in Monday's Courier/,
    )
  })

  it('brings the wishes of the season, and what is remembered (F5)', () => {
    expect(body('seasonal', complete)).toContain('my good wishes for the new year')
    expect(body('seasonal', complete)).toContain('the story of the flood map')
  })

  it('asks to be introduced to somebody who was named, or else for names in the field (N2)', () => {
    expect(body('introduction-request', complete)).toContain(
      'speak with Ana Ruiz, whom you named, about water engineering.',
    )
    expect(body('introduction-request', { ...complete, fields: [] })).toContain(
      'speak with Ana Ruiz, whom you named. I would like to learn how',
    )
    const open = body('introduction-request', { ...complete, introduction: undefined })
    expect(open).toMatch(/explor(?:e|ing) water engineering/)
    expect(open).toMatch(/[^.]*\?/)
  })

  it('tells the referrer what came of it, with thanks (X1)', () => {
    const text = body('report-back', complete)
    expect(text).toMatch(/Ana Ruiz[^.]* what came of it/)
    expect(text).toMatch(/We spoke on 2 April\. What [^.:]*: how a small town plans for drought\./)
    expect(text).toContain('Thank you')
  })
})

describe('every letter', () => {
  it('has blanks for exactly what it needs and does not find', () => {
    expect(blanks('request', stranger)).toEqual(
      new Set(['[your name]', '[where you found them]', '[what you hope to learn]']),
    )
    expect(blanks('request', known({ origin: 'personal-referral' }, stranger))).toEqual(
      new Set(['[your name]', '[what you hope to learn]']),
    )
    expect(blanks('follow-up', stranger)).toEqual(new Set(['[your name]', '[the date of your first letter]']))
    expect(blanks('thank-you', stranger)).toEqual(new Set(['[your name]', '[what you valued most]']))
    expect(blanks('keep-in-touch', stranger)).toEqual(
      new Set(['[your name]', '[your reason for writing now]']),
    )
    expect(blanks('seasonal', stranger)).toEqual(new Set(['[your name]', '[the season or holiday]']))
    expect(blanks('introduction-request', stranger)).toEqual(
      new Set(['[your name]', '[the field you are exploring]']),
    )
    expect(blanks('report-back', stranger)).toEqual(
      new Set(['[your name]', '[the person they named]', '[what came of it]']),
    )
    for (const kind of kinds) expect(blanks(kind, complete)).toEqual(new Set())
  })

  it('has a subject only where there is a place for one', () => {
    for (const kind of kinds) {
      for (const channel of channels) {
        const { subject } = composeLetter(kind, channel, complete)
        expect(subject === '').toBe(channel !== 'email')
      }
    }
  })

  it('is said, not read, over the telephone (O1)', () => {
    const text = body('request', complete, 'phone')
    expect(text).toMatch(/^Hello Dr\. Haddad, this is Maya Lindgren\.\n\nPriya Raman gave me your name\./)
    expect(text).toMatch(/\bcall(?:ing)?\b/)
    expect(text).not.toContain('regards')
  })

  it('takes the brackets of a record for no blank', () => {
    expect(blanks('request', known({ role: 'Hydrologist [acting]' }))).toEqual(new Set())
  })

  it('reads well with any subset of the facts, in any channel', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(...kinds),
        fc.constantFrom(...channels),
        (facts, kind, channel) => {
          const { subject, body } = composeLetter(kind, channel, facts)
          for (const text of [subject, body]) {
            expect(text).not.toMatch(/undefined|null|NaN|\[object/)
            expect(text).not.toMatch(/ {2}| \n|\n |\n{3}|[[(]\s*[\])]| [,.;:?!]|,\.|;\.|:\.|^\s|\s$/)
            expect(text).not.toContain('!')
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is the same for the same facts', () => {
    expect(composeLetter('thank-you', 'email', complete)).toEqual(
      composeLetter('thank-you', 'email', complete),
    )
  })
})

describe('the LinkedIn note', () => {
  it('is at most 300 characters for any names up to 60 characters', () => {
    const name = fc
      .array(word, { minLength: 1, maxLength: 12 })
      .map((all) => all.join(' ').slice(0, 60).trim())
    const longest = fc.constant('N'.repeat(60))
    const anyName = fc.oneof(name, longest)
    fc.assert(
      fc.property(anyFacts, anyName, anyName, fc.option(anyName), (facts, recipient, sender, referrer) => {
        const given: LetterFacts = {
          ...facts,
          recipient: { ...facts.recipient, name: recipient, honorific: undefined, givenName: undefined },
          sender: { ...facts.sender, name: sender },
          referrer: referrer ?? undefined,
          firstLetter: { dateText: 'Wednesday, 24 September 2025', channel: 'in-person' },
        }
        for (const kind of ['request', 'follow-up'] as const) {
          expect(composeLetter(kind, 'linkedin', given).body.length).toBeLessThanOrEqual(noteCharacters.long)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('says who referred, what to learn, and asks for the minutes (O2, O3, O4)', () => {
    const note = body('request', complete, 'linkedin')
    expect(note).toMatch(
      /^Dear Dr\. Haddad, I am Maya Lindgren, a second-year student of environmental engineering at Lakeside University\. Priya Raman gave me your name\. [^.]* how you moved from research into a utility\. [^.]*for 20 to 30 minutes\?/,
    )
    const short = body('request', { ...complete, characters: 200 }, 'linkedin')
    expect(short.length).toBeLessThanOrEqual(200)
    expect(short).toContain('Priya Raman')
    expect(short).toContain('20 to 30 minutes?')
  })
})

const word = fc
  .stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{1,12}$/)
  .filter((text) => !/undefined|null|nan|^(?:s?he|his|him|her)$/i.test(text))

const text = fc.oneof(
  word,
  fc.array(word, { minLength: 1, maxLength: 30 }).map((all) => all.join(' ')),
  fc.constantFrom(
    '',
    '  ',
    'Acme  Inc.',
    'two\nlines',
    '[]',
    'one [two]',
    'How is it?',
    'To learn',
    'The end.',
    '王小明',
  ),
)
const maybe = fc.option(text, { nil: undefined })
const texts = fc.array(text, { maxLength: 4 })

const anyFacts: fc.Arbitrary<LetterFacts> = fc.record({
  recipient: fc.record({
    name: text,
    honorific: maybe,
    givenName: maybe,
    familyName: maybe,
    organization: maybe,
    role: maybe,
    origin: fc.constantFrom('personal-referral' as const, 'direct-contact' as const),
    source: maybe,
    closeness: fc.integer({ min: 1, max: 5 }),
  }),
  sender: fc.record({ name: maybe, email: maybe, phone: maybe, year: maybe, major: maybe, school: maybe }),
  referrer: maybe,
  policy: fc.constantFrom(officePolicy, policyOf('3b7')),
  aims: texts,
  fields: texts,
  firstLetter: fc.option(fc.record({ dateText: text, channel: fc.constantFrom(...channels) }), {
    nil: undefined,
  }),
  conversation: fc.option(
    fc.record({ dateText: maybe, highlight: maybe, advice: texts, namesGiven: texts, promises: texts }),
    { nil: undefined },
  ),
  introduction: fc.option(fc.record({ namedPerson: text, metDateText: maybe, highlight: maybe }), {
    nil: undefined,
  }),
  lastTouchText: maybe,
  reason: maybe,
  seasonText: maybe,
})
