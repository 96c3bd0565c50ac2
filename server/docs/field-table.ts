import { html } from 'hono/html'
import { fieldsOf } from './fields-of.ts'
import { codes, type Html, prose } from './html.ts'
import type { Schema } from './open-api.ts'
import { sayType, wordsOf } from './say-type.ts'
import type { Words } from './words.ts'

/** What an answer holds, a row a field. */
export function fieldTable(schema: Schema, words: Words): Html {
  const fields = fieldsOf(schema)
  if (fields.length === 0) return html``
  return html`
<table class="stacked">
<thead><tr><th scope="col">${words.field}</th><th scope="col">${words.type}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>${fields.map(
    (field) => html`<tr>
<th scope="row"><code>${field.name}</code></th>
<td>${sayType(field.schema, words)}${field.isAlways ? '' : html`<small>${words.sometimes}</small>`}</td>
<td>${prose(field.schema.description ?? '')}${wordsOf(field.schema).length > 0 && field.schema.type !== 'boolean' ? html` <span class="words">${codes(wordsOf(field.schema))}</span>` : ''}</td>
</tr>`,
  )}</tbody>
</table>`
}
