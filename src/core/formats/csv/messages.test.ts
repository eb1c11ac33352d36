import { describe, expect, it } from 'vitest'
import { readWhole } from '../reading.ts'
import { readInvitations, readProfile } from './invitations.ts'
import { type Myself, readingMessages } from './messages.ts'

const header =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT'
const profile = (slug: string) => `https://www.linkedin.com/in/${slug}`

interface Sent {
  id?: string
  title?: string
  from: string
  to: string
  at?: string
  text?: string
  folder?: string
  draft?: string
}

const people: Record<string, string> = {
  me: 'Maja Lund',
  ada: 'Ada Okoye',
  ben: 'Ben Sato',
  cleo: 'Cleo Diaz',
}

/** A row; `to` may name several. */
function row({ id = 'c1', title = '', from, to, at = '2024-03-03 10:00:00 UTC', ...rest }: Sent): string {
  const others = to.split(' ')
  const { text = 'Hello', folder = 'INBOX', draft = 'No' } = rest
  const cells = [
    ...[id, title, people[from] ?? from, people[from] ? profile(from) : ''],
    ...[others.map((one) => people[one]).join(', '), others.map(profile).join(',')],
    ...[at, '', text, folder, '', draft, 'No'],
  ]
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
}

const read = (rows: Sent[], myself?: Myself) =>
  readWhole(readingMessages([header, ...rows.map(row), ''].join('\r\n'), myself))
const told = (rows: Sent[], myself?: Myself) =>
  read(rows, myself).messages!.map(({ from, name, text }) => [from, name, text])

describe('messages.csv of a LinkedIn archive', () => {
  it('tells who wrote to whom and when', () => {
    const rows = [
      { from: 'me', to: 'ada', text: 'May I ask you\nsomething?' },
      { from: 'ada', to: 'me', at: '2024-03-04 09:30:00 UTC', text: 'Of course' },
      { id: 'c2', from: 'ben', to: 'me', text: 'Hi' },
    ]
    expect(read(rows)).toMatchObject({
      format: 'linkedin',
      contacts: [],
      problems: [],
      messages: [
        {
          ...{
            line: 2,
            from: 'me',
            name: 'Ada Okoye',
            url: profile('ada'),
            text: 'May I ask you\nsomething?',
          },
          at: Date.UTC(2024, 2, 3, 10),
        },
        { line: 4, from: 'them', name: 'Ada Okoye', at: Date.UTC(2024, 2, 4, 9, 30) },
        { line: 5, from: 'them', name: 'Ben Sato' },
      ],
    })
  })

  it('takes drafts, spam, sponsored mail and LinkedIn itself for no conversations', () => {
    const rows = [
      { from: 'me', to: 'ada', text: 'kept' },
      { from: 'me', to: 'ben', text: 'kept too', id: 'c2' },
      { from: 'me', to: 'ada', text: 'half a thought', draft: 'Yes' },
      { from: 'cleo', to: 'me', text: 'win a car', folder: 'SPAM' },
      { from: 'LinkedIn', to: 'me', text: 'congratulations' },
      { from: 'LinkedIn Talent Solutions', to: 'me', text: 'post a job' },
      { from: 'LinkedIn Member', to: 'me', text: 'somebody who left' },
      { from: 'cleo', to: 'me', title: 'Sponsored Conversation', text: 'buy this' },
      { from: 'cleo', to: 'me', text: '' },
    ]
    expect(told(rows).map(([, , text]) => text)).toEqual(['kept', 'kept too'])
  })

  it('tells a message to several people to none of them', () => {
    const rows = [
      { from: 'me', to: 'ada' },
      { from: 'me', to: 'ben cleo', id: 'c2' },
      { from: 'ben', to: 'me cleo', id: 'c2' },
    ]
    expect(told(rows)).toEqual([['me', 'Ada Okoye', 'Hello']])
  })

  it('knows who the user is by the profile of the archive where there is but one conversation', () => {
    const rows = [{ from: 'ada', to: 'me' }]
    expect(told(rows, { name: 'maja lund' })).toEqual([['them', 'Ada Okoye', 'Hello']])
    expect(told(rows, { url: profile('ada') })).toEqual([['me', 'Maja Lund', 'Hello']])
    expect(read(rows)).toMatchObject({
      messages: [],
      problems: [{ line: 2, reason: expect.stringMatching(/whole archive/) }],
    })
  })

  it('reads the older file, which says the direction and no profiles', () => {
    const text = `From,To,Date,Subject,Content,Direction,Folder
Maja Lund,Ada Okoye,"3/5/16, 1:45 AM",Hi,Hello,OUTGOING,SENT
Ada Okoye,Maja Lund,"3/5/16, 1:45 PM",Hi,Yes,INCOMING,INBOX
`
    expect(readWhole(readingMessages(text)).messages).toMatchObject([
      { from: 'me', name: 'Ada Okoye', at: Date.UTC(2016, 2, 5, 1, 45) },
      { from: 'them', name: 'Ada Okoye', at: Date.UTC(2016, 2, 5, 13, 45) },
    ])
  })

  it('names the line of a date that cannot be read', () => {
    expect(read([{ from: 'me', to: 'ada', at: 'soon' }], { name: 'Maja Lund' })).toMatchObject({
      messages: [],
      problems: [{ line: 2, reason: expect.stringMatching(/date/) }],
    })
  })
})

describe('the rest of a LinkedIn archive', () => {
  it('has invitations, of which those with words are messages', () => {
    const text = `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Maja Lund,Ada Okoye,"3/5/26, 1:45 AM","We met, at the fair",OUTGOING,${profile('me')},${profile('ada')}
Ben Sato,Maja Lund,"3/6/26, 1:45 AM",,INCOMING,${profile('ben')},${profile('me')}
`
    expect(readInvitations(text)).toMatchObject({
      messages: [{ from: 'me', name: 'Ada Okoye', url: profile('ada'), text: 'We met, at the fair' }],
      myself: { name: 'Maja Lund', url: profile('me') },
    })
  })

  it('has the user’s own name in Profile.csv', () => {
    const text =
      'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary\nMaja,Lund,,,,Student,"I, too"\n'
    expect(readProfile(text)).toEqual({ name: 'Maja Lund' })
  })
})
