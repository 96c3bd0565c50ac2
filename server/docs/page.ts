import { html } from 'hono/html'
import type { Language } from '#data/model/language.ts'
import { bases } from '#data/model/period.ts'
import { basisNames } from '#data/wording/basis-names.ts'
import { errorSection } from './error-section.ts'
import { exampleAnchor, exampleSections } from './example-section.ts'
import { examples } from './examples.ts'
import { fieldTable } from './field-table.ts'
import { type Html, prose } from './html.ts'
import type { OpenApiDocument } from './open-api.ts'
import { routeAnchor, routeSection, shortPath } from './route-section.ts'
import { linkToShape, sayType } from './say-type.ts'
import { type Words, wordsIn } from './words.ts'

interface PageAsked {
  readonly document: OpenApiDocument
  readonly language: Language
  /** Of the server, without a slash at its end: it stands in the examples. */
  readonly address: string
}

/** The whole reference as one page of HTML, made of the OpenAPI document. */
export async function renderPage({ document, language, address }: PageAsked): Promise<string> {
  const words = wordsIn[language]
  const other = language === 'zh' ? '/docs?lang=en' : '/docs'
  const page = html`<!doctype html>
<html lang="${words.htmlLang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${words.description}">
<meta name="color-scheme" content="light dark">
<title>${words.title} · ${words.brand}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<a class="skip-link" href="#content">${words.skip}</a>
<header><div class="inner">
<a class="wordmark" href="${language === 'zh' ? '/' : '/?lang=en'}">${words.brand}</a>
<span class="where">${words.title}</span>
<a class="language" href="${other}" hreflang="${language === 'zh' ? 'en' : 'zh-CN'}" lang="${language === 'zh' ? 'en' : 'zh-CN'}">${words.otherLanguage}</a>
</div></header>
<main id="content" class="inner reference" tabindex="-1">
<h1>${words.title}</h1>
${introduction({ address, words })}
<div class="columns">
${contents(document, language)}
<div class="body">
${rules(language, words)}
<section id="examples"><h2>${words.examples}</h2><p class="lead">${words.examplesLead}</p>
${exampleSections({ language, address, words })}</section>
<section id="routes"><h2>${words.routes}</h2><p class="lead">${words.routesLead}</p>
${Object.entries(document.paths).map(([path, { get }]) => routeSection(path, get, words))}</section>
<section id="shapes"><h2>${words.shapes}</h2><p class="lead">${words.shapesLead}</p>
${shapes(document, words)}</section>
<section id="errors"><h2>${words.errors}</h2><p class="lead">${words.errorsLead}</p>
${errorSection(document, words)}</section>
</div>
</div>
</main>
<footer><div class="inner"><p>${words.footer}</p><p>${words.version} <code>${document.info.version}</code></p></div></footer>
</body>
</html>
`
  return (await page).toString()
}

function contents({ paths }: OpenApiDocument, language: Language): Html {
  const words = wordsIn[language]
  return html`<nav class="contents" aria-label="${words.contents}">
<p class="title">${words.contents}</p>
<ul>
<li><a class="part" href="#rules">${words.rules}</a></li>
<li><a class="part" href="#examples">${words.examples}</a>
<ul>${examples.map((each) => html`<li><a href="#${exampleAnchor(each)}">${each.title[language]}</a></li>`)}</ul></li>
<li><a class="part" href="#routes">${words.routes}</a>
<ul class="paths">${Object.keys(paths).map((path) => html`<li><a href="#${routeAnchor(path)}"><code>${shortPath(path)}</code></a></li>`)}</ul></li>
<li><a class="part" href="#shapes">${words.shapes}</a></li>
<li><a class="part" href="#errors">${words.errors}</a></li>
</ul>
</nav>`
}

const introduction = ({ address, words }: { readonly address: string; readonly words: Words }): Html => html`
<p class="lead">${words.lead}</p>
<p class="base"><code>GET ${address}/api/v1/…</code></p>
<p class="lead">${words.machine}<a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1) · <a href="#example-mcp">/mcp</a> (Model Context Protocol)</p>`

const rules = (language: Language, words: Words): Html => html`
<section id="rules"><h2>${words.rules}</h2>
<dl class="rules">${words.ruleList.map(([what, why]) => html`<div><dt>${what}</dt><dd>${why}</dd></div>`)}</dl>
<h3>${words.bases}</h3>
<table class="narrow">
<thead><tr><th scope="col">${words.code}</th><th scope="col">${words.name}</th></tr></thead>
<tbody>${bases.map((basis) => html`<tr><th scope="row"><code>${basis}</code></th><td>${basisNames[basis][language]}</td></tr>`)}</tbody>
</table>
</section>`

/** What the document names and several answers hold. */
function shapes({ components: { schemas } }: OpenApiDocument, words: Words): Html {
  const all = Object.entries(schemas)
  return html`<p class="names">${all.map(([name]) => html`${linkToShape(name)} `)}</p>
${all.map(
  ([name, schema]) => html`<section class="shape" id="shape-${name}" aria-labelledby="shape-${name}-title">
<h3 id="shape-${name}-title"><a class="anchor" href="#shape-${name}">${name}</a></h3>
${schema.description ? html`<p>${prose(schema.description)}</p>` : ''}
${schema.allOf ? html`<p>${sayType(schema, words)}</p>` : ''}
${fieldTable(schema, words)}
</section>`,
)}`
}
