import { createHash } from 'node:crypto'
import { contentPolicy } from './guard.ts'

/** Text as HTML shows it. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Text in which `code` stands between backquotes. */
export const inline = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')

const style = `
:root { color-scheme: light dark; --ground: light-dark(#fbfaf7, #17181a); --ink: light-dark(#1d2126, #e9e6df);
  --muted: color-mix(in srgb, var(--ink) 72%, var(--ground)); --line: color-mix(in srgb, var(--ink) 16%, var(--ground));
  --act: light-dark(#2b4a6f, #9db9dc); --sheet: color-mix(in srgb, var(--ink) 5%, var(--ground)) }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 40px 20px 80px }
h1, h2 { font-family: "Iowan Old Style", Palatino, "Palatino Linotype", Georgia, serif; font-weight: 600; line-height: 1.2 }
h1 { font-size: 28px; margin: 0 0 8px } h2 { font-size: 21px; margin: 48px 0 8px }
h3 { font-size: 15px; margin: 20px 0 4px } p { margin: 8px 0; max-width: 72ch }
a { color: var(--act); text-underline-offset: 3px } a:focus-visible, summary:focus-visible { outline: 2px solid var(--act); outline-offset: 3px; border-radius: 2px }
code, pre { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace }
pre { background: var(--sheet); border-radius: 6px; padding: 12px 16px; margin: 8px 0; white-space: pre-wrap; overflow-wrap: anywhere }
p code { white-space: nowrap }
.quiet, dt, th { color: var(--muted) } .lead { font-size: 17px }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 16px 0 } dd { margin: 0; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th { font-weight: 400; font-size: 13px } th, td { text-align: left; vertical-align: top; padding: 6px 16px 6px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
td:first-child { white-space: nowrap }
details { border-bottom: 1px solid var(--line); padding: 0 } summary { cursor: pointer; padding: 10px 0; list-style-position: outside; margin-left: 1.2em }
details > div { padding: 0 0 16px 1.2em } .method { color: var(--act); font-weight: 600 }
nav { columns: 3; margin: 24px 0 } nav a { display: block; padding: 4px 0 }
@media (max-width: 34rem) { main { padding: 24px 16px 64px } nav { columns: 2 } dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: 8px } td:first-child { white-space: normal } }
`

const policy = contentPolicy(`sha256-${createHash('sha256').update(style).digest('base64')}`)

/** A page that needs nothing but itself: one style sheet, no script, both colour schemes, from a phone up. */
export function page(title: string, body: string): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  })
}
