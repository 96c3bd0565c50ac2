import { html } from 'hono/html'
import { type Html, join, prose } from './html.ts'
import type { OpenApiDocument } from './open-api.ts'
import { routeAnchor, shortPath } from './route-section.ts'
import type { Words } from './words.ts'

interface Meaning {
  readonly description: string
  /** Where it means that. */
  readonly paths: readonly string[]
}

/** What each status but 200 means; where routes mean different things by it, which means what. */
export const errorSection = ({ paths }: OpenApiDocument, words: Words): Html => html`
<table class="stacked">
<thead><tr><th scope="col">${words.status}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>${[...meaningsOf(paths)].map(
  ([status, meanings]) => html`<tr id="error-${status}">
<th scope="row"><code>${status}</code></th>
<td>${meanings.map((meaning, _, { length }) => html`<p>${prose(meaning.description)}${length > 1 ? onlyOf(meaning, words) : ''}</p>`)}</td>
</tr>`,
)}</tbody>
</table>`

function meaningsOf(paths: OpenApiDocument['paths']): Map<string, Meaning[]> {
  const said = Object.entries(paths).flatMap(([path, { get }]) =>
    Object.entries(get.responses).map(([status, { description }]) => ({ path, status, description })),
  )
  const statuses = [...new Set(said.map(({ status }) => status))].filter((status) => status !== '200').sort()
  return new Map(
    statuses.map((status) => {
      const mine = said.filter((each) => each.status === status)
      const descriptions = [...new Set(mine.map(({ description }) => description))]
      const pathsOf = (description: string) =>
        mine.filter((each) => each.description === description).map(({ path }) => path)
      return [status, descriptions.map((description) => ({ description, paths: pathsOf(description) }))]
    }),
  )
}

/** Names the routes where they are few. */
function onlyOf({ paths }: Meaning, { onlyAt }: Words): Html {
  if (paths.length > 3) return html``
  const links = paths.map((path) => html`<a href="#${routeAnchor(path)}"><code>${shortPath(path)}</code></a>`)
  return html` (${onlyAt}${join(links, ', ')})`
}
