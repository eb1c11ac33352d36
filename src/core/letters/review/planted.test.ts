import { describe, expect, it } from 'vitest'
import { officePolicy } from '../../method/policy.ts'
import { reviewLetter } from './review.ts'

/** One faulty sentence in a letter that is otherwise as it should be. */
const request = (sentence: string): string =>
  `Dear Ms. Lee,\n\nI am a junior at Marlow and found your name in the alumni directory. I would like to learn how you came to hydrology. ${sentence} Would you have 20 minutes for a call?\n\nThank you,\nMaya Lindgren`
const followUp = (sentence: string): string =>
  `Dear Ms. Lee,\n\nI wrote to you on March 3 about hydrology. ${sentence} Would you have 20 minutes for a call?\n\nThank you,\nMaya Lindgren`

const found = (text: string, kind: 'request' | 'follow-up'): string[] =>
  reviewLetter({ text }, { kind, policy: officePolicy })
    .findings.filter(({ severity }) => severity !== 'hint')
    .map(({ check }) => check)

it('the letters are as they should be without it', () => {
  expect(found(request(''), 'request')).toEqual([])
  expect(found(followUp(''), 'follow-up')).toEqual([])
})

describe('asks for a job (W2)', () => {
  it.each([
    'Does your firm have any summer internships?',
    'I am hoping you can refer me internally.',
    'Could you get me an interview?',
    'I would appreciate it if you could hand my CV to your boss.',
    'Are there any job opportunities in your department?',
    'I was wondering if your company is looking to hire interns.',
    'I am seeking employment with your organization.',
    'If you know of any openings, please let me know.',
    'I am very interested in working for Rain City Utilities.',
    'I would like to be considered for any upcoming vacancies.',
    'Could you recommend me to the recruiter?',
    'Would you consider hiring me?',
    'Can you tell me about the open positions at your company?',
    'I am looking for a job and thought you could help.',
    'Please find my resume attached and pass it on to HR.',
    'I hope this will lead to a job at your firm.',
    'Could you share my profile with your recruiting team?',
    'Do you have a position available for a student like me?',
    'I am eager to join Rain City Utilities as an intern.',
    'Any help in getting a job would be great.',
    'Would you be able to provide a referral for the analyst role?',
    'I want to apply to your company and need a referral.',
    'Could I send you my resume to forward to the right people?',
    'I would be a great fit for your team.',
    'Is Rain City hiring right now?',
    'Please tell me if there are vacancies.',
    'My goal is to secure an internship at your company.',
    'Could you pass along my resume?',
    'Who should I contact about a job at your company?',
    'I am reaching out regarding employment opportunities.',
    'I would love an internship with you this summer.',
    'Might your lab need a research assistant this summer?',
  ])('%s', (sentence) => {
    expect(found(request(sentence), 'request').some((check) => /job/.test(check))).toBe(true)
  })
})

describe('asks for none (W2)', () => {
  it.each([
    'I know that hiring in the field is slow, and I am curious how the work is changing.',
    'I do not need a job yet.',
    'I held an internship at a county office last summer.',
    'What kinds of positions do people with my degree hold?',
    'I would like to know which jobs you had before this one.',
    'I am in no way asking for a job or an internship.',
    'I am interested in the opportunity to learn about your position.',
    'I worked two jobs at my school.',
    'My internship at the Courier taught me to ask.',
    'I have read about the opportunities in the field.',
    'I would love to hear how you found your first job.',
    'I am hoping to find out what employers look for in new hires.',
    'Your job sounds fascinating.',
    'I am preparing for the job search that awaits me next year.',
    'What do hiring managers in your field value?',
    'I applied for the exchange program at your university.',
    'I recently took a position at the library.',
    'I would value any opportunity to talk with you.',
    'My professor referred me to you.',
    'Thank you for referring me to Ana Ruiz.',
    'This call would help me prepare for my internship search.',
    'I wonder how you got your position at the company.',
    'I hope to work in your field one day.',
    'How did you get the job at Rain City?',
  ])('%s', (sentence) =>
    expect(found(request(sentence), 'request').filter((check) => /job/.test(check))).toEqual([]),
  )
})

describe('begs (W2)', () => {
  it.each([
    'I am begging you for a moment of your time.',
    'I really hate to bother you.',
    'I know you are super busy and I am just a lowly student, so please have mercy.',
    'It would mean everything to me.',
    'I would be forever grateful for your help.',
    'I apologize for wasting your time.',
    'Sorry for bothering you with this.',
    'You are my only hope.',
    'Please, please help me.',
    'I would do anything for five minutes with you.',
    'I am truly desperate for guidance.',
  ])('%s', (sentence) => expect(found(request(sentence), 'request')).toContain('begging'))
})

describe('flatters (W2)', () => {
  it.each([
    'You are an absolute genius.',
    'I have admired you for years and think you are amazing.',
    'You are a true inspiration to us all.',
    'Your career is the most impressive I have ever seen.',
    'I am in awe of what you have done.',
    'I am your number one fan.',
    'You are clearly the best in the business.',
    'I worship your work.',
    'You are my idol.',
    'Your brilliance is unmatched.',
    'You are such an incredible leader.',
  ])('%s', (sentence) => expect(found(request(sentence), 'request')).toContain('flattery'))
})

describe('scolds (O6)', () => {
  it.each([
    'I am surprised that you did not reply.',
    'You never got back to me.',
    'I have not received a response, which is disappointing.',
    'Perhaps you did not think my email was worth answering.',
    'I would appreciate the courtesy of a reply.',
    'I am still waiting to hear from you.',
    'This is my third email to you.',
    'It has been two weeks and you still have not responded.',
    'I find it rude that you have not answered.',
    'I do not understand why you ignored me.',
    'Did you even read my email?',
  ])('%s', (sentence) => expect(found(followUp(sentence), 'follow-up')).toContain('scolds'))
})

describe('sends a résumé (X4)', () => {
  it.each([
    'My resume is attached.',
    'I am attaching my CV.',
    'Attached please find my résumé.',
    'I have included my resume below.',
    'Please see my attached resume.',
    'Enclosed is a copy of my résumé.',
    'You can view my resume at https://maya.example.org/cv.',
    'I have taken the liberty of attaching my CV.',
  ])('%s', (sentence) => expect(found(request(sentence), 'request')).toContain('resume'))
})

describe('sends an attachment (X4)', () => {
  it.each([
    'I have attached a portfolio of my work.',
    'Please see the attached document.',
    'Attached is my transcript.',
    'I am enclosing two writing samples.',
  ])('%s', (sentence) => expect(found(request(sentence), 'request')).toContain('attachment'))
})

describe('asks for several things (O4)', () => {
  it.each([
    'Could you also look over my resume?',
    'Would you mind introducing me to your colleagues too?',
    'I would also love to shadow you for a day.',
    'Could you be my mentor?',
    'Please also write me a letter of recommendation.',
    'Could you also connect me with someone in marketing?',
  ])('%s', (sentence) => expect(found(request(sentence), 'request')).toContain('several-asks'))
})

describe('names the referrer late (O2)', () => {
  it.each([
    'I like rivers. I have taken three courses. My neighbor Tom Beck told me to contact you.',
    'I study at night. It is hard. Dr. Hale recommended that I reach out to you.',
    'I like it. I do. Your name was given to me by Tom Beck.',
    'I like it. I do. I was referred by Tom Beck.',
  ])('%s', (sentence) => expect(found(request(sentence), 'request')).toContain('referrer-late'))
})

describe('exclaims (W1)', () => {
  it.each(['I am so excited! I love rivers! Really!', 'This would be great!!!'])('%s', (sentence) =>
    expect(found(request(sentence), 'request')).toContain('exclamation-marks'),
  )
})

describe('has emoticons (W1)', () => {
  it.each(['That would be great ;-)', 'Can’t wait 🙂', 'I like rivers :D'])('%s', (sentence) =>
    expect(found(request(sentence), 'request')).toContain('emoticons'),
  )
})

describe('has blanks (O3)', () => {
  it.each([
    'I love the work of {Company}.',
    'I love the work of XYZ Company.',
    'I love the work of [Company].',
    'I love <<company>>.',
    'I love the work of ____.',
    'I love the work of INSERT COMPANY HERE.',
  ])('%s', (sentence) => expect(found(request(sentence), 'request')).toContain('blank'))
})

describe('asks for too long (O4)', () => {
  it.each([
    'an hour',
    'one hour',
    '60 minutes',
    '45 minutes',
    'forty five minutes',
    'an hour or two',
    'half a day',
    '45-60 minutes',
    '30 to 60 minutes',
  ])('%s', (time) =>
    expect(found(request('').replace('20 minutes', time), 'request')).toContain('too-many-minutes'),
  )
})

describe('has a subject that says nothing (O3)', () => {
  it.each([
    'HELP NEEDED',
    'hi',
    'Quick Question!',
    'Networking',
    '(no subject)',
    'QUICK QUESTION',
    'Request',
    'A quick favor',
    'Hello there',
    'URGENT',
    'Coffee?',
  ])('%s', (subject) =>
    expect(found(`Subject: ${subject}\n\n${request('')}`, 'request')).toContain('subject'),
  )
})
