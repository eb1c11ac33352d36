import type { Calendar } from '../calendar.ts'
import { type Entry, entry } from '../diary.ts'

/** What the student looks for, and what was found out at the desk. */
export function fieldStories({ at }: Calendar): Entry[] {
  const explores = (when: number, name: string, notes: string) => entry(when, 'fields.add', { name, notes })
  const wants = (when: number, organization: string, why: string) =>
    entry(when, 'organizations.edit', { organization, target: true, why })
  const found = (when: number, about: string, text: string, topic?: string) =>
    entry(when, 'research.add', { about, text, ...(topic ? { topic } : {}) })
  return [
    explores(at(-149, '19:00'), 'water management', 'Where the two summers at the brook lead, or may lead.'),
    explores(at(-149, '19:05'), 'urban planning', 'Because half of the water is under streets.'),
    explores(at(-92, '19:00'), 'public health', 'Since the clinic wrote back.'),
    wants(
      at(-140, '20:30'),
      'Larkspur Water Authority',
      'They take two students each summer, for the whole catchment.',
    ),
    wants(
      at(-76, '20:30'),
      'Tidewrack Institute',
      'A small place with its own boat, and everybody does everything.',
    ),
    found(
      at(-139, '21:00'),
      'Larkspur Water Authority',
      'Their drought plan is out for comment until the end of next quarter.',
    ),
    found(
      at(-139, '21:20'),
      'field:water management',
      'Three of five job notices ask for hydraulics and for GIS.',
      'courses',
    ),
    found(
      at(-90, '21:10'),
      'field:public health',
      'The county counts wells, and lists who inspects them.',
      'work',
    ),
  ]
}
