import type { Calendar } from './calendar.ts'

type Row = [first: string, last: string, email: string, organization: string, role: string, daysAgo: number]

const connections: Row[] = [
  [
    'Amara',
    'Nwosu',
    'amara.nwosu@example.com',
    'Larkspur Water Authority',
    'Head of Catchment Planning',
    160,
  ],
  ['Tomasz', 'Wiśniewski', '', 'Larkspur Water Authority', 'Process Engineer', 410],
  ['Thu Hà', 'Nguyễn', 'thuha.nguyen@example.com', 'Larkspur Water Authority', 'Laboratory Manager', 395],
  ['Henrik', 'Sørby', '', 'Larkspur Water Authority', 'Asset Analyst', 388],
  ['Beatriz', 'Carvalho', 'beatriz.carvalho@example.org', 'City of Penhallow', 'Stormwater Planner', 371],
  ['Luca', 'Bianchetti', '', 'City of Penhallow', 'Planner, Transport', 371],
  ['Camille', 'Desrosiers', 'camille.desrosiers@example.org', 'City of Penhallow', 'Deputy Director', 290],
  ['Rajesh', 'Venkataraman', '', 'Brightwell & Osei', 'Engineer, Flood Modelling', 344],
  ['Kofi', 'Osei-Mensah', 'kofi@example.com', 'Brightwell & Osei', 'Principal', 344],
  ['Rowan', 'Pryce-Lund', '', 'Brightwell & Osei', 'Graduate Engineer', 201],
  ['Siobhán', 'Ní Bhriain', 'siobhan@example.org', 'Saltmarsh Alliance', 'Programme Officer', 187],
  ['Noah', 'Whitefeather', '', 'Saltmarsh Alliance', 'Field Lead', 187],
  ['Leilani', 'Kealoha', 'leilani.kealoha@example.org', 'Tidewrack Institute', 'Research Associate', 233],
  ['Aroha', 'Ngata', '', 'Tidewrack Institute', 'Estuary Scientist', 233],
  ['Mateo', 'Quispe', 'mateo.quispe@example.com', 'Greenlatch', 'Landscape Architect', 122],
  ['Elif', 'Karadağ', '', 'Greenlatch', 'Studio "Mother" and Partner', 119],
  [
    'Farah',
    'Rahimi',
    'farah.rahimi@example.org',
    'Hollowell County Health',
    'Inspector, Drinking Water',
    262,
  ],
  ['Chipo', 'Marufu', 'chipo.marufu@example.org', 'Redbank Community Clinic', 'Outreach Coordinator', 254],
  ['Jin-woo', 'Baek', 'jinwoo.baek@example.com', 'Fennimore Data Cooperative', 'GIS Developer', 98],
  ['Priyanka', 'Deshmukh', '', 'Fennimore Data Cooperative', 'Analyst, Public Sector', 98],
  ['Dagný', 'Helgadóttir', 'dagny@example.org', 'Cairnfoot Museum', 'Curator of Freshwater Life', 77],
  ['Yosef', 'Gebremariam', '', 'Northmere Hospital', 'Nurse, Infection Control', 312],
]

/** What the student downloaded from LinkedIn. */
export function linkedInFile({ date }: Calendar, imported: number): string {
  const rows = connections.map(([first, last, email, organization, role, daysAgo]) => {
    const url = `https://www.linkedin.com/in/${encodeURIComponent(`${first}-${last}`.toLowerCase().replaceAll(' ', '-'))}`
    return [first, last, url, email, organization, role, inWords(date(imported - daysAgo))]
      .map(cell)
      .join(',')
  })
  return [
    'Notes:',
    '"People decide themselves whether their address is part of this list."',
    '',
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    ...rows,
    '',
  ].join('\n')
}

const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "04 Mar 2026", as LinkedIn writes it. */
function inWords(date: string): string {
  const [year, month, day] = date.split('-')
  return `${day} ${months[Number(month) - 1]} ${year}`
}

/** What the student's phone gave of its contacts. */
export const phoneCards = [
  [
    'FN:Pilar Etxeberria',
    'N:Etxeberria;Pilar;;Dr.;',
    'ORG:Northmere Hospital',
    'TITLE:Respiratory Physician',
    'TEL:+1 202 555 0117',
  ],
  ['FN:Anselm Vogt', 'N:Vogt;Anselm;;;', 'TITLE:Chemistry teacher', 'EMAIL:anselm.vogt@example.org'],
  [
    'FN:Mere Paratene',
    'N:Paratene;Mere;;;',
    'ORG:Three Valleys Railway',
    'TITLE:Bridge Engineer',
    'TEL:+1 202 555 0131',
  ],
  [
    'FN:Ravi Jayasuriya',
    'N:Jayasuriya;Ravi;;;',
    'ORG:Wexmoor University Library',
    'TITLE:Head of Circulation',
    'EMAIL:ravi.jayasuriya@example.org',
  ],
  [
    'FN:Zawadi Mwangi',
    'N:Mwangi;Zawadi;;;',
    'TEL:+1 202 555 0146',
    'NOTE:Knows everybody in the debating society.',
  ],
]
  .map((lines) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n'))
  .join('')
