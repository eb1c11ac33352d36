/** Who keeps the network: an invented student of an invented university. */
export const student = {
  name: 'Wanjiru Halloran',
  email: 'wanjiru.halloran@example.org',
  phone: '+1 202 555 0100',
  year: 'second-year',
  major: 'environmental science',
  school: 'Wexmoor University',
  experiences: [
    'two summers of taking water samples along Harl Brook',
    'evening shifts at the lending desk of the university library',
  ],
  skills: ['maps in QGIS', 'a little R'],
  strengths: ['getting people to explain things twice'],
  interests: ['water management', 'urban planning', 'public health'],
  question: 'What did you think this work would be, before you did it?',
}

/** What the student says of it (P5). */
export const sentences: readonly (readonly [about: string, sentence: string])[] = [
  [
    'two summers',
    'I have spent two summers taking water samples along Harl Brook, and I would like to know who reads them.',
  ],
  [
    'evening shifts',
    'In the evenings I work at the lending desk, where people explain to me what they are looking for.',
  ],
]
