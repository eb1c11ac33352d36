import { fold } from '../../kernel/fold.ts'

/** The columns that a postal address is spread over. */
export type AddressField = 'address' | 'street' | 'city' | 'region' | 'postalCode' | 'country'

/** What columns with parts of an address are called, once the words for whose it is are taken off. */
const words: Readonly<Record<AddressField, string>> = {
  address:
    'Address, Postal Address, Mailing Address, Full Address, Formatted, Adresse, Anschrift, Postanschrift, Formatiert, Adresse postale, Dirección, Indirizzo, Endereço, Adres, 住所, 地址',
  street:
    'Street, Street Address, Street Number, Address Line, PO Box, Address PO Box, Extended Address, Straße, Strasse, Hausnummer, Postfach, Adresszusatz, Rue, Boîte postale, Calle, Via, Rua, Straat',
  city: 'City, Town, Locality, Ort, Stadt, Wohnort, Ville, Ciudad, Localidad, Città, Cidade, Plaats, Stad',
  region:
    'State, Region, Province, County, State Province, State Region, Bundesland, Kanton, Bundesland Kanton, Dép Région, Département Région, Provincia, Estado, Regione',
  postalCode:
    'Postal Code, Post Code, Postcode, ZIP, ZIP Code, ZipCode, ZIP Postal Code, Postleitzahl, PLZ, Code postal, Código postal, CAP, CEP',
  country: 'Country, Country Region, Land, Land Region, Pays, Pays Région, País, Paese',
}

const fields = new Map<string, AddressField>(
  Object.entries(words).flatMap(([field, list]) =>
    list.split(', ').map((word) => [fold(word), field as AddressField] as const),
  ),
)

/** Whose address, number or page a column holds, by a word of its header. */
const kinds: readonly (readonly [label: string, word: RegExp])[] = [
  [
    'work',
    /(?:^| )(?:business|work|office|company|geschaftlich|dienstlich|firma|bureau|trabajo|lavoro)(?= |$)/,
  ],
  ['home', /(?:^| )(?:home|private|privat|personal|domicile|casa)(?= |$)/],
  ['mobile', /(?:^| )(?:mobile?|mobiltelefon|handy|cell|cellular|portable|movil)(?= |$)/],
  ['other', /(?:^| )(?:other|weiteres r|weiteres e|weitere[rs]?|autre|otro|altro)(?= |$)/],
  ['assistant', /(?:^| )(?:assistant|assistant s|assistent)(?= |$)/],
]

/** What a column of addresses, numbers or pages calls them: "Business Phone" is a number at work. */
export function labelOfHeader(header: string): string | undefined {
  const folded = fold(header).replace(/(?:^| )home ?page(?= |$)/, '')
  const label = kinds.findLast(([, word]) => word.test(folded))?.[0]
  return label === 'other' ? undefined : label
}

/** The part of an address in a column, and which address it is of: "Business Street 2", "Address 1 - City". */
export function partOfAddress(header: string): { field: AddressField; place: string } | undefined {
  const folded = fold(header)
  const numbered = /^(?:address|adresse|direccion|indirizzo|endereco|adres) (\d+) (.+)$/.exec(folded)
  if (numbered) return fieldIn(numbered[2]!, `address ${numbered[1]}`)
  const kind = kinds.find(([label, word]) => label !== 'mobile' && word.test(folded))
  return fieldIn(kind ? folded.replace(kind[1], '') : folded, kind?.[0] ?? '')
}

function fieldIn(text: string, place: string): { field: AddressField; place: string } | undefined {
  const plain = text.replace(/(?: \d+)+$/, '').trim()
  const field = fields.get(plain)
  // "Address 2" and "Home Address 2" are the second line of the street.
  return field && { field: field === 'address' && plain !== text.trim() ? 'street' : field, place }
}
