import { linkedInFile, phoneCards } from '../address-books.ts'
import type { Calendar } from '../calendar.ts'
import { type Entry, entry } from '../diary.ts'
import { storyOf } from '../story.ts'
import { sentences, student } from '../student.ts'

/** The first evening, the address books, and the people who were there before any method. */
export function aroundStories(calendar: Calendar): Entry[] {
  const { at } = calendar
  const file = (name: string, text: string) => ({
    files: [{ name, content: Buffer.from(text).toString('base64') }],
  })
  return [
    entry(at(-152, '19:30'), 'profile.edit', student),
    ...sentences.map(([about, sentence], index) =>
      entry(at(-152, `19:4${index}`), 'profile.say', { about, sentence }),
    ),
    entry(at(-140, '21:00'), 'introduction.rehearse', { seconds: 33 }),
    entry(at(-125, '22:10'), 'questions.add', {
      text: 'What would you want me to notice if I came along for a day?',
      topic: 'work',
    }),
    entry(at(-150, '19:00'), 'import', file('Connections.csv', linkedInFile(calendar, -150))),
    entry(at(-148, '21:00'), 'import', file('contacts.vcf', phoneCards)),
    ...captured(calendar),
    ...family(calendar),
  ]
}

function captured({ now, at }: Calendar): Entry[] {
  const add = (when: number, facts: Record<string, unknown>) => entry(when, 'people.add', facts)
  return [
    add(at(-151, '20:00'), {
      name: 'Ingrid Aaltonen',
      honorific: 'Professor',
      origin: 'personal-referral',
      organization: 'Wexmoor University',
      role: 'Professor of Hydrology',
      emails: ['ingrid.aaltonen@example.org'],
      closeness: 3,
      fields: ['water management'],
    }),
    add(at(-151, '20:05'), {
      name: 'Dermot Halloran',
      origin: 'personal-referral',
      organization: 'Three Valleys Railway',
      role: 'Signal Engineer',
      phones: ['+1 202 555 0108'],
      closeness: 5,
      keepInTouch: 'yes',
      tags: ['family'],
    }),
    add(at(-151, '20:10'), {
      name: 'Gulnara',
      origin: 'personal-referral',
      organization: 'Northmere Hospital',
      role: 'Midwife',
      phones: ['+1 202 555 0122'],
      closeness: 4,
      fields: ['public health'],
      tags: ['neighbours'],
    }),
    add(at(-60, '22:10'), {
      name: '田中由美子',
      origin: 'direct-contact',
      source: 'The river exhibition, opening night',
      organization: 'Cairnfoot Museum',
      role: 'Exhibit Designer',
      emails: ['yumiko.tanaka@example.com'],
    }),
    add(at(-40, '13:00'), {
      name: 'Oluwaseun Adeyemi',
      origin: 'personal-referral',
      organization: 'Fennimore Data Cooperative',
      role: 'Data Analyst',
      phones: ['+1 202 555 0139'],
      closeness: 4,
      fields: ['urban planning'],
      notes: 'My roommate’s brother.',
    }),
    add(at(-25, '21:30'), {
      name: 'محمد الفاسي',
      origin: 'direct-contact',
      source: 'Careers with water, evening panel',
      organization: 'Tidewrack Institute',
      role: 'Hydrogeologist',
      emails: ['m.alfassi@example.org'],
      notes: 'Answered my question on wells with another question. On field work for a while.',
    }),
    add(at(-25, '21:35'), {
      name: 'Леся Коваленко',
      origin: 'direct-contact',
      source: 'Careers with water, evening panel',
      organization: 'Hollowell County Health',
      role: 'Epidemiologist',
      emails: ['lesya.kovalenko@example.org'],
    }),
    // This morning, however early somebody looks.
    add(Math.max(at(0, '00:00'), now - 90 * 60_000), {
      name: 'Suharti',
      origin: 'direct-contact',
      source: 'On the train from Lowgate',
      organization: 'Saltmarsh Alliance',
      role: 'Wetland Ecologist',
      phones: ['+1 202 555 0174'],
      fields: ['water management'],
      notes: 'Was drawing plovers in a notebook. Got out before I could ask how one becomes that.',
      chosen: true,
    }),
  ]
}

function family(calendar: Calendar): Entry[] {
  const dermot = storyOf('Dermot Halloran', calendar)
  const ravi = storyOf('Ravi Jayasuriya', calendar)
  const anselm = storyOf('Anselm Vogt', calendar)
  return [
    dermot.touched([-84, '18:00'], 'call', 'His knee, the new signals, and who he knows at the port.'),
    dermot.touched([-20, '18:30'], 'call', 'Wants to know whether water people get a pension.'),
    anselm.touched([-140, '10:00'], 'card', 'Thanked him for the chemistry, five years late.'),
    ravi.edited([-130, '22:00'], { closeness: 4, keepInTouch: 'yes', cadenceDays: 60, tags: ['references'] }),
    ravi.touched([-80, '16:00'], 'coffee', 'He would write me a reference; asked for two weeks’ notice.'),
    ravi.touched([-25, '12:00'], 'email', 'Sent him the dates of my applications, so that he can plan.'),
  ]
}
