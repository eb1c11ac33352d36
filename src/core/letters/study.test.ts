import { expect, it } from 'vitest'
import { studyClause } from './study.ts'

it.each([
  [
    { year: 'second-year', major: 'hydrology', school: 'Lakeside' },
    'I am a second-year student of hydrology at Lakeside',
  ],
  [{ year: 'Final year', major: 'law' }, 'I am a Final-year student of law'],
  [{ year: 'third' }, 'I am a third-year student'],
  [{ year: 'junior', major: 'history' }, 'I am a junior studying history'],
  [{ year: 'undergraduate', school: 'Lakeside' }, 'I am an undergraduate at Lakeside'],
  [{ year: 'MSc student', major: 'physics' }, 'I am an MSc student of physics'],
  [{ year: 'PhD candidate', major: 'physics' }, 'I am a PhD candidate studying physics'],
  [{ year: 'class of 2027', major: 'physics' }, 'I am a student of physics (class of 2027)'],
  [{ year: '2', major: 'physics' }, 'I am a student of physics (year 2)'],
  [{ major: 'physics', school: 'Lakeside' }, 'my field of study is physics at Lakeside'],
  [{ school: 'Lakeside' }, undefined],
])('says year and major of %o as a clause (P6)', (profile, clause) => {
  expect(studyClause(profile)).toBe(clause)
})
