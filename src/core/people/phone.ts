import type { CountryCode } from 'libphonenumber-js/min'

/** The normal form of a telephone number, or nothing where the text is none. */
export type PhoneReader = (phone: string) => string | undefined

/** A number's country, as ISO 3166 has it: `DE`. */
export type Country = CountryCode

/** Digits with what stands between them, and at the end perhaps an extension. */
const number = /^(?:tel:)?\s*\+?[\d\s().\-‐-―/\u00a0]+(?:(?:;ext=|,|ext\.?|x|#)\s*\d+)?$/i
/** The shortest that is more than an extension. */
const fewestDigits = 7

/** Whether a text can be a telephone number: only what can be is looked at closely. */
export function looksLikePhone(text: string): boolean {
  return number.test(text.trim()) && digits(text).length >= fewestDigits
}

/**
 * Reads numbers in any spelling as people of this country write them. The normal form is E.164 (`+493012345678`, without
 * an extension); where nobody knows the country, it is the digits alone, so that at least the same number is the same.
 */
export async function phoneReader(country: Country | undefined): Promise<PhoneReader> {
  const { parsePhoneNumberFromString: parse } = await import('libphonenumber-js/min')
  return (phone) => {
    if (!looksLikePhone(phone)) return undefined
    const text = phone.trim().replace(/^00(?=[1-9])/, '+')
    const read = parse(text, country)
    return read?.isPossible() ? read.number : digits(text)
  }
}

/** How many numbers are looked at before one knows where a file is from. */
const enough = 100

/** The country that most of the numbers with a country code are of. */
export async function countryOf(phones: Iterable<string>): Promise<Country | undefined> {
  const { parsePhoneNumberFromString: parse } = await import('libphonenumber-js/min')
  const counts = new Map<Country, number>()
  let looked = 0
  for (const phone of phones) {
    if (!/^\s*(?:tel:)?(?:\+|00)[1-9]/.test(phone) || !looksLikePhone(phone)) continue
    const country = parse(phone.trim().replace(/^00/, '+'))?.country
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
    looked += 1
    if (looked === enough) break
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** The one country that has this time zone; nothing where none or several have. */
export async function countryOfZone(timeZone: string): Promise<Country | undefined> {
  if (!countries.has(timeZone)) {
    const { getCountries } = await import('libphonenumber-js/min')
    const here = getCountries().filter((country) => zonesOf(country).includes(timeZone))
    countries.set(timeZone, here.length === 1 ? here[0] : undefined)
  }
  return countries.get(timeZone)
}

/** What was found of a zone: asking the engine for the zones of every country takes a tenth of a second. */
const countries = new Map<string, Country | undefined>()

/** Engines that cannot tell a country's zones, and countries that an engine does not know, have none. */
function zonesOf(country: Country): readonly string[] {
  try {
    const locale = new Intl.Locale('und', { region: country }) as { getTimeZones?(): string[] | undefined }
    return locale.getTimeZones?.() ?? []
  } catch {
    return []
  }
}

const digits = (text: string): string => text.replace(/\D/g, '')
