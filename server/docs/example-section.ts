import { html } from 'hono/html'
import type { Language } from '#data/model/language.ts'
import { tools } from '#server/mcp/tools.ts'
import { type Example, examples, readExample } from './examples.ts'
import { type Html, prose } from './html.ts'
import { routeAnchor } from './route-section.ts'
import type { Words } from './words.ts'

/** The anchor of an example: `example-with-pandas`. */
export const exampleAnchor = ({ file }: Example) => `example-${file.replace(/\.\w+$/, '')}`

interface Shown {
  readonly language: Language
  /** Of the server that the programs ask. */
  readonly address: string
  readonly words: Words
}

/** Every example as it is pasted, with what it shows and how it is tested. */
export const exampleSections = (shown: Shown): Html => html`${examples.map((each) => section(each, shown))}`

function section(example: Example, { language, address, words }: Shown): Html {
  const { file, title, says, tested } = example
  const anchor = exampleAnchor(example)
  return html`
<section class="example" id="${anchor}" aria-labelledby="${anchor}-title">
<h3 id="${anchor}-title"><a class="anchor" href="#${anchor}">${title[language]}</a></h3>
<p>${says[language]}</p>
<figure>
<figcaption><code>${file}</code> <a href="/docs/examples/${file}" download>${words.download}</a></figcaption>
<pre tabindex="0" aria-label="${file}"><code>${readExample(example, address)}</code></pre>
</figure>
<p class="tested">${tested === 'run' ? words.testedByRunning : tested[language]}</p>
${file === 'mcp.json' ? toolTable(words) : ''}
</section>`
}

/** What an assistant can ask: a row a tool, with the route whose parameters it takes. */
const toolTable = (words: Words): Html => html`
<table class="stacked">
<thead><tr><th scope="col">${words.tools}</th><th scope="col">${words.asks}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>${tools.map(
  ({ name, path, description }) => html`<tr>
<th scope="row"><code>${name}</code></th>
<td><a href="#${routeAnchor(path)}"><code>${path}</code></a></td>
<td>${prose(description)}</td>
</tr>`,
)}</tbody>
</table>`
