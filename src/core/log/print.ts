import type { LogEntry } from './log.ts'
import { dates, titles } from './render.ts'

/** The log as a page to print, or to save as PDF from the browser; nothing in it is taken for markup, and nothing is loaded. */
export function logAsPage(entries: readonly LogEntry[], timeZone: string): string {
  const dateOf = dates(timeZone)
  const rows = entries.map(
    (one) =>
      `<tr>${[dateOf(one.at), one.person, one.kind, one.outcome, one.notes].map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Log</title>
<style>
${style}
</style>
</head>
<body>
<h1>Log</h1>
<table>
<thead><tr>${titles.map((title) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`
}

const style = `@page { margin: 15mm }
body { font: 10pt/1.4 system-ui, sans-serif; color: #000; background: #fff }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; vertical-align: top; padding: 1mm 2mm 1mm 0; border-bottom: 0.2mm solid #999 }
td { white-space: pre-line; overflow-wrap: anywhere }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums }
thead { display: table-header-group }
tr { break-inside: avoid }`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const html = (text: string | null): string =>
  (text ?? '').replace(/[&<>"]/g, (sign) => signs[sign]!).replace(/(?!\n)\p{Cc}/gu, ' ')
