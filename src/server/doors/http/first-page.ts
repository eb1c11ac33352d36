import { version } from '../../version.ts'
import { escapeHtml, page } from './page.ts'

/** The page at the root where the web app was not built: what runs here, and what to do first. */
export function firstPage({ place, url }: { place: string; url: string }): Response {
  return page(
    'Acquaint',
    `<h1>Acquaint is running</h1>
<p class="lead">Whom to meet, what to write, when to thank, when to write again.</p>
<dl>
<dt>Version</dt><dd>${escapeHtml(version)}</dd>
<dt>Your network is kept in</dt><dd><code>${escapeHtml(place)}</code></dd>
<dt>For programs</dt><dd><a href="/api/docs">What the API offers</a>, and its <a href="/api/v1/openapi.json">OpenAPI document</a></dd>
</dl>
<p>The web app is not built here. <code>npm ci && npm run build</code> in the checkout makes it; then start again.</p>
<h2>Begin at the command line</h2>
<p>Say who you are, bring the people you know, and see what is next.</p>
<pre>./acquaint profile edit --name "Your Name" --year second-year
./acquaint import Connections.csv
./acquaint people list
./acquaint today</pre>
<p class="quiet">LinkedIn gives you <code>Connections.csv</code> under Settings, Data privacy, Get a copy of your data. Every command explains itself with <code>--help</code>, and <code>./acquaint undo</code> takes back the last one.</p>
<h2>Let a program in</h2>
<p>A program needs a token. It is shown once, and you can end it at any time.</p>
<pre>./acquaint token create --name laptop
curl -H "Authorization: Bearer acq_..." ${escapeHtml(url)}/api/v1/today</pre>
<p class="quiet">The server answers only to its own name, and never to pages of other sites.</p>`,
  )
}
