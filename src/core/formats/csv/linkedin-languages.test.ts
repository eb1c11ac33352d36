import { describe, expect, it } from 'vitest'
import { readWhole } from '../reading.ts'
import { recognise } from '../recognise.ts'
import { readingTable } from './read-table.ts'

const read = (text: string) => readWhole(readingTable(text))

describe('a Connections.csv in another language', () => {
  it.each([
    [
      'German',
      'Hinweise:',
      'Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am',
      '3. März 2024',
    ],
    [
      'German, short',
      '',
      'Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Vernetzt am',
      '03.03.2024',
    ],
    ['French', 'Remarques :', 'Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le', '3 mars 2024'],
    [
      'Spanish',
      'Notas:',
      'Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el',
      '3 mar. 2024',
    ],
    [
      'Portuguese',
      'Observações:',
      'Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em',
      '3 de março de 2024',
    ],
    ['Italian', 'Note:', 'Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Collegato il', '03 mar 2024'],
    [
      'Dutch',
      'Opmerkingen:',
      'Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op',
      '3 mrt. 2024',
    ],
    ['Polish', '', 'Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Połączono', '3 marca 2024'],
    ['Turkish', '', 'Ad,Soyad,URL,E-posta adresi,Şirket,Pozisyon,Bağlantı tarihi', '3 Mart 2024'],
    ['Japanese', '', '名,姓,URL,メールアドレス,会社,役職,つながった日', '2024年3月3日'],
    ['a language that is not known', '', 'Aa,Bb,Cc,Dd,Ee,Ff,Gg', '3 Mar 2024'],
  ])('is read in %s', (_, note, header, date) => {
    const delimiter = header.includes(';') ? ';' : ','
    const cells = [
      'Ada',
      'Okoye',
      'https://www.linkedin.com/in/ada',
      'ada@example.org',
      'Relecloud',
      'Nurse',
      date,
    ]
    const preamble = note ? `${note}\r\n"Einige ""E-Mail""-Adressen, fehlen, vielleicht"\r\n\r\n` : ''
    const text = `${preamble}${header}\r\n${cells.join(delimiter)}\r\n`
    expect(recognise(text)).toBe('linkedin')
    expect(read(text)).toMatchObject({
      format: 'linkedin',
      problems: [],
      contacts: [
        {
          ...{
            name: 'Ada Okoye',
            givenName: 'Ada',
            familyName: 'Okoye',
            organization: 'Relecloud',
            role: 'Nurse',
          },
          ...{
            emails: ['ada@example.org'],
            urls: ['https://www.linkedin.com/in/ada'],
            connectedOn: '2024-03-03',
          },
        },
      ],
    })
  })
})

describe('a Connections.csv of another year', () => {
  it('has tags and current columns, as in 2016', () => {
    const text =
      'First Name,Last Name,Email Address,Current Company,Current Position,Tags,Connected On\nAda,Okoye,ada@example.org,Relecloud,Nurse,fair;2016,"3/14/16, 7:30 AM"\n'
    expect(read(text)).toMatchObject({
      format: 'linkedin',
      contacts: [
        { organization: 'Relecloud', role: 'Nurse', tags: ['fair', '2016'], connectedOn: '2016-03-14' },
      ],
    })
  })

  it('is shaped for Outlook, as in 2012, and read as such', () => {
    const text =
      '"Title","First Name","Middle Name","Last Name","Suffix","E-mail Address","E-mail 2 Address","E-mail 3 Address","Business Street","Business Fax","Business Phone","Company","Job Title","Department","Birthday","Web Page"\n"","Ada","","Okoye","","ada@example.org","","","","","","Relecloud","Nurse","","","https://www.linkedin.com/in/ada"\n'
    expect(read(text)).toMatchObject({
      format: 'outlook',
      contacts: [{ name: 'Ada Okoye', role: 'Nurse', urls: ['https://www.linkedin.com/in/ada'] }],
    })
  })

  it('keeps columns that are not known', () => {
    const text = 'First Name,Last Name,Position,Connected On,Premium\nAda,Okoye,Nurse,03 Mar 2024,yes\n'
    expect(read(text).contacts).toMatchObject([{ unknown: ['Premium: yes'] }])
  })
})
