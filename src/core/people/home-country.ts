import type { ReadTx } from '../kernel/tx.ts'
import { readProfile } from '../profile/profile.ts'
import {
  type Country,
  countryOf,
  countryOfZone,
  looksLikePhone,
  type PhoneReader,
  phoneReader,
} from './phone.ts'

/**
 * Whose numbers need no country code here: the country of the user's own number, else the one that most of the numbers
 * at hand name, else the one whose time zone the user lives in.
 */
async function homeCountry(tx: ReadTx, phones: readonly string[]): Promise<Country | undefined> {
  const { phone, timeZone = tx.timeZone } = await readProfile(tx)
  return (phone && (await countryOf([phone]))) || (await countryOf(phones)) || countryOfZone(timeZone)
}

/** A reader of these numbers; where none of them can be a number, nothing is loaded to read them. */
export async function readerOf(tx: ReadTx, phones: readonly string[]): Promise<PhoneReader> {
  const numbers = phones.filter(looksLikePhone)
  if (numbers.length === 0) return () => undefined
  return phoneReader(await homeCountry(tx, numbers))
}

/** The numbers in their normal form, each once; nothing where there is none. */
export function phoneKeysOf(phones: readonly string[], read: PhoneReader): string[] | undefined {
  const keys = new Set(phones.flatMap((phone) => read(phone) ?? []))
  return keys.size > 0 ? [...keys] : undefined
}

/** The person with the numbers in their normal form. */
export async function withPhoneKeys<Row extends { phones: string[]; phoneKeys?: string[] }>(
  tx: ReadTx,
  row: Row,
): Promise<Row> {
  const { phoneKeys: _, ...rest } = row
  const phoneKeys = phoneKeysOf(row.phones, await readerOf(tx, row.phones))
  return { ...rest, ...(phoneKeys && { phoneKeys }) } as Row
}
