import { dayOf } from '../../core/method/clock.ts'
import { zone } from '../app/moments.svelte.ts'
import { now } from '../replica/network.svelte.ts'
import { callForFile } from '../replica/server.ts'

const endings: Readonly<Record<string, string>> = {
  json: 'json',
  vcard: 'vcf',
  ics: 'ics',
  markdown: 'zip',
}

/** Takes the network out in a format: the browser keeps the file. */
export async function takeOut(format: string): Promise<void> {
  const address = URL.createObjectURL(await callForFile('export', { format }))
  const name = format === 'json' ? 'acquaint' : `acquaint-${format}`
  const download = `${name}-${dayOf(now(), zone())}.${endings[format] ?? 'csv'}`
  Object.assign(document.createElement('a'), { href: address, download }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
