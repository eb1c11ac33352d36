import { problemCodes, statusOf, titleOf } from './errors.ts'
import type { Json } from './json-schema.ts'
import { escapeHtml, inline, page } from './page.ts'

/** The OpenAPI document as a page to read; it needs no script and nothing from elsewhere. */
export function docsPage(document: Json): Response {
  const entries = Object.entries(document.paths as Record<string, Record<string, Json>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
      })),
  )
  const sections = document.tags.map(({ name }: { name: string }) => {
    const own = entries.filter(({ operation }) => operation.tags[0] === name)
    return `<h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2>\n${own.map((entry) => operationText(entry, document)).join('\n')}`
  })
  const contents = document.tags.map(
    ({ name }: { name: string }) => `<a href="#${escapeHtml(name)}">${escapeHtml(name)}</a>`,
  )
  return page(
    'Acquaint: the API',
    `<h1>What the API offers</h1>
<p class="lead">${inline(document.info.description)}</p>
<p>Everything stands below <code>${escapeHtml(document.servers[0].url)}</code>. Version ${escapeHtml(document.info.version)}; the same as a document for programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
<nav aria-label="Contents">${contents.join('\n')}<a href="#problems">problems</a></nav>
${sections.join('\n')}
<h2 id="problems">problems</h2>
<p>What goes wrong is answered as <code>application/problem+json</code> with one of these codes.</p>
<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What it means</th></tr></thead><tbody>
${problemCodes.map((code) => `<tr id="${code}"><td><code>${code}</code></td><td>${statusOf(code)}</td><td>${escapeHtml(titleOf(code))}</td></tr>`).join('\n')}
</tbody></table>`,
  )
}

function operationText(
  { path, method, operation }: { path: string; method: string; operation: Json },
  document: Json,
): string {
  const parameters = (operation.parameters ?? []).map((parameter: Json) => deref(parameter, document))
  const body = operation.requestBody?.content['application/json']
  const schema = body && deref(body.schema, document)
  const parts = [
    parameters.length > 0
      ? rows(
          'Parameters',
          parameters.map((p: Json) => row(p.name, p.schema, p.required, p.description, p.in)),
        )
      : '',
    schema ? rows('Body', fieldsOf(schema)) : '',
    body?.example ? `<h3>Example</h3>\n<pre>${escapeHtml(JSON.stringify(body.example, null, 2))}</pre>` : '',
    rows('Answer', answerRows(operation.responses['200'], document)),
    `<h3>Problems</h3>\n<p>${problems(operation.responses)}</p>`,
  ]
  return `<details id="${escapeHtml(operation.operationId)}">
<summary><span class="method">${method}</span> <code>${escapeHtml(path)}</code><br><span class="quiet">${inline(operation.summary)}</span></summary>
<div>${parts.filter(Boolean).join('\n')}</div>
</details>`
}

function answerRows(response: Json, document: Json): string[] {
  const types = Object.entries(response.content as Record<string, Json>)
  return types.flatMap(([type, { schema }]) => {
    if (type !== 'application/json')
      return [`<tr><td><code>${escapeHtml(type)}</code></td><td>file</td><td></td></tr>`]
    const found = deref(schema, document)
    if (found.properties) return fieldsOf(found)
    return [row('', found, true, found.description)]
  })
}

const fieldsOf = (schema: Json): string[] =>
  Object.entries((schema.properties ?? {}) as Record<string, Json>).map(([name, field]) =>
    row(name, field, (schema.required ?? []).includes(name), field.description),
  )

const rows = (title: string, lines: string[]): string =>
  lines.length === 0 ? '' : `<h3>${title}</h3>\n<table><tbody>${lines.join('\n')}</tbody></table>`

function row(name: string, schema: Json, required: boolean, description = '', place = ''): string {
  const where = place && place !== 'query' ? ` <span class="quiet">(${place})</span>` : ''
  const kind = `${escapeHtml(typeOf(schema))}${required ? '' : ' <span class="quiet">optional</span>'}`
  return `<tr><td><code>${escapeHtml(name)}</code>${where}</td><td>${kind}</td><td>${inline(description)}</td></tr>`
}

/** A schema in a few words. */
function typeOf(schema: Json): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1)
  if (schema.enum) return schema.enum.join(' | ')
  if (schema.const !== undefined) return String(schema.const)
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ')
  if (schema.type === 'array') return `${typeOf(schema.items ?? {})}[]`
  if (schema.format) return schema.format
  const range =
    schema.maximum === undefined || schema.minimum === undefined ? '' : ` ${schema.minimum}-${schema.maximum}`
  return `${schema.type ?? 'any'}${Math.abs(schema.maximum) > 1e12 ? '' : range}`
}

const problems = (responses: Record<string, Json>): string =>
  Object.entries(responses)
    .filter(([status]) => status !== '200')
    .map(([status, { description }]) => `${status} ${escapeHtml(description)}`)
    .join('<br>')

function deref(schema: Json, document: Json): Json {
  if (!schema.$ref) return schema
  return schema.$ref
    .slice(2)
    .split('/')
    .reduce((at: Json, key: string) => at[key], document)
}
