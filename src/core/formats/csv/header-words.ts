import { fold } from '../../kernel/fold.ts'
import { partOfAddress } from './address-columns.ts'
import type { TableField } from './table-field.ts'

/**
 * Names of columns as programs write them: LinkedIn, Google, Outlook, Yahoo and Thunderbird in the languages they
 * export in, and people in their own tables. Where a language has one word for two things ("Nom", "Nome", "Name"), it
 * stands under `name`: what it means follows from the columns beside it.
 */
const words: Partial<Record<TableField, string[]>> = {
  name: [
    'Name, Who, Full Name, Fullname, Display Name, Contact, Contact Name, Person, Attendee, Participant, First and Last Name',
    'Vollständiger Name, Anzeigename, Ganzer Name, Wer, Vor- und Nachname, Kontakt, Teilnehmer',
    'Nom, Nom complet, Nom à afficher, Nom affiché, Nom et prénom, Prénom et nom, Nombre, Nombre completo, Nombre y apellidos',
    'Nome, Nome completo, Nome e cognome, Nome visualizzato, Naam, Volledige naam, Weergavenaam, Namn, Navn, Nimi',
    'Imię i nazwisko, Jméno a příjmení, Ad Soyad, Teljes név, Név, ФИО, Имя и фамилия',
    '氏名, 名前, お名前, 表示名, 姓名, 이름, 성명, الاسم, שם, नाम',
  ],
  givenName: [
    'First Name, Firstname, Given Name, First, Forename, Vorname, Rufname, Prénom, Nombre de pila, Nombres, Primer nombre',
    'Primeiro nome, Nome próprio, Nome di battesimo, Voornaam, Förnamn, Fornavn, Etunimi, Imię, Jméno, Křestní jméno',
    'Keresztnév, Utónév, Prenume, Ad, Adı, Όνομα, Имя, Ім’я, 名, 名字, 이름 (First Name), الاسم الأول',
  ],
  middleName: [
    'Middle Name, Additional Name, Middle, Zweiter Vorname, Weitere Vornamen, Weiterer Vorname, Deuxième prénom',
    'Autre prénom, Autres prénoms, Segundo nombre, Nome do meio, Segundo nome, Secondo nome, Tweede voornaam, Отчество',
  ],
  familyName: [
    'Last Name, Lastname, Family Name, Surname, Last, Nachname, Familienname, Zuname, Nom de famille, Apellido, Apellidos',
    'Sobrenome, Apelido, Cognome, Achternaam, Efternamn, Efternavn, Etternavn, Sukunimi, Nazwisko, Příjmení',
    'Vezetéknév, Nume de familie, Soyadı, Soyad, Επώνυμο, Фамилия, Прізвище, 姓, 성, اسم العائلة, שם משפחה',
  ],
  honorific: [
    'Name Prefix, Prefix, Honorific, Salutation, Anrede, Namenspräfix, Namenspraefix, Civilité, Préfixe, Préfixe du nom',
    'Tratamiento, Prefijo, Tratamento, Prefixo, Prefisso, Aanhef, Voorvoegsel, 敬称',
  ],
  suffix: [
    'Name Suffix, Suffix, Namenssuffix, Namenszusatz, Suffixe, Suffixe du nom, Sufijo, Sufixo, Suffisso, Achtervoegsel',
  ],
  nickname: [
    'Nickname, Nick Name, Nick, Spitzname, Surnom, Pseudonyme, Apodo, Alias, Soprannome, Bijnaam, Roepnaam, Smeknamn',
    'Kallenavn, Lempinimi, Pseudonim, Přezdívka, ニックネーム, 昵称',
  ],
  alias: ['Short Name, File As, Speichern unter'],
  organization: [
    'Company, Company Name, Organization, Organisation, Organization Name, Organisation Name, Organization 1 - Name',
    'Current Company, Employer, Affiliation, Firma, Firmenname, Unternehmen, Arbeitgeber, Name der Organisation, Société',
    'Entreprise, Employeur, Nom de l’entreprise, Nom de l’organisation, Empresa, Compañía, Organización, Organização',
    'Azienda, Società, Organizzazione, Ditta, Bedrijf, Bedrijfsnaam, Organisatie, Werkgever, Företag, Virksomhed, Selskap',
    'Yritys, Spółka, Společnost, Cég, Şirket, Компания, Организация, 会社, 会社名, 勤務先, 公司, 单位, 회사, الشركة',
  ],
  department: [
    'Department, Organization Department, Organization 1 - Department, Abteilung, Service, Département, Departamento',
    'Dipartimento, Reparto, Ufficio, Afdeling, Avdelning, Afdeling, Avdeling, Osasto, Dział, Oddělení, Отдел, 部署, 部门',
  ],
  role: [
    'Job Title, Position, Role, Current Position, Occupation, Organization Title, Organization 1 - Title, Jobtitel',
    'Berufsbezeichnung, Stellenbezeichnung, Stelle, Funktion, Rolle, Fonction, Poste, Intitulé du poste, Cargo, Puesto',
    'Función, Função, Posizione, Qualifica, Ruolo, Mansione, Posición, Functie, Functietitel, Befattning, Stilling',
    'Titteli, Stanowisko, Pozice, Pozíció, Pozisyon, Unvan, Должность, 役職, 職位, 职位, 직책, 직위, المنصب',
  ],
  url: [
    'URL, Url, Website, Web Site, Web Page, Webpage, Homepage, Home Page, Profile URL, Profile, LinkedIn, LinkedIn URL',
    'LinkedIn Profile, Public Profile URL, Personal Web Page, Business Web Page, Personal Website, Business Website, Link',
    'Webseite, Webadresse, Internetseite, Page Web, Site Web, Site, Sitio web, Página web, Página da Web, Sito, Sito web',
    'Pagina Web, Webpagina, Webbplats, Hjemmeside, Nettside, Strona internetowa, Веб-сайт, ホームページ, 网站, 웹사이트',
  ],
  tags: [
    'Categories, Category, Labels, Group Membership, Groups, Group, Tags, Tag, Kategorien, Kategorie, Gruppen, Gruppe',
    'Gruppenmitgliedschaft, Catégories, Catégorie, Groupes, Libellés, Étiquettes, Categorías, Categoría, Grupos, Etiquetas',
    'Categorias, Marcadores, Categorie, Categoria, Gruppi, Etichette, Categorieën, Groepen, Kategorier, Grupper',
    'Категории, Группы, カテゴリ, 分類, 类别, 标签, 라벨, 그룹',
  ],
  notes: [
    'Notes, Note, Remarks, Comments, Comment, Notizen, Notiz, Bemerkungen, Bemerkung, Anmerkungen, Kommentar, Remarques',
    'Commentaires, Notas, Observaciones, Observações, Opmerkingen, Notities, Anteckningar, Noter, Notater, Muistiinpanot',
    'Notatki, Poznámky, Megjegyzés, Notlar, Заметки, Примечание, メモ, 備考, 备注, 메모, ملاحظات',
  ],
  birthday: [
    'Birthday, Date of Birth, Birth Date, Birthdate, DOB, Born, Geburtstag, Geburtsdatum, Anniversaire, Date de naissance',
    'Cumpleaños, Fecha de nacimiento, Aniversário, Data de nascimento, Nascimento, Compleanno, Data di nascita',
    'Verjaardag, Geboortedatum, Födelsedag, Fødselsdag, Bursdag, Syntymäpäivä, Urodziny, Data urodzenia, Narozeniny',
    'Születésnap, Doğum günü, День рождения, Дата рождения, 誕生日, 生年月日, 生日, 생일, تاريخ الميلاد',
  ],
  birthYear: [
    'Birth Year, Geburtsjahr, Année de naissance, Año de nacimiento, Anno di nascita, Geboortejaar',
  ],
  birthMonth: [
    'Birth Month, Geburtsmonat, Mois de naissance, Mes de nacimiento, Mese di nascita, Geboortemaand',
  ],
  birthDay: [
    'Birth Day, Tag der Geburt, Jour de naissance, Día de nacimiento, Giorno di nascita, Geboortedag',
  ],
  uid: ['Acquaint id'],
  connectedOn: [
    'Connected On, Date Connected, Verbunden am, Vernetzt am, Vernetzt seit, Kontakt seit, Connecté le, Date de connexion',
    'Mis en relation le, En relation depuis, Conectado el, Fecha de conexión, Conectado en, Conectado em, Conexão em',
    'Data da conexão, Data de conexão, Collegato il, Collegato dal, Collegati dal, Data collegamento',
    'Data di collegamento, Verbonden op, Connectie sinds, Datum van connectie, Ansluten den, Forbundet den, Tilkoblet',
    'Data nawiązania kontaktu, Połączono, Conectat la, Bağlantı tarihi, Дата установления контакта, つながった日',
    '连接日期, 联系日期, 1촌 맺은 날짜',
  ],
}

const fieldsByWord = new Map<string, TableField>()
for (const [field, lines] of Object.entries(words)) {
  for (const word of lines.flatMap((line) => line.split(', '))) {
    if (!fieldsByWord.has(fold(word))) fieldsByWord.set(fold(word), field as TableField)
  }
}

const email =
  /(?:^| )(?:e ?mails?|e ?mail ?ad\w*|mail|courriel|messagerie|correo(?: electronico)?|posta elettronica|sahkoposti|e posta|adresse electronique|почта|почты)(?: |$)|メール|电子邮件|邮箱|이메일|البريد/
const phone =
  /(?:^| )(?:phones?|telephones?|telefon[oei]?|telefoon(?:nummer)?|telefonnummer|tele?foon|tel|mobile?|mobiele?|mobil\w*|handy(?:nummer)?|cell(?:ulare|phone|ular)?|celular|movil|portable|gsm|haupttelefon|autotelefon|puhelin|komorka|телефон|мобильный)(?: |$)|電話|携帯|手机|电话|전화|휴대/
const noNumber = /(?:^| )(?:fax|telex|isdn|pager|yahoo|phonetic|tty|funk)(?: |$)/
const web = /(?:^| )(?:web ?sites?|web ?pages?|webseite|homepage|url|linkedin)(?: |$)/
const label =
  /(?:^| )(?:type|typ|label|tipo|etichetta|etikett|etiqueta|libelle|type d[ae]?|bezeichnung|soort)(?: |$)/
const shown =
  /(?:^| )(?:display|displayed|angezeigter|anzeigename|complet|mostrar|afficher|visualizzato|weergave\w*)(?: |$)/
const about = /(?:^| )(?:opt|opted|in|consent|sent|status|count|format|verified|newsletter)(?: |$)/

/**
 * What a column holds by its header, in whichever language; `other` where the header is not known. "E-mail 2 - Value",
 * "Téléphone (bureau) 2" and "Telefon (privat)" are told by a word in them.
 */
export function fieldOfHeader(header: string): TableField {
  const folded = fold(header)
  const known = fieldsByWord.get(folded) ?? partOfAddress(header)?.field ?? plainer(header)
  if (known) return known
  const isEmail = email.test(folded)
  if (isEmail && shown.test(folded)) return 'alias'
  if (label.test(folded)) return 'label'
  if (isEmail) return about.test(folded) ? 'other' : 'email'
  if (noNumber.test(folded)) return 'other'
  if (phone.test(folded)) return 'phone'
  if (web.test(folded)) return 'url'
  return 'other'
}

/** "jobTitle", "Your full name *", "Company / School" and "Name (first and last)" are known by what is in them. */
function plainer(header: string): TableField | undefined {
  const spoken = header.replace(/\([^)]*\)/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  for (const part of [spoken, ...spoken.split(/[/|]| or | oder | ou | o /)]) {
    const folded = fold(part)
    const field = fieldsByWord.get(folded) ?? fieldsByWord.get(folded.replace(ofSomebody, ''))
    if (field) return field
  }
  return undefined
}

const ofSomebody =
  /^(?:your|my|their|contact|attendee|participant|person|student|alumni|alumnus|member|guest|speaker|current|present)s? /

/** The field that a user means by a word: what a column of that kind is called somewhere. */
export const knownWord = (word: string): TableField | undefined => fieldsByWord.get(fold(word))
