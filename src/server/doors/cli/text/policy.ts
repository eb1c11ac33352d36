import { kebabCase } from '../option-names.ts'
import { wrap } from './columns.ts'
import type { Page, Render } from './page.ts'
import { facts } from './table.ts'

interface Field {
  name: string
  value: number | string | boolean
  default: number | string | boolean
  changed: boolean
  kind: 'number' | 'choice' | 'switch'
  min: number | null
  max: number | null
  unit: string | null
  choices: string[] | null
  rule: string
  why: string
}

interface Policy {
  profile: string
  fields: Field[]
  holidays: { country: string | null; region: string | null; dates: string[]; own: string[] }
}

/** Each field with its range and reason, under the option that changes it. */
const policy: Render = ({ profile, fields, holidays }: Policy, page) => {
  const head = `The profile "${profile}"${fields.some(({ changed }) => changed) ? ', with values of your own' : ''}.`
  return [head, ...fields.map((field) => fieldText(field, page)), holidayText(holidays, page)].join('\n\n')
}

function fieldText(field: Field, page: Page): string {
  const { value, unit, rule, why, changed } = field
  const width = Math.min(page.width ?? 80, 80)
  const said = `--${kebabCase(field.name)} ${page.paint.strong(String(value))}${unit ? ` ${unit}` : ''}`
  const own = changed ? `, yours; the profile says ${field.default}` : ''
  return `${said}  ${page.paint.quiet(`(${rangeText(field)}; ${rule}${own})`)}\n${wrap(why, width, '  ')}`
}

function rangeText({ kind, min, max, choices }: Field): string {
  if (kind === 'number') return `${min} to ${max}`
  return kind === 'choice' ? choices!.join(' or ') : 'true or false'
}

function holidayText({ country, region, dates, own }: Policy['holidays'], page: Page): string {
  if (!country && own.length === 0)
    return 'No holidays: "policy edit --holiday-country DE" brings those of a country (X5).'
  const place = [country, region].filter(Boolean).join(', ')
  return facts(
    [
      ['Holidays of', place && `${place}: ${dates.length} days, the last on ${dates.at(-1)}`],
      ['Your own', own.join(', ')],
    ],
    page,
  )
}

export const policyWords = { 'policy show': policy, 'policy edit': policy }
