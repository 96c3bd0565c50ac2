import { html } from 'hono/html'
import { codes, type Html, prose } from './html.ts'
import type { Parameter } from './open-api.ts'
import { sayType, wordsOf } from './say-type.ts'
import type { Words } from './words.ts'

/** What a route takes, a row a parameter. */
export const parameterTable = (parameters: readonly Parameter[], words: Words): Html => html`
<table class="stacked">
<thead><tr><th scope="col">${words.name}</th><th scope="col">${words.type}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>${parameters.map((each) => parameterRow(each, words))}</tbody>
</table>`

function parameterRow(parameter: Parameter, words: Words): Html {
  const { name, required, schema } = parameter
  const example = exampleOf(schema)
  return html`<tr>
<th scope="row"><code>${name}</code>${required ? html` <small class="required">${words.required}</small>` : ''}</th>
<td>${sayType(schema, words)}${schema.items ? html`<small>${words.withCommas}</small>` : ''}</td>
<td>${prose(describe(parameter))} ${bounds(parameter)}
${wordsOf(schema).length > 0 ? html`<span class="words">${codes(wordsOf(schema))}</span>` : example && html`<span class="words">${words.forExample}<code>${example}</code></span>`}</td>
</tr>`
}

/** The description without the words and the commas, which are told beside it. */
function describe({ description = '', schema }: Parameter): string {
  const commas = ` Several with commas: ${wordsOf(schema).join(', ')}.`
  return description.replace(commas, '').replace(/ Several with commas\.$/, '')
}

const bounds = ({ schema: { minimum, maximum } }: Parameter) =>
  minimum === undefined && maximum === undefined ? '' : html`<code>${minimum ?? ''}–${maximum ?? ''}</code>`

/** An example as it stands in an address. */
const exampleOf = ({ example }: Parameter['schema']) =>
  example === undefined ? '' : [example].flat().join(',')
