import type { Channel } from '../src/core/approaches/approach.ts'
import type { LetterFacts } from '../src/core/letters/facts.ts'
import type { Policy } from '../src/core/method/policy.ts'

export const channels: readonly Channel[] = ['email', 'phone', 'linkedin', 'in-person', 'letter']

/** The ways in which somebody is come upon: who referred, or where. */
export const origins = [
  { origin: 'personal-referral', referrer: 'Priya Raman' },
  { origin: 'personal-referral' },
  { origin: 'direct-contact', source: 'alumni directory' },
  { origin: 'direct-contact', source: 'the Lakeside alumni network' },
  { origin: 'direct-contact', source: 'Society of Water Engineers' },
  { origin: 'direct-contact', source: 'Careers with Water, evening panel' },
  { origin: 'direct-contact', source: 'On the train from Lowgate' },
  { origin: 'direct-contact', source: 'LinkedIn' },
  { origin: 'direct-contact', source: 'an article in the Courier' },
] as const

const names = [
  ['Nadia', 'Haddad', 'Dr.'],
  ['Sukarno'],
  ['王小明'],
  ['Siobhán', "O'Brien", 'Ms.'],
  ['José', 'de la Cruz'],
  ['Anne-Marie', 'Saint-Exupéry', 'Mme'],
  ['نادية', 'حداد'],
  ['Юрий', 'Гагарин'],
  ['Ngozi', 'Okonjo', 'Prof.'],
  ['Jean-Luc', 'van den Berg'],
  ['Þórdís', 'Kristjánsdóttir'],
  ['राम', 'शर्मा'],
  ['김', '민수'],
  ['Ioannis', 'Παπαδόπουλος'],
  ['X Æ', 'Smith-Jones', 'Mx.'],
  ['Mary', 'Park', 'Sir'],
  ['Will', 'May'],
  ['Ana', 'Li'],
  ['Ólafur', 'Hope'],
  ['Grace', 'Young', 'Judge'],
] as const
const organizations = [
  'Rain City Utilities',
  'Kelp & Sons, Inc.',
  'Ministry of Works',
  'Job Lab',
  'St. Mary’s Hospital',
  '株式会社みず',
  'Open Positions Institute',
  'The Courier',
  'Bureau of Land Management',
  undefined,
]
const roles = [
  'Senior Hydrologist',
  'Hiring Manager',
  'Head of Talent Acquisition',
  'Nurse',
  'VP, Internships',
  'Partner',
  'Chief of Staff',
  undefined,
]
const fields = [
  ['water engineering'],
  ['community nursing', 'public health'],
  ['law'],
  ['job coaching'],
  ['film and television production'],
  ['UX research'],
]
const aims = [
  ['how you moved from research into a utility', 'which courses have been of use to you'],
  ['how she came to nursing'],
  ['To find out about courses to take'],
  ['How did you begin?', 'What would you do again?'],
  ['the job market for hydrologists'],
  ['what fills an ordinary week', 'whether a master’s degree was worth it', 'how you choose projects'],
  [],
]
const highlights = [
  'The story of the flood map that nobody believed at first.',
  'I loved how she told the story of her first map',
  'how he got from the bench into patent law',
  'Field work matters more than grades',
  'That you can change your mind at forty',
  'My whole picture of the field has changed',
]
const advice = [
  ['Take the statistics course before the autumn', 'join the student chapter'],
  ['Learn R'],
  ['She said to read the annual report first'],
]
const named = [['Ana Ruiz', 'Tom Beck'], ['王小明'], ['Dr. Shah'], []]
const promises = [['Send you my term paper on culverts'], []]
const reasons = [
  "An article in Monday's Courier about the new spillway",
  'I have passed the first part of the examination',
  'the exhibition on rivers',
  'Your talk is on the programme of Water Week',
]
const studies = [
  { year: 'second-year', major: 'environmental engineering', school: 'Lakeside University' },
  { year: 'senior', major: 'history', school: 'the University of Northern Lowgate' },
  { year: 'class of 2027', major: 'physics' },
  { major: 'law' },
  {},
]

/** The facts of the n-th invented person: complete, and of every script and kind. */
export function factsOf(n: number, policy: Policy): LetterFacts {
  const [givenName, familyName, honorific] = of(names, n) as readonly [string, string?, string?]
  const origin = of(origins, n * 7)
  return {
    policy,
    recipient: {
      name: [givenName, familyName].filter(Boolean).join(' '),
      givenName: familyName && givenName,
      familyName,
      honorific,
      organization: of(organizations, n * 3),
      role: of(roles, n * 11),
      closeness: 1 + ((n * 13) % 5),
      origin: origin.origin,
      source: 'source' in origin ? origin.source : undefined,
    },
    referrer: 'referrer' in origin ? origin.referrer : undefined,
    sender: {
      name: of(['Maya Lindgren', 'Sun', '李娜', 'Daniel Reyes-Whitaker'], n),
      email: 'maya@lakeside.example',
      phone: '+1 206 555 0142',
      ...of(studies, n * 3),
    },
    tone: of([undefined, 'formal', 'friendly'] as const, n),
    aims: [...of(aims, n * 5)],
    fields: [...of(fields, n * 7)],
    firstLetter: { dateText: '3 March', channel: of(channels, n) },
    conversation: {
      dateText: '24 March',
      highlight: of(highlights, n),
      advice: [...of(advice, n * 3)],
      namesGiven: [...of(named, n * 5)],
      promises: [...of(promises, n)],
      late: n % 9 === 0,
    },
    introduction:
      n % 3 === 0
        ? undefined
        : {
            namedPerson: of(['Ana Ruiz', '王小明', 'Tom Beck'], n),
            metDateText: '2 April',
            highlight: of(highlights, n * 5),
          },
    opening:
      n % 5 === 2
        ? {
            title: of(['Summer internship', 'Junior hydrologist', 'Hiring assistant'], n),
            organization: of(['Rain City Utilities', 'Job Lab'], n),
            deadlineText: n % 2 ? '1 May' : undefined,
          }
        : undefined,
    lastTouchText: n % 4 === 0 ? undefined : '2 April',
    reason: of(reasons, n),
    seasonText: of(['the new year', 'Diwali', 'the holidays', 'Eid'], n),
  }
}

const of = <Item>(items: readonly Item[], n: number): Item =>
  items[(n + Math.floor(n / items.length)) % items.length]!
