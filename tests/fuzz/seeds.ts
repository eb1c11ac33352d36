import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'

const folder = join(import.meta.dirname, '..', 'fixtures')
const bytes = (text: string) => new TextEncoder().encode(text)

const texts = [
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\nAda,Okoye,https://www.linkedin.com/in/ada,ada@example.org,"Fourth Coffee, Ltd.",Nurse,03 Mar 2021\r\n',
  'First Name,Middle Name,Last Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value\r\nAmara,,Nwosu,--05-02,"Two\nlines",Mentors ::: * myContacts,Work,a@example.org ::: b@example.org,Tea,Oolong\r\n',
  'Anrede;Vorname;Nachname;Firma;Position;Telefon (privat);E-Mail-Adresse;Geburtstag;Kategorien\r\nFrau;Jörn;Weiß;Contoso;Leiter;030 5550101;joern@example.org;0/0/00;Messe\r\n',
  'Who|Reach|Line\nAda Okoye|ada@example.org|+1 312 555 0101\n"Okoye, Ben"|ben@example.org|"x\ny"\n',
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\nc1,,Maja,https://www.linkedin.com/in/maja,Ada,https://www.linkedin.com/in/ada,2024-03-03 10:00:00 UTC,,"Hello\nthere",INBOX\n',
  'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Wei=C3=9F;J=C3=B6rn\r\nTEL;CELL:+49 30 5550142\r\nitem1.EMAIL:x@example.org\r\nitem1.X-ABLabel:Lab\r\nEND:VCARD\r\n',
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Berlin:20240303T100000\r\nDTEND:20240303T110000Z\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nATTENDEE;CN="Okoye, Ada":mailto:ada@example.org\r\nSUMMARY:Coffee\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  '["vcard",[["version",{},"text","4.0"],["fn",{},"text","Ada Okoye"]]]',
]

/** Small files as programs write them, in each format, and the fixtures of the tests. */
export const seeds: readonly Uint8Array[] = [
  ...texts.map(bytes),
  zipSync({ 'Connections.csv': bytes(texts[0]!), 'messages.csv': bytes(texts[4]!) }),
  ...readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(folder, name)))
    .filter((file) => file.length < 100_000),
]
