import type { BriefPage, Section } from './brief-page.ts'

/** The page as one HTML file that needs nothing else: to be read on a screen, and printed on A4 or Letter. */
export function briefHtml({ title, subtitle, facts, sections, foot }: BriefPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${subtitle ? `<p class="who">${escaped(subtitle)}</p>\n` : ''}<dl>
${facts.map(({ label, text }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(text)}</dd></div>`).join('\n')}
</dl>
${sections.map(sectionHtml).join('\n')}
<p class="foot">${escaped(foot)}</p>
</main>
</body>
</html>
`
}

function sectionHtml({ title, kind, lines, more }: Section): string {
  const body =
    kind === 'text'
      ? lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')
      : `<ul class="${kind}">\n${lines.map((line) => item(line)).join('\n')}\n</ul>`
  return `<section>\n<h2>${escaped(title)}</h2>\n${body}${more ? `\n<p class="more">${escaped(more)}</p>` : ''}\n</section>`
}

/** A star before the text says that it must be asked: here it is set in bold. */
const item = (line: string): string =>
  line.startsWith('* ') ? `<li><strong>${escaped(line.slice(2))}</strong></li>` : `<li>${escaped(line)}</li>`

/** A text with nothing in it that HTML would read as its own. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

const styles = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf7, #17181a); --ink: light-dark(#1d2126, #e9e6df); --quiet: light-dark(#5b5f64, #a9a69f) }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.45 Charter, "Iowan Old Style", Georgia, serif }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.5rem; overflow-wrap: anywhere }
h1 { margin: 0; font-size: 1.55rem; font-weight: 600; line-height: 1.2 }
h2 { margin: 0 0 .15rem; font-size: .95rem; font-weight: 600; color: var(--quiet) }
p { margin: 0 }
.who { color: var(--quiet) }
dl { margin: .7rem 0 0 }
dl div { display: grid; grid-template-columns: 6.5rem 1fr }
dt { color: var(--quiet) }
dd { margin: 0 }
section { margin-top: .8rem; break-inside: avoid }
ul { margin: 0; padding: 0; list-style: none }
li { padding-left: 1.4rem; text-indent: -1.4rem }
li::before { content: "–"; display: inline-block; width: 1.4rem; text-indent: 0 }
.checklist li::before { content: ""; width: .65em; height: .65em; margin-right: calc(1.4rem - .65em); border: 1px solid currentcolor; border-radius: 2px }
.more, .foot { color: var(--quiet) }
.foot { margin-top: .9rem }
@page { margin: 13mm 15mm }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444 }
  body { font-size: 10.4pt; line-height: 1.32 }
  main { max-width: none; padding: 0 }
  h1 { font-size: 15pt }
  h2 { font-size: 10pt }
  section { margin-top: 2.2mm }
  dl { margin-top: 2mm }
}
`
