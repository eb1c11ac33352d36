import { describe, expect, it } from 'vitest'
import { readWhole } from '../reading.ts'
import { recognise } from '../recognise.ts'
import { readingTable } from './read-table.ts'

const read = (...lines: string[]) => readWhole(readingTable(`${lines.join('\r\n')}\r\n`))

/** The 92 columns of Outlook on the desktop. */
const english =
  "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home Street 2,Home Street 3,Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Other Street 2,Other Street 3,Other City,Other State,Other Postal Code,Other Country/Region,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,Billing Information,Birthday,Business Address PO Box,Categories,Children,Directory Server,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,E-mail 3 Address,E-mail 3 Type,E-mail 3 Display Name,Gender,Government ID Number,Hobby,Home Address PO Box,Initials,Internet Free Busy,Keywords,Language,Location,Manager's Name,Mileage,Notes,Office Location,Organizational ID Number,Other Address PO Box,Priority,Private,Profession,Referred By,Sensitivity,Spouse,User 1,User 2,User 3,User 4,Web Page"
const german =
  'Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,Straße geschäftlich 2,Straße geschäftlich 3,Ort geschäftlich,Region geschäftlich,Postleitzahl geschäftlich,Land/Region geschäftlich,Straße privat,Straße privat 2,Straße privat 3,Ort privat,Bundesland/Kanton privat,Postleitzahl privat,Land/Region privat,Weitere Straße,Weitere Straße 2,Weitere Straße 3,Weiterer Ort,Weiteres/r Bundesland/Kanton,Weitere Postleitzahl,Weiteres/e Land/Region,Telefon Assistent,Fax geschäftlich,Telefon geschäftlich,Telefon geschäftlich 2,Rückmeldung,Autotelefon,Telefon Firma,Fax privat,Telefon (privat),Telefon (privat 2),ISDN,Mobiltelefon,Weiteres Fax,Weiteres Telefon,Pager,Haupttelefon,Mobiltelefon 2,Telefon für Hörbehinderte,Telex,Abrechnungsinformation,Benutzer 1,Benutzer 2,Benutzer 3,Benutzer 4,Beruf,Büro,E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Adresse,E-Mail 2: Typ,E-Mail 2: Angezeigter Name,E-Mail 3: Adresse,E-Mail 3: Typ,E-Mail 3: Angezeigter Name,Empfohlen von,Geburtstag,Geschlecht,Hobby,Initialen,Internet-Frei/Gebucht,Jahrestag,Kategorien,Kinder,Konto,Name Assistent,Name des/der Vorgesetzten,Notizen,Organisations-Nr.,Ort,Partner/in,Postfach geschäftlich,Postfach privat,Priorität,Privat,Regierungs-Nr.,Reisekilometer,Sprache,Stichwörter,Vertraulichkeit,Verzeichnisserver,Webseite,Weiteres Postfach'
const french =
  "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Rue (bureau),Rue (bureau) 2,Rue (bureau) 3,Ville (bureau),Dép/Région (bureau),Code postal (bureau),Pays/Région (bureau),Rue (domicile),Rue (domicile) 2,Rue (domicile) 3,Ville (domicile),Dép/Région (domicile),Code postal (domicile),Pays/Région (domicile),Télécopie (bureau),Téléphone (bureau),Téléphone 2 (bureau),Téléphone (domicile),Tél. mobile,Téléphone principal,Adresse de messagerie,Type de messagerie,Nom complet de l'adresse de messagerie,Adresse de messagerie 2,Anniversaire,Anniversaire de mariage ou fête,Catégories,Critère de diffusion,Notes,Page Web"

const row = (header: string, delimiter: string, cells: Record<string, string>): string => {
  const names = header.split(',')
  const used = new Set<string>()
  for (const name of Object.keys(cells)) {
    if (!names.includes(name.replace(' (again)', ''))) throw new Error(name)
  }
  return names
    .map((name) => {
      const cell = used.has(name) ? cells[`${name} (again)`] : cells[name]
      used.add(name)
      return cell ? `"${cell}"` : ''
    })
    .join(delimiter)
}

describe('Outlook CSV', () => {
  it('is recognised in English, German and French', () => {
    expect(english.split(',')).toHaveLength(92)
    expect(german.split(',')).toHaveLength(92)
    expect(recognise(english)).toBe('outlook')
    expect(recognise(german.replaceAll(',', ';'))).toBe('outlook')
    expect(recognise(french.replaceAll(',', ';'))).toBe('outlook')
  })

  it('reads the 92 columns of the desktop, absent dates too', () => {
    const cells = {
      ...{
        Title: 'Ms.',
        'First Name': 'Ada',
        'Middle Name': 'N.',
        'Last Name': 'Okoye',
        Company: 'Fourth Coffee',
      },
      ...{
        Department: 'Roasting',
        'Job Title': 'Buyer',
        'Business Phone': '(312) 555-0101',
        'Business Fax': '312 555 0199',
      },
      ...{
        'Mobile Phone': '+1 312 555 0102',
        Birthday: '0/0/00',
        Anniversary: '0/0/00',
        Categories: 'Fair;Coffee',
      },
      ...{
        'E-mail Address': 'ada@example.org',
        'E-mail Type': 'SMTP',
        'E-mail Display Name': 'Ada Okoye (ada@example.org)',
      },
      ...{
        'E-mail 2 Address': 'okoye@example.net',
        Notes: 'Two lines\r\nof notes',
        'Web Page': 'https://example.org',
      },
      ...{ Sensitivity: 'Normal', 'Business City': 'Chicago', Priority: 'Normal', Private: 'False' },
      ...{
        'Business Street': '1 Lake Street',
        'Business Street 2': 'Suite 5',
        'Business Country/Region': 'USA',
      },
    }
    expect(read(english, row(english, ',', cells))).toMatchObject({
      format: 'outlook',
      problems: [],
      contacts: [
        {
          ...{ name: 'Ada N. Okoye', givenName: 'Ada', familyName: 'Okoye', honorific: 'Ms.' },
          ...{ organization: 'Fourth Coffee', department: 'Roasting', role: 'Buyer' },
          ...{
            phones: ['(312) 555-0101', '+1 312 555 0102'],
            emails: ['ada@example.org', 'okoye@example.net'],
          },
          ...{ tags: ['Fair', 'Coffee'], notes: 'Two lines\nof notes', urls: ['https://example.org'] },
          addresses: [{ label: 'work', street: '1 Lake Street\nSuite 5', city: 'Chicago', country: 'USA' }],
          labels: { '(312) 555-0101': 'work', '+1 312 555 0102': 'mobile' },
          unknown: ['Business Fax: 312 555 0199'],
        },
      ],
    })
    const [ada] = read(english, row(english, ',', cells)).contacts
    expect(ada?.birthday).toBeUndefined()
    expect(ada?.unknown?.join('\n')).not.toMatch(/Anniversary|SMTP|Display|Normal|False/)
  })

  it('reads German headers, semicolons and German dates', () => {
    const cells = {
      ...{ Anrede: 'Frau', Vorname: 'Jörn', Nachname: 'Weiß', Firma: 'Contoso', Position: 'Leiter Einkauf' },
      ...{
        'Telefon (privat)': '030 5550101',
        Mobiltelefon: '0170 5550102',
        'E-Mail-Adresse': 'joern@example.org',
      },
      ...{
        'E-Mail 2: Adresse': 'weiss@example.net',
        Geburtstag: '24.12.1980',
        Kategorien: 'Messe',
        Notizen: 'kennt Ada',
        ...{ 'Straße privat': 'Am Ring 5', 'Ort privat': 'Ulm', 'Bundesland/Kanton privat': 'BW' },
        ...{ 'Postleitzahl privat': '89073', 'Weiterer Ort': 'Köln', 'Land/Region geschäftlich': 'DE' },
      },
    }
    expect(read(german.replaceAll(',', ';'), row(german, ';', cells))).toMatchObject({
      format: 'outlook',
      contacts: [
        {
          ...{ name: 'Jörn Weiß', honorific: 'Frau', organization: 'Contoso', role: 'Leiter Einkauf' },
          ...{ phones: ['030 5550101', '0170 5550102'], emails: ['joern@example.org', 'weiss@example.net'] },
          ...{ birthday: '1980-12-24', tags: ['Messe'], notes: 'kennt Ada' },
          addresses: [
            { label: 'work', country: 'DE' },
            { label: 'home', street: 'Am Ring 5', city: 'Ulm', region: 'BW', postalCode: '89073' },
            { city: 'Köln' },
          ],
          labels: { '030 5550101': 'home', '0170 5550102': 'mobile' },
        },
      ],
    })
  })

  it('reads French headers, of which two have the same name', () => {
    const cells = {
      ...{ Titre: 'Mme', Prénom: 'Zoé', Nom: 'Lefèvre', Société: 'Fabrikam', 'Titre (again)': 'Directrice' },
      ...{
        'Tél. mobile': '06 55 50 10 12',
        'Adresse de messagerie': 'zoe@example.org',
        Anniversaire: '03/11/1979',
        ...{
          'Rue (bureau)': '5 rue du Lac',
          'Code postal (bureau)': '69001',
          'Dép/Région (bureau)': 'Rhône',
        },
      },
    }
    expect(read(french.replaceAll(',', ';'), row(french, ';', cells)).contacts).toMatchObject([
      {
        ...{ name: 'Zoé Lefèvre', honorific: 'Mme', role: 'Directrice', organization: 'Fabrikam' },
        ...{ phones: ['06 55 50 10 12'], emails: ['zoe@example.org'], birthday: '1979-11-03' },
        addresses: [{ label: 'work', street: '5 rue du Lac', postalCode: '69001', region: 'Rhône' }],
      },
    ])
  })

  it('reads the file that Outlook on the web writes', () => {
    const header =
      "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,Business Phone 2,Mobile Phone,Car Phone,Other Phone,Primary Phone,Pager,Business Fax,Home Fax,Other Fax,Company Main Phone,Callback,Radio Phone,Telex,TTY/TDD Phone,IMAddress,Job Title,Department,Company,Office Location,Manager's Name,Assistant's Name,Assistant's Phone,Company Yomi,Business Street,Business City,Personal Web Page,Spouse,Schools,Hobby,Location,Web Page,Birthday,Anniversary,Notes"
    const cells = {
      'First Name': 'Dev',
      'Last Name': 'Rao',
      'E-mail Address': 'dev@example.org',
      'Job Title': 'Clerk',
      Schools: 'Oxbridge',
    }
    expect(read(header, row(header, ',', cells))).toMatchObject({
      format: 'outlook',
      contacts: [
        { name: 'Dev Rao', role: 'Clerk', emails: ['dev@example.org'], unknown: ['Schools: Oxbridge'] },
      ],
    })
  })

  it('keeps an address of its own server as it is, and takes the person by name', () => {
    const cells = {
      'First Name': 'Eva',
      'E-mail Address': '/o=ExchangeLabs/ou=Group/cn=eva',
      'E-mail Type': 'EX',
    }
    expect(read(english, row(english, ',', cells))).toMatchObject({
      problems: [],
      contacts: [{ name: 'Eva', emails: [], unknown: ['E-mail Address: /o=ExchangeLabs/ou=Group/cn=eva'] }],
    })
  })
})
