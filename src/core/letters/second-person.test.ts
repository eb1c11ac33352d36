import { expect, it } from 'vitest'
import { toSecondPerson } from './second-person.ts'

const nadia = { name: 'Nadia Haddad', givenName: 'Nadia', familyName: 'Haddad' }

it.each([
  ['how she came to nursing', 'how you came to nursing'],
  ['How he plans his day', 'How you plan your day'],
  ['I loved how she told the story of her first map', 'I loved how you told the story of your first map'],
  ['Nadia’s story of the flood map', 'your story of the flood map'],
  ['why Nadia Haddad left the laboratory', 'why you left the laboratory'],
  ['She was right about the map', 'You were right about the map'],
  ['that she carries a notebook and studies at night', 'that you carry a notebook and studies at night'],
  ['what he told me about himself', 'what you told me about yourself'],
  ['I asked her about her week', 'I asked you about your week'],
  ["how she's kept at it", 'how you’ve kept at it'],
  ['She loved that he stayed', 'You loved that you stayed'],
  ['how you moved into a utility', 'how you moved into a utility'],
  ['The story of the flood map', 'The story of the flood map'],
  ['how Ana Ruiz said she would help', 'how Ana Ruiz said she would help'],
  ['the theatre, the shelter, and where the others go', 'the theatre, the shelter, and where the others go'],
])('says "%s" to the person as "%s" (F1, O3)', (note, said) => {
  expect(toSecondPerson(note, nadia)).toBe(said)
})
