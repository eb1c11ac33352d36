import type { Profile } from '../profile/profile.ts'

/**
 * Year, major and school (P6) as a clause to stand after "and": "I am a second-year student of hydrology at Lakeside".
 * Undefined when neither year nor major is on record; a school alone does not say what somebody does there.
 */
export function studyClause({
  year,
  major,
  school,
}: Pick<Profile, 'year' | 'major' | 'school'>): string | undefined {
  const at = school ? ` at ${school}` : ''
  if (!year) return major ? `my field of study is ${major}${at}` : undefined
  const who = studentOf(year)
  if (!who)
    return `I am a student${major ? ` of ${major}` : ''}${at} (${/^\d$/.test(year) ? `year ${year}` : year})`
  const subject = major && (/student$/i.test(who) ? ` of ${major}` : ` studying ${major}`)
  return `I am ${article(who)} ${who}${subject ?? ''}${at}`
}

/** "second-year student", "junior"; undefined for a year that is no word for a person, such as "class of 2027". */
function studentOf(year: string): string | undefined {
  if (/(student|freshman|sophomore|junior|senior|undergraduate|candidate)$/i.test(year)) return year
  if (/^(\w+)[ -]year$/i.test(year)) return `${year.replace(/[ -]year$/i, '-year')} student`
  if (/^(first|second|third|fourth|fifth|final|last|\d(st|nd|rd|th))$/i.test(year))
    return `${year}-year student`
  return undefined
}

/** "an undergraduate", "an MSc student", "a PhD candidate": by sound, as far as letters tell. */
const article = (noun: string): string =>
  /^(?:[aeio]|und|8|11|18)/i.test(noun) || /^[FHLMNRSX][A-Z]/.test(noun) ? 'an' : 'a'
