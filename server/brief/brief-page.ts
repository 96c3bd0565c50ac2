import { html, raw } from 'hono/html'
import type { Language } from '#data/model/language.ts'
import { takeTurn } from '#data/store/take-turn.ts'
import { type ChartSource, type ChartTable, issuersText } from '#server/charts/index.ts'
import type { Html } from '#server/docs/html.ts'
import { toSvg } from '#server/pictures/to-svg.ts'
import { type BriefAbout, titleOf } from './brief-about.ts'
import { briefStyle } from './brief-style.ts'
import { briefWords } from './brief-words.ts'
import { type Cell, gap, laySheets, type Sheet } from './lay-sheets.ts'
import type { BriefChart, ReadBrief } from './read-brief.ts'

/** What a browser may do with the file, wherever it lies: nothing but show it. */
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** A brief as one file of HTML that needs nothing beside it: no script, no font, no picture, no network. */
export async function renderBrief(read: ReadBrief, about: BriefAbout): Promise<string> {
  const { brief, language } = about
  const words = briefWords[language]
  const title = titleOf(about)
  const sheets = await laySheets(read.charts, brief.layout, { title, language })
  const pictures = await drawAll(
    sheets.flatMap(({ cells }) => cells),
    language,
  )
  const page = html`<!doctype html>
<html lang="${words.htmlLang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${filePolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="generator" content="${words.brand}">
<title>${title} · ${words.brand}</title>
<style>${raw(briefStyle(brief.layout))}</style>
</head>
<body class="${brief.layout}">
<main aria-label="${title}">
${sheets.map((sheet, at) => sheetOf(sheet, { about, read, title, pictures, number: at + 1, of: sheets.length }))}
${numbersOf(read.charts, about)}
</main>
</body>
</html>
`
  return String(await page)
}

interface Around {
  readonly about: BriefAbout
  readonly read: ReadBrief
  readonly title: string
  /** The drawings as SVG. */
  readonly pictures: ReadonlyMap<Cell, string>
  readonly number: number
  readonly of: number
}

function sheetOf({ cells, columns }: Sheet, around: Around): Html {
  const { about, title, pictures, number } = around
  const { date, version } = briefWords[about.language]
  const { day, snapshot, published } = about
  const when = html`<p>${date(day)} · ${version(snapshot, date(published))}</p>`
  const isFirst = number === 1
  const isLarge = isFirst && about.brief.layout !== 'slides'
  return html`<section class="sheet">
<header class="${isLarge ? 'large' : 'running'}">${isFirst ? html`<h1>${title}</h1>` : html`<p>${title}</p>`}${when}</header>
<div class="charts" style="grid-template-columns:repeat(${columns},minmax(0,1fr));gap:${gap.down}px ${gap.across}px">
${cells.map((cell) => cellOf(cell, pictures.get(cell) ?? '', about))}
</div>
${footOf(around)}
</section>
`
}

function cellOf(cell: Cell, picture: string, { language, site }: BriefAbout): Html {
  const { chart, cautions, source, subtitle, table } = cell
  const { number, caption, sentence, page, place } = chart
  const { figure, rows } = briefWords[language]
  return html`<figure>
<figcaption><h2><span class="number">${figure(number)}</span>${caption}</h2>
${sentence === '' ? '' : html`<p class="sentence">${sentence}</p>`}<p class="subtitle">${subtitle}</p></figcaption>
<div class="plot">${raw(picture)}</div>
<div class="foot">${cautions === '' ? '' : html`<p>${cautions}</p>`}<p>${source} <a href="${site}${page}">${place}</a></p></div>
${table ? html`<div class="beside">${tableOf(table, rows(table.rows.length, table.of))}</div>` : ''}</figure>
`
}

/** The charts alone, on the white of paper: their words stand beside them as text. Each takes a turn of the event loop. */
async function drawAll(cells: readonly Cell[], language: Language): Promise<ReadonlyMap<Cell, string>> {
  const drawn = new Map<Cell, string>()
  for (const cell of cells) {
    await takeTurn()
    const { number, caption, words } = cell.chart
    const { option, width, height, zoom } = cell.fitted
    const svg = toSvg({
      ...{ width, height, rects: [], texts: [], background: '#ffffff' },
      zoom: 1 / zoom,
      chart: { option, x: 0, y: 0, width, height },
      title: `${briefWords[language].figure(number)} ${caption}`,
      description: words.sentence,
    })
    drawn.set(cell, svg)
  }
  return drawn
}

function footOf({ about, read, number, of }: Around): Html {
  const words = briefWords[about.language]
  const { site, address } = about
  const absent = read.absent.length > 0 && number === of ? ` · ${words.absent(read.absent)}` : ''
  const pages = of > 1 ? html`<span>${words.page(number, of)}</span>` : ''
  return html`<footer><span>${words.brand} ${site.replace(/^https?:\/\//, '')} · <a href="${site}${address}">${words.openBrief}</a>${absent}</span>${pages}</footer>`
}

/** The numbers of every chart and where they come from, folded. */
function numbersOf(charts: readonly BriefChart[], { language, site }: BriefAbout): Html {
  const words = briefWords[language]
  return html`<section class="numbers"><h2>${words.numbers}</h2><p>${words.numbersLead}</p>
${charts.map(
  (chart) => html`<details><summary>${words.figure(chart.number)} ${chart.caption}</summary>
<p>${chart.words.subtitle}</p>
${tableOf(chart.table, chart.caption)}
<ul>${chart.words.foot.map((line) => html`<li>${line}</li>`)}</ul>
<h3>${words.documents}</h3>
<ul>${chart.data.sources.map((source) => html`<li>${documentOf(source, language, site)}</li>`)}</ul>
<p><a href="${site}${chart.page}">${site}${chart.page}</a></p>
</details>
`,
)}</section>`
}

function tableOf({ columns, rows }: ChartTable, caption: string): Html {
  return html`<div class="table"><table><caption>${caption}</caption>
<thead><tr>${columns.map(({ label, align }) => html`<th scope="col" class="${align}">${label}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, at) =>
        at === 0
          ? html`<th scope="row" class="${columns[at]?.align ?? 'start'}">${cell}</th>`
          : html`<td class="${columns[at]?.align ?? 'start'}">${cell}</td>`,
      )}</tr>
`,
  )}</tbody></table></div>`
}

function documentOf(source: ChartSource, language: Language, site: string): Html {
  const issuers = issuersText(source, language)
  return html`${issuers} · <a href="${site}/sources/${source.id}">${source.title}</a>${source.published === '' ? '' : ` · ${source.published}`}`
}
