import { html } from 'hono/html'
import { fieldTable } from './field-table.ts'
import { codes, type Html, join, prose } from './html.ts'
import type { Answer, Operation } from './open-api.ts'
import { parameterTable } from './parameter-table.ts'
import { sampleQuestions } from './sample-questions.ts'
import { sayType } from './say-type.ts'
import type { Words } from './words.ts'

/** The anchor of a route: `route-indicators-code`. */
export const routeAnchor = (path: string) =>
  `route-${path.replace('/api/v1/', '').replace(/\W+/g, ' ').trim().replaceAll(' ', '-')}`

/** A path of the document, as its section and the contents write it. */
export const shortPath = (path: string) => path.replace('/api/v1', '')

/** All that is to be known of one route. */
export function routeSection(path: string, operation: Operation, words: Words): Html {
  const { summary = '', description, parameters = [], responses } = operation
  const sample = sampleQuestions[path]
  return html`
<section class="route" id="${routeAnchor(path)}" aria-labelledby="${routeAnchor(path)}-title">
<h3 id="${routeAnchor(path)}-title"><a class="anchor" href="#${routeAnchor(path)}"><span class="method">GET</span> <code>${path}</code></a></h3>
<p class="summary">${summary}.</p>
${description ? html`<p>${prose(description)}</p>` : ''}
${sample ? html`<p class="sample">${words.tryIt}<a href="${sample}"><code>${decodeURI(sample)}</code></a></p>` : ''}
${parameters.length > 0 ? html`<h4>${words.parameters}</h4>${parameterTable(parameters, words)}` : ''}
<h4>${words.answer}</h4>
${answerOf(responses, words)}
${errorsOf(responses, words)}
</section>`
}

function answerOf(responses: Operation['responses'], words: Words): Html {
  const answer: Answer = responses['200'] ?? { description: '' }
  const { description, content = {}, headers = {} } = answer
  const kinds = Object.keys(content)
  const json = content['application/json']
  return html`<p>${prose(description)}${json?.schema.$ref ? html` ${sayType(json.schema, words)}` : ''}</p>
${json ? fieldTable(json.schema, words) : html`<p class="words">${codes(kinds)}</p>`}
${Object.entries(headers).map(([name, header]) => html`<p><code>${name}</code> ${prose(header.description ?? '')}</p>`)}`
}

function errorsOf(responses: Operation['responses'], words: Words): Html {
  const others = Object.keys(responses).filter((status) => status !== '200')
  const links = others.map((status) => html`<a href="#error-${status}">${status}</a>`)
  return html`<p class="errors">${words.alsoAnswers}${join(links, ' · ')}</p>`
}
