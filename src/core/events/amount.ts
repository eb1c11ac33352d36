/**
 * Money as a whole number of thousandths: no currency in use divides further, sums are exact, and naming the currency
 * later changes no number. Doors write it as a decimal number: 12.5 is 12500.
 */
export type Amount = number

const parts = 1000

/** The amount of a decimal number with at most three places. */
export const amountOf = (decimal: number): Amount => Math.round(decimal * parts)

/** An amount as a decimal number. */
export const decimalOf = (amount: Amount): number => amount / parts

/** "120", "12.50 EUR"; nothing that costs nothing is called so. */
export function amountInWords(amount: Amount, currency?: string): string {
  if (amount === 0) return 'nothing'
  const digits = amount % 1000 === 0 ? 0 : amount % 10 === 0 ? 2 : 3
  return [decimalOf(amount).toFixed(digits), currency].filter(Boolean).join(' ')
}

/** What was saved (N5): the fee less what was paid, once both are known; never less than nothing. */
export function savedOn(fee: Amount | undefined, paid: Amount | undefined): Amount | undefined {
  return fee === undefined || paid === undefined ? undefined : Math.max(0, fee - paid)
}

/** An amount as people type it, "12.50" or "12,50"; nothing where it is no amount with at most three places. */
export function readAmount(text: string): Amount | undefined {
  const said = text.trim().replace(',', '.')
  return /^\d{1,9}(\.\d{1,3})?$/.test(said) ? amountOf(Number(said)) : undefined
}
