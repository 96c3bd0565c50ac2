import type { Catalog } from '#data/catalog/catalog.ts'
import type { Language, Text } from '#data/model/language.ts'
import { monthsOf } from '#data/model/period.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'
import { describeTable } from './about/describe-table.ts'
import type { ExportTable, WriteFile } from './export-format.ts'
import { spool } from './pieces/spool.ts'
import { attributes } from './sdmx/attributes.ts'
import { dataflow } from './sdmx/dataflow.ts'
import { type Dimension, dimensions, monthsCovered } from './sdmx/dimensions.ts'

const schema =
  'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json'

/**
 * SDMX-JSON 2.0, flat: observations are written as they come, each code and attribute as its place in a list; the lists,
 * with names in both languages, follow at the end. They are all that is kept in memory, and why there is a limit to the
 * rows.
 */
export const sdmxJson: WriteFile = (table) => spool(pieces(table))

async function* pieces(table: ExportTable): AsyncGenerator<Uint8Array> {
  const codes = dimensions.map(() => new Places())
  const said = attributes.map(() => new Places([nothing]))
  yield encoder.encode(`{"data":{"dataSets":[${openDataSet()}`)
  let separator = ''
  for await (const batch of table.rows) {
    const lines = batch.map((row) => observation(row, codes, said))
    if (lines.length > 0) yield encoder.encode(separator + lines.join(','))
    if (lines.length > 0) separator = ','
  }
  const structures = JSON.stringify([structureOf(table, codes, said)])
  yield encoder.encode(`}}],"structures":${structures}},"meta":${JSON.stringify(metaOf(table))}}`)
}

const encoder = new TextEncoder()

/** Index 0 of every attribute: readers take a missing index for 0. */
const nothing = ''

/** Every text once, each with its place in the list. */
class Places {
  private readonly places = new Map<string, number>()

  constructor(first: readonly string[] = []) {
    for (const text of first) this.of(text)
  }

  of(text: string): number {
    const found = this.places.get(text)
    if (found !== undefined) return found
    this.places.set(text, this.places.size)
    return this.places.size - 1
  }

  get texts(): string[] {
    return [...this.places.keys()]
  }
}

const openDataSet = () =>
  `{"structure":0,"action":"Information","links":[${JSON.stringify(dataflowLink)}],"observations":{`

const dataflowLink = { rel: 'dataflow', urn: dataflow.urn }

/** The value stands as its exact digits. */
function observation(row: ExportRow, codes: readonly Places[], said: readonly Places[]): string {
  const key = dimensions.map(({ code }, at) => codes[at]?.of(code(row))).join(':')
  const places = attributes.map(({ values }, at) => said[at]?.of(values(row).join(listMark)))
  return `"${key}":[${[row.value, ...places].join(',')}]`
}

/** Between the values of one attribute, where no text has it. */
const listMark = '\u001F'

function structureOf(table: ExportTable, codes: readonly Places[], said: readonly Places[]) {
  const { language, title } = table
  return {
    dataSets: [0],
    links: [dataflowLink],
    ...named(title, language),
    dimensions: {
      dataSet: [],
      series: [],
      observation: dimensions.map((dimension, keyPosition) => ({
        id: dimension.id,
        ...named(dimension.name, language),
        keyPosition,
        roles: [dimension.id],
        values: listOf(codes[keyPosition]).map((code) => codeValue(dimension, code, table)),
      })),
    },
    measures: { observation: [{ id: 'OBS_VALUE', ...named(valueName, language) }] },
    attributes: {
      dataSet: [],
      series: [],
      observation: attributes.map(({ id, name, isList }, at) => ({
        id,
        ...named(name, language),
        relationship: { observation: {} },
        values: (said[at]?.texts ?? []).map((text) => (text === nothing ? null : sayValue(text, isList))),
      })),
    },
    annotations: describeTable(table).map(({ id, name, value }) => ({
      id,
      type: 'METADATA',
      title: name[language],
      text: value[language],
      texts: value,
    })),
  }
}

/** The standard has no empty list: without any number one code stands for none. */
const listOf = (places: Places | undefined) => (places && places.texts.length > 0 ? places.texts : ['_Z'])

const valueName: Text = { zh: '数值（基本单位）', en: 'Value in base units' }

const named = (names: Text, language: Language) => ({ name: names[language], names })

/** Words that SDMX takes for ids; others stand as values. */
const idForm = /^[A-Za-z0-9_@$-]+$/

function codeValue(dimension: Dimension, code: string, { catalog, language }: CodeContext) {
  const names = dimension.label(code, catalog)
  const isId = idForm.test(code)
  return {
    ...(isId ? { id: code, ...named(names, language) } : { value: code, name: names[language] }),
    ...(dimension.role === 'time' && timesOf(code)),
  }
}

interface CodeContext {
  readonly catalog: Catalog
  readonly language: Language
}

/** First and last instant of a period in Beijing. */
function timesOf(code: string) {
  const period = monthsCovered(code)
  if (!period) return {}
  const { start, end } = monthsOf(period)
  const lastDay = new Date(Date.UTC(Number(end.slice(0, 4)), Number(end.slice(5)), 0)).getUTCDate()
  return { start: `${start}-01T00:00:00+08:00`, end: `${end}-${lastDay}T23:59:59+08:00` }
}

function sayValue(text: string, isList: boolean | undefined) {
  const values = text.split(listMark)
  return isList ? { values, name: values.join(';') } : { value: text, name: text }
}

function metaOf({ address, asOf, date, snapshot, language, title }: ExportTable) {
  return {
    schema,
    id: snapshot ?? `asOf-${asOf ?? ''}`,
    prepared: date,
    contentLanguages: language === 'zh' ? ['zh', 'en'] : ['en', 'zh'],
    ...named(title, language),
    sender: { id: 'YOUJU', name: '有据 Youju', names: { zh: '有据', en: 'Youju' } },
    links: [{ rel: 'self', href: address }],
  }
}
