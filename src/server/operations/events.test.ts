import { describe, expect, test } from 'vitest'
import { commandLine } from '../../../tests/doors/run-command.ts'

/** A command line on which each answer is read as JSON. */
function door() {
  const { run } = commandLine()
  const say = async (now: string, ...argv: string[]) => {
    const { code, out, error } = await run(['--now', now, '--json', ...argv])
    return { code, answer: JSON.parse(out || error) }
  }
  return { run, say }
}

const before = '2026-03-02T10:00:00+01:00'
const after = '2026-03-19T21:00:00+01:00'
const panel = [
  ...['events', 'add', '--name', 'Open Ward', '--kind', 'panel', '--starts-at', '2026-03-19T18:00:00+01:00'],
  ...['--fee', '120', '--student-fee', '40', '--registration-deadline', '2026-03-12', '--travel', 'By train'],
]

describe('events', () => {
  test('are answered in the words of the contract, money as decimal numbers (N3-N5)', async () => {
    const { say } = door()
    const { answer } = await say(before, ...panel)
    expect(answer).toMatchObject({
      ...{ name: 'Open Ward', kind: 'panel', startsAt: '2026-03-19T17:00:00.000Z', status: 'planned' },
      ...{ registrationDeadline: '2026-03-12', fee: 120, studentFee: 40, paid: null, saved: null },
      ...{ travel: 'By train', toMeet: [], met: [] },
    })
    const registered = await say(before, 'events', 'register', 'open ward', '--paid', '40.5')
    expect(registered.answer).toMatchObject({ status: 'registered', paid: 40.5, saved: 79.5 })
  })
  test('take people by id or name, and whoever is new as "Name, role, organisation" (N1, N6)', async () => {
    const { say } = door()
    await say(before, 'people', 'add', '--name', 'Nadia Haddad', '--origin', 'direct-contact')
    await say(before, ...panel)
    const met = ['--met', 'nadia haddad', '--met', 'Ada Obi, ward sister, Northgate']
    const { answer } = await say(after, 'events', 'attended', 'Open Ward', ...met)
    expect(answer.met).toMatchObject([
      { name: 'Nadia Haddad', organization: null },
      { name: 'Ada Obi', role: 'ward sister', organization: 'Northgate' },
    ])
    const { answer: ada } = await say(after, 'people', 'show', 'Ada Obi')
    expect(ada).toMatchObject({
      origin: 'direct-contact',
      source: 'Open Ward',
      lastTouchAt: '2026-03-19T20:00:00.000Z',
    })
  })
  test('take the beginning of an id that nobody has for a mistake, not for a name', async () => {
    const { say } = door()
    await say(before, ...panel)
    expect((await say(before, 'events', 'to-meet', 'Open Ward', '0198c2')).code).toBe(4)
    expect((await say(before, 'events', 'to-meet', 'Open Ward', 'Abed')).answer.toMeet).toMatchObject([
      { name: 'Abed' },
    ])
  })
  test('are subjects of steps, which are found by the name of the event (N4)', async () => {
    const { say, run } = door()
    await say(before, ...panel)
    const { answer } = await say(before, 'today')
    expect(answer.steps).toMatchObject([
      { kind: 'arrange-travel', rule: 'N4', subject: { type: 'event', name: 'Open Ward' } },
      { kind: 'register', rule: 'N4', overdue: false, subject: { type: 'event', name: 'Open Ward' } },
    ])
    const { out } = await run(['--now', before, 'today'])
    expect(out).toContain('Register for Open Ward')
    expect(out).toContain('acquaint events register "Open Ward"')
    // There are two of them, and both are named.
    const { code, answer: refused } = await say(
      before,
      'steps',
      'snooze',
      'Open Ward',
      '--until',
      '2026-03-09',
    )
    expect(code).toBe(2)
    expect(refused.error.message).toContain('Open Ward, register')
  })
})

describe('openings', () => {
  test('show who might help with the rung that the record proves, and what they did (W5)', async () => {
    const { say } = door()
    const nadia = [
      '--name',
      'Nadia Haddad',
      '--origin',
      'direct-contact',
      '--organization',
      'lakeside health',
    ]
    await say(before, 'people', 'add', ...nadia)
    const opening = [
      '--title',
      'Summer assistant',
      '--organization',
      'Lakeside Health',
      '--deadline',
      '2026-04-30',
    ]
    const { answer } = await say(before, 'openings', 'add', ...opening)
    expect(answer).toMatchObject({
      status: 'considering',
      deadline: '2026-04-30',
      people: [{ rung: 'acquaintance' }],
    })
    const evidence = ['--person', 'Nadia Haddad', '--evidence', 'Sent my letter on']
    const helped = await say(before, 'openings', 'advocate', 'Summer assistant', ...evidence)
    expect(helped.answer.people).toMatchObject([
      { rung: 'advocate', evidence: [{ text: 'Sent my letter on' }] },
    ])
    const shown = await say(before, 'people', 'show', 'Nadia Haddad')
    expect(shown.answer).toMatchObject({
      advocacy: 'advocate',
      advocacyEvidence: [{ rung: 'advocate', text: 'Sent my letter on' }],
    })
  })
})
