import type { Catalog } from '#data/catalog/catalog.ts'
import { type FactName, factNames, factOrigins } from '#data/model/document-facts.ts'
import type { ObservationRow } from '#data/model/observation.ts'
import type { Document } from '../document.ts'
import type { Knowledge } from '../doubts/doubter.ts'
import type { ReadingOfDocument } from '../facts/read-with-facts.ts'
import type { Held, InboxRow } from '../inbox/inbox.ts'
import { judgeInbox, withSources } from '../inbox/judge-inbox.ts'
import { sayBecause } from '../inbox/say-inbox.ts'
import { toInboxDocument } from '../inbox/to-inbox-document.ts'

interface Explained {
  readonly name: string
  readonly document: Document
  readonly reading: ReadingOfDocument
}

/** What was read from a document, number by number, in Chinese: from which words, what was assumed, why it would wait. */
export function explainReading({ name, document, reading }: Explained, knowledge: Knowledge): string {
  const { catalog } = knowledge
  const read = toInboxDocument({
    id: document.id,
    name,
    sidecar: undefined,
    reading,
    unread: document.unread,
    catalog,
  })
  const judged = judgeInbox([read], { ...knowledge, catalog: withSources(catalog, [read]) })
  const said = [
    ...[...judged.rowOf.values()].map((row) => ({ ...row, text: sayRow(row, catalog) })),
    ...judged.held.map((held) => ({ ...held, text: sayHeldNumber(held, catalog) })),
  ].toSorted((a, b) => a.line - b.line || a.column - b.column)
  return [
    name,
    ...sayFacts(reading),
    ...read.unread.map(({ zh }) => `  未读：${zh}`),
    ...said.map(({ text }) => text),
    '',
  ].join('\n')
}

function sayFacts({ facts }: ReadingOfDocument): string[] {
  return Object.entries(facts).map(([fact, { value, origin, because }]) => {
    const why = because ? `${factOrigins[origin].zh}：${because}` : factOrigins[origin].zh
    return `  ${factNames[fact as FactName].zh} ${value}（${why}）`
  })
}

const sayRow = ({ line, column, row }: InboxRow, catalog: Catalog) =>
  [
    `${line}:${column}  ${row.value}${row.unit}  「${row.quote}」`,
    ...sayReading(row, catalog),
    '      可以发布',
  ].join('\n')

function sayHeldNumber(
  { line, column, value, unit, quote, row, because, detail, fate }: Held,
  catalog: Catalog,
) {
  const why =
    detail && detail !== sayBecause(because) ? `${sayBecause(because)}（${detail}）` : sayBecause(because)
  return [
    `${line}:${column > 0 ? column : '?'}  ${value}${unit}  「${quote}」`,
    ...(row ? sayReading(row, catalog) : []),
    `      ${fate === 'waiting' ? '待定' : fate === 'refused' ? '拒收' : '目录外'}：${why}`,
  ].join('\n')
}

const fields = [
  ['indicator', '指标'],
  ['region', '地区'],
  ['period', '时期'],
  ['measure', '度量'],
  ['compared_to', '对比'],
  ['of', '占比对象'],
  ['status', '状态'],
] as const

/** The fields of a row, those that the context gave marked; the rule that read it. */
function sayReading(row: ObservationRow, { indicators, regions }: Catalog): string[] {
  const implied = new Set((row.implied ?? '').split(' '))
  const names: Readonly<Record<string, string | undefined>> = {
    indicator: indicators.get(row.indicator)?.name.zh,
    region: regions.get(row.region)?.name.zh,
  }
  const said = fields
    .filter(([field]) => row[field] !== '')
    .map(([field, name]) => {
      const value = [row[field], names[field]].filter(Boolean).join(' ')
      return `${name} ${value}${implied.has(field) ? '〔上下文〕' : ''}`
    })
  return [`      ${said.join('；')}`, ...(row.rule ? [`      规则 ${row.rule}`] : [])]
}
