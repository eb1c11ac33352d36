import { describe, expect, it } from 'vitest'
import { type SampleLetter, sampleLetters } from '../../../../tests/letters.ts'
import { policyOf } from '../../method/policy.ts'
import { rules } from './registry.ts'
import { reviewLetter } from './review.ts'
import type { Finding, ReviewContext } from './rule.ts'

const office = policyOf('office')

/** A sample's heading as what is known beside its text. */
function contextOf({ kind, channel, given }: SampleLetter): ReviewContext {
  const { profile, referrer, to, highlight, advice, named, late, report } = given
  const talk = highlight ?? advice ?? named ?? late
  return {
    kind,
    channel,
    policy: policyOf(profile === '3b7' ? '3b7' : 'office'),
    referrer,
    recipient: to === undefined ? undefined : { name: to },
    conversation:
      talk === undefined
        ? undefined
        : {
            highlight,
            advice: advice === undefined ? [] : [advice],
            namesGiven: named === undefined ? [] : [named],
            late: late !== undefined,
          },
    reportOn: report,
  }
}

const review = (sample: SampleLetter) => reviewLetter({ text: sample.text }, contextOf(sample))
const named = ({ rule, check }: Finding) => `${rule}/${check}`

const good = ['good-requests', 'good-follow-ups', 'good-thank-yous', 'good-others'].flatMap((name) =>
  sampleLetters(`${name}.txt`),
)
const faulty = ['faulty-job', 'faulty-requests', 'faulty-later'].flatMap((name) =>
  sampleLetters(`${name}.txt`),
)

describe('a good letter', () => {
  it.each(good)('$title has no error, and at most one warning', (sample) => {
    const { findings, passed } = review(sample)
    expect(passed, JSON.stringify(findings)).toBe(true)
    const warnings = findings.filter(({ severity }) => severity === 'warning')
    expect(warnings.length, JSON.stringify(warnings)).toBeLessThanOrEqual(1)
  })

  it('comes through without any warning nine times in ten', () => {
    const clean = good.filter((sample) =>
      review(sample).findings.every(({ severity }) => severity === 'hint'),
    )
    expect(clean.length / good.length).toBeGreaterThan(0.9)
  })
})

describe('a faulty letter', () => {
  it.each(faulty)('$title', (sample) => {
    const findings = review(sample).findings.filter(({ severity }) => severity !== 'hint')
    expect(findings.map(named)).toEqual(expect.arrayContaining(sample.faults))
    for (const { start, end } of findings) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(sample.text.length)
      expect(start).toBeLessThan(end)
    }
  })

  it('that asks for a job does not pass (W2)', () => {
    for (const sample of faulty.filter(({ faults }) => faults.includes('W2/asks-for-a-job')))
      expect(review(sample).passed, sample.title).toBe(false)
  })
})

describe('a fault planted in a good request', () => {
  const requests = good.filter(({ kind, channel }) => kind === 'request' && (!channel || channel === 'email'))
  const planted = (sentence: string) =>
    requests.map((sample) => {
      const text = sample.text.replace(/\n\n(?=[^\n]*\n?[^\n]*$)|\n(?=[^\n]+$)/, `\n\n${sentence}\n\n`)
      expect(text, sample.title).toContain(sentence)
      return { sample, text, findings: reviewLetter({ text }, contextOf(sample)).findings }
    })

  it.each([
    'Are you hiring this summer?',
    'Do you know of any openings for analysts?',
    'I am also interested in opportunities at your company.',
    'Could you refer me to your recruiter?',
    'Would you be willing to pass on my résumé?',
    'Please forward my resume to the hiring manager.',
    'Is there a position for me in your department?',
    'Are there any internships available with your team?',
    'I would love to work for your company after I graduate.',
    'Could you help me get a job in this field?',
    'Please let me know if you hear of any vacancies.',
    'I hope you will consider me for an internship.',
    'I need a job by June.',
    'Would you put in a good word for me?',
    'Could I ask you for a referral?',
    'I would like to join your team.',
    'I’d be grateful for any job leads.',
    'Keep me in mind when something opens up.',
  ])('%s is found where it stands (W2)', (sentence) => {
    for (const { sample, text, findings } of planted(sentence)) {
      const found = findings.find((finding) => finding.check === 'asks-for-a-job')
      expect(found, sample.title).toBeDefined()
      expect(sentence, sample.title).toContain(text.slice(found!.start, found!.end))
    }
  })

  it.each([
    'I am not asking for a job.',
    'I do not expect you to know of any openings; I am only hoping to learn.',
    'Please be assured that I am not looking for a position at your firm.',
    'I would also like to hear how the job market has changed.',
    'I am curious about the job you do and the position you held before.',
    'I welcome any opportunities to learn from people in the field.',
    'I wonder what you look for when hiring new graduates.',
    'I hope to have a long career in this field.',
  ])('%s is no ask for a job (W2)', (sentence) => {
    for (const { sample, findings } of planted(sentence))
      expect(
        findings.filter(({ check }) => check === 'asks-for-a-job'),
        sample.title,
      ).toEqual([])
  })
})

describe('how an ask may be worded (O4)', () => {
  const around = (ask: string) =>
    `Dear Ms. Lee,\n\nI found your name in the alumni directory and would like to learn about your work. ${ask}\n\nThank you,\nMaya Lindgren`
  const found = (ask: string) =>
    reviewLetter({ text: around(ask) }, { kind: 'request', policy: office })
      .findings.filter(({ rule, severity }) => rule === 'O4' && severity !== 'hint')
      .map(named)

  it.each([
    'Would you be open to a brief 20-minute call?',
    'I would appreciate the chance to speak for half an hour.',
    'If you have 15-20 minutes, I would love to chat.',
    'Could I grab a quick coffee with you for twenty minutes?',
    'Might we find thirty minutes to talk?',
    'Please let me know if you could spare 20 – 30 minutes for a conversation.',
    'I would be grateful for a half-hour of your time by phone.',
    'I am writing to request a 30-minute informational interview.',
    'I will call you next week to see whether we can arrange 20 minutes.',
    'Do you have twenty-five minutes for a video call?',
    'Are you available for a 20 min. Zoom?',
    'I’d love to buy you a coffee and hear your story; half an hour would be plenty.',
  ])('%s', (ask) => expect(found(ask)).toEqual([]))

  it.each([
    ['Could we meet for an hour?', 'O4/too-many-minutes'],
    ['Could we meet for 45 minutes?', 'O4/too-many-minutes'],
    ['May I ask for an hour and a half of your time?', 'O4/too-many-minutes'],
    ['Could we talk some time?', 'O4/no-minutes'],
    ['I find it very interesting.', 'O4/no-ask'],
  ])('%s', (ask, check) => expect(found(ask)).toEqual([check]))
})

describe('the policy alone decides where offices disagree', () => {
  const text =
    'Dear Ms. Lee,\n\nYour talk on rivers made me curious how you began. I have attached my résumé. I would appreciate 40 minutes of your time for a call.\n\nThank you,\nMaya'
  const checks = (policy: Partial<ReviewContext['policy']>) =>
    reviewLetter({ text }, { kind: 'request', policy: { ...office, ...policy } })
      .findings.filter(({ severity }) => severity !== 'hint')
      .map(({ check }) => check)

  it('on the résumé (X4)', () => {
    expect(checks({})).toContain('resume')
    expect(checks({ resumeOnFirstContact: 'allow' })).not.toContain('resume')
  })

  it('on minutes and words, and on whether the ask is a question (O4, X3, X8)', () => {
    expect(checks({ askMinutesTo: 40 })).not.toContain('too-many-minutes')
    expect(checks({ letterWordsFrom: 10, letterWordsTo: 20, letterWordsBest: 20 })).toContain('too-long')
    expect(checks({})).not.toContain('ask-is-no-question')
    expect(checks({ askIsQuestion: true })).toContain('ask-is-no-question')
  })
})

describe('where a finding stands', () => {
  it('in a subject given on its own, positions are within the subject', () => {
    const { findings } = reviewLetter(
      { text: 'Dear Ms. Lee,\nThank you for your advice.\nMaya', subject: 'Hi [Name]' },
      { kind: 'thank-you', channel: 'email', policy: office },
    )
    expect(findings.find(({ check }) => check === 'blank')).toMatchObject({
      start: 3,
      end: 9,
      where: 'subject',
    })
  })

  it('counts in UTF-16 units of the text as it was given, whatever stands before', () => {
    const text = '\r\nSubject:  Bonjour İstanbul\r\n\r\nDear José “Pepe” 王,\r\n\r\nAre you   hiring?\r\n'
    const [found] = reviewLetter({ text }, { kind: 'request', policy: office }).findings
    expect(text.slice(found!.start, found!.end)).toMatch(/hiring$/)
  })

  it('is the whole of nothing in an empty text', () => {
    const { findings, passed, words } = reviewLetter({ text: '' }, { kind: 'request', policy: office })
    expect(findings.map(named)).toEqual(['W1/empty'])
    expect([passed, words]).toEqual([false, 0])
  })
})

describe('a letter in another language', () => {
  it('is read only by the rules that know no words', () => {
    const text =
      'Sehr geehrte Frau Lee,\n\nich studiere Hydrologie in Freiburg und habe Ihren Namen im Verzeichnis gefunden. Hätten Sie zwanzig Minuten Zeit für ein Gespräch über Ihren Weg?\n\nMit freundlichen Grüßen\nMaya Lindgren'
    expect(
      reviewLetter({ text }, { kind: 'request', policy: office }).findings.filter(
        ({ severity }) => severity !== 'hint',
      ),
    ).toEqual([])
  })
})

describe('the registry', () => {
  it('has every check once, each with both examples', () => {
    expect(new Set(rules.map(({ id, check }) => `${id}/${check}`)).size).toBe(rules.length)
  })
})
