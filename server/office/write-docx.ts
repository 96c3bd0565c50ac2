import type { Language } from '#data/model/language.ts'
import { fontSizeFor } from './chart/chart-frame.ts'
import { chartParts, chartPath } from './chart/chart-parts.ts'
import { propertyParts, propertyRelations } from './doc-props.ts'
import {
  caption,
  figureWidth,
  inlineChart,
  inlinePicture,
  paragraph,
  run,
  section,
  tableOf,
  textWidth,
} from './docx/blocks.ts'
import { fontTableXml, stylesXml, wordSpaces } from './docx/styles.ts'
import { nativeChartOf } from './native/index.ts'
import type { NativeChart } from './native/native-chart.ts'
import { captionOf, languageOf, type OfficeAbout, type OfficeChart } from './office-chart.ts'
import { type Part, packParts, type Relation } from './package-file.ts'
import { addressLines, versionLine } from './source-lines.ts'
import { hasCells, tableBlocks } from './table-blocks.ts'
import { tableSubtitle } from './unit-words.ts'
import { tag, type Xml } from './xml.ts'

const document = 'word/document.xml'

/**
 * A document for Word and WPS as official documents are set (GB/T 9704—2012): under its title each chart with its
 * sentence, drawn by Office itself where it can and else a picture, its caption, its table, and its sources.
 * @returns the bytes of a `.docx`; the same for the same charts.
 */
export async function writeDocx(charts: readonly OfficeChart[], about: OfficeAbout): Promise<Uint8Array> {
  const language = languageOf(charts)
  const figures = await Promise.all(
    charts.map((chart, index) => figureOf(chart, { id: index + 1, ...numbersAt(charts, index) }, about)),
  )
  const relations: Relation[] = [
    { id: 'rId1', type: 'styles', target: 'word/styles.xml' },
    { id: 'rId2', type: 'fontTable', target: 'word/fontTable.xml' },
    { id: 'rId3', type: 'settings', target: 'word/settings.xml' },
    { id: 'rId4', type: 'footer', target: 'word/footer1.xml' },
    ...figures.flatMap(({ relation }) => relation ?? []),
  ]
  const body = tag(
    'w:document',
    wordSpaces,
    tag(
      'w:body',
      {},
      paragraph('Title', run(about.title)),
      figures.flatMap(({ blocks }) => blocks),
      paragraph('Note', run(versionLine(about, language))),
      section('rId4'),
    ),
  )
  return packParts(
    [
      { path: document, type: wordType('document.main'), content: body, relations },
      { path: 'word/styles.xml', type: wordType('styles'), content: stylesXml(language) },
      { path: 'word/fontTable.xml', type: wordType('fontTable'), content: fontTableXml() },
      { path: 'word/settings.xml', type: wordType('settings'), content: settings },
      { path: 'word/footer1.xml', type: wordType('footer'), content: footer },
      ...figures.flatMap(({ parts }) => parts),
      ...propertyParts(about),
    ],
    [{ id: 'rId1', type: 'officeDocument', target: document }, ...propertyRelations],
    about.date,
  )
}

const wordType = (name: string) =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`

/** A chart with all that stands round it, and what it takes in the package. */
interface Figure {
  readonly blocks: readonly Xml[]
  readonly parts: readonly Part[]
  readonly relation?: Relation
}

interface Numbers {
  /** Of the chart in its file. */
  readonly id: number
  readonly figure: number
  readonly table: number
}

/** The numbers of a figure and a table: charts that cannot be drawn and empty tables count for nothing. */
function numbersAt(charts: readonly OfficeChart[], at: number): Omit<Numbers, 'id'> {
  const before = charts.slice(0, at)
  return {
    figure: before.filter(({ kind, data, picture }) => picture ?? nativeChartOf(kind, data)).length + 1,
    table: before.filter(({ table }) => hasCells(table)).length + 1,
  }
}

async function figureOf(chart: OfficeChart, numbers: Numbers, about: OfficeAbout): Promise<Figure> {
  const { data, sentence, words } = chart
  const { language } = data
  const drawn = await drawingOf(chart, numbers.id, about)
  const textWith = (subtitle: string) =>
    captionOf(chart) + (subtitle === '' ? '' : inBrackets[language](subtitle))
  return {
    blocks: [
      ...(sentence === '' ? [] : [paragraph('Lead', run(sentence))]),
      ...(drawn
        ? [
            paragraph('Figure', drawn.drawing),
            caption({ kind: 'figure', number: numbers.figure, text: textWith(words.subtitle), language }),
          ]
        : []),
      ...tablesOf(chart, numbers.table, textWith(tableSubtitle(chart))),
      ...[...words.foot, ...addressLines(chart)].map((line) => paragraph('Note', run(line))),
    ],
    parts: drawn?.parts ?? [],
    ...(drawn ? { relation: drawn.relation } : {}),
  }
}

const inBrackets: Readonly<Record<Language, (text: string) => string>> = {
  zh: (text) => `（${text}）`,
  en: (text) => ` (${text})`,
}

interface Drawn {
  readonly drawing: Xml
  readonly parts: readonly Part[]
  readonly relation: Relation
}

async function drawingOf(chart: OfficeChart, number: number, about: OfficeAbout): Promise<Drawn | undefined> {
  const native = nativeChartOf(chart.kind, chart.data)
  const { picture, words } = chart
  const named = {
    id: number,
    name: captionOf(chart),
    description: words.sentence,
    relation: `rId${10 + number}`,
  }
  if (native) {
    const frame = frameOf(native)
    return {
      drawing: inlineChart({ ...named, ...frame }),
      parts: await chartParts(native, { folder: 'word', number, frame, date: about.date }),
      relation: { id: named.relation, type: 'chart', target: chartPath('word', number) },
    }
  }
  if (!picture) return undefined
  const path = `word/media/image${number}.png`
  const [width, height] = pictureSize(picture.width / picture.height)
  return {
    drawing: inlinePicture({ ...named, width, height }),
    parts: [{ path, content: picture.png }],
    relation: { id: named.relation, type: 'image', target: path },
  }
}

const fontSize = 9
/** Leaves room for its caption on the page. */
const mostHigh = 560

/** 16:9, higher where many bars or lines need it. */
function frameOf(chart: NativeChart) {
  const { shape, slots, series } = chart
  const rows = shape === 'bars' ? slots.length * 1.55 : shape === 'lines' ? series.length * 1.35 + 4 : 0
  const height = Math.min(mostHigh, Math.max((figureWidth * 9) / 16, rows * fontSize))
  return { width: figureWidth, height, fontSize: fontSizeFor(chart, height, fontSize) }
}

/** As wide as the text, unless it would be higher than the page. */
function pictureSize(ratio: number): readonly [number, number] {
  const height = figureWidth / ratio
  return height <= mostHigh ? [figureWidth, height] : [mostHigh * ratio, mostHigh]
}

const tableFont = 10.5
const goesOn: Readonly<Record<Language, string>> = { zh: '（续）', en: ' (continued)' }

/** The table under its caption; the columns that have no room beside one another in a table of their own. */
function tablesOf({ table, data: { language } }: OfficeChart, number: number, text: string): Xml[] {
  if (!hasCells(table)) return []
  return tableBlocks(table, { width: textWidth, fontSize: tableFont }).flatMap((block, index) => [
    index === 0
      ? caption({ kind: 'table', number, text, language })
      : paragraph('TableCaption', run(text + goesOn[language])),
    tableOf(block),
  ])
}

const settings = tag(
  'w:settings',
  wordSpaces,
  tag('w:zoom', { 'w:percent': 100 }),
  tag('w:defaultTabStop', { 'w:val': 640 }),
  tag('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
  tag(
    'w:compat',
    {},
    tag('w:compatSetting', {
      'w:name': 'compatibilityMode',
      'w:uri': 'http://schemas.microsoft.com/office/word',
      'w:val': 15,
    }),
  ),
)

/** `— 1 —`, as official documents count their pages. */
const footer = tag(
  'w:ftr',
  wordSpaces,
  paragraph('Footer', run('— '), tag('w:fldSimple', { 'w:instr': ' PAGE ' }, run('1')), run(' —')),
)
