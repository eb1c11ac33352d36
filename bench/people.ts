import type { Random } from './random.ts'

const given =
  'Amara Anders Aylin Beatriz Bogdan Camille Chiara Dana Dmitri Elif Esra Farid Fiona Gaëlle Hana Hiroshi Ingrid Ivo Jonas Keiko Lars Leïla Mateo Mei Nadia Ngozi Olga Paweł Quentin Rosa Søren Tariq Tomás Ulla Víctor Wanjiru Ximena Yusuf Zoë Żaneta'.split(
    ' ',
  )
const family =
  "Adeyemi Andersson Bauer Bianchi Çelik Costa Dubois Eriksen Fischer García Haddad Horvat Ito Jensen Kowalczyk Kaya Lindqvist Marchetti Müller Nakamura Novák O'Brien Okafor Petrov Quispe Reyes Rossi Sato Smith Strand Tanaka Torres Ueda Varga Vieira Weber Wójcik Xu Yamamoto Zhang".split(
    ' ',
  )
const organisations =
  'Lakeside Northwind Fabrikam Adatum Tailspin Contoso Litware Proseware Fourthcoffee Wingtip Alpine Harbour Meridian Juniper Cobalt Ashgrove'.split(
    ' ',
  )
const kinds = [
  'Health',
  'Analytics',
  'Energy',
  'Press',
  'Robotics',
  'Foods',
  'Council',
  'Partners',
  'Labs',
  'Trust',
]
const roles = [
  'Analyst',
  'Nurse Practitioner',
  'Programme Officer',
  'Director of Operations',
  'Engineer, Platform',
  'Researcher',
  'Editor',
  'Teacher',
  'Product Manager',
  'Consultant',
]
const fields = ['health', 'education', 'public policy', 'data', 'energy', 'publishing', 'design', 'law']

/** What is known of the i-th person of a generated network; names repeat, addresses do not. */
export function invented(i: number, random: Random) {
  const givenName = random.pick(given)
  const familyName = `${random.pick(family)}${random.chance(0.1) ? `-${random.pick(family)}` : ''}`
  const organization = `${random.pick(organisations)} ${random.pick(kinds)} ${random.below(40)}`
  return {
    name: `${givenName} ${familyName}`,
    givenName,
    familyName,
    organization,
    role: random.pick(roles),
    emails: random.chance(0.3) ? [`person.${i}@example.com`] : [],
    urls: [`https://www.linkedin.com/in/person-${i}`],
    closeness: 1 + random.below(5),
    fields: random.chance(0.4) ? [random.pick(fields)] : [],
    tags: random.chance(0.1) ? ['spring fair'] : [],
  }
}
