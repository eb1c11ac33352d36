import Holidays from 'date-holidays'
import { invalid } from '../../core/kernel/errors.ts'

/** From the year before this one, for so many years: further ahead than any step is dated. */
const years = 12

export interface PlaceHolidays {
  country: string
  region?: string
  /** `YYYY-MM-DD`, in order. */
  dates: string[]
}

/**
 * The public holidays of a country, or of a region of it, around an instant (X5). Throws INVALID_INPUT where the place is not
 * known, with those that are.
 */
export function publicHolidays(
  country: string | undefined,
  region: string | undefined,
  now: number,
): PlaceHolidays {
  if (!country) throw invalid('holidayCountry', 'Name the country as well as the region.')
  const code = country.toUpperCase()
  const known = new Holidays()
  if (!known.getCountries('en')[code])
    throw invalid(
      'holidayCountry',
      `The holidays of "${country}" are not known here. Write a country’s two letters, such as DE or US.`,
    )
  const regions = known.getStates(code, 'en') ?? {}
  const place = region?.toUpperCase()
  if (place !== undefined && !regions[place]) {
    const names = Object.keys(regions)
    const hint = names.length > 0 ? `Known are ${names.join(', ')}.` : 'None is known for this country.'
    throw invalid('holidayRegion', `There is no region "${region}" of ${code}. ${hint}`)
  }
  const calendar = place === undefined ? new Holidays(code) : new Holidays(code, place)
  const first = new Date(now).getUTCFullYear() - 1
  const dates = new Set<string>()
  for (let year = first; year < first + years; year++) {
    for (const { type, date } of calendar.getHolidays(year))
      if (type === 'public') dates.add(date.slice(0, 10))
  }
  return { country: code, ...(place === undefined ? {} : { region: place }), dates: [...dates].sort() }
}
