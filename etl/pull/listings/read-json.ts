import { stringify } from 'csv-stringify/sync'
import type { Column, JsonFeed } from '#data/catalog/feed.ts'
import { FetchFailure } from '../visit/fetch-failure.ts'
import { distinct, type Listing, resolveLink } from './listing.ts'
import { readDay } from './read-day.ts'

/**
 * The records of a JSON answer, as documents to fetch or as one table.
 * @throws FetchFailure where they do not stand where the feed says.
 */
export function readJson(text: string, url: string, feed: JsonFeed): Listing {
  const whole = parse(text)
  const records = listAt(whole, feed.records)
  const { documents, table } = feed
  if (table) return { kind: 'table', title: table.title, csv: toCsv(records, whole, table.columns) }
  const items = records.map((record) => ({
    url: resolveLink(textAt(record, documents?.url), url),
    title: textAt(record, documents?.title)
      .replace(/<[^>]*>/g, '')
      .trim(),
    date: readDay(textAt(record, documents?.date)),
  }))
  if (items.some((item) => item.url === '')) throw new FetchFailure(`有记录没有地址（${documents?.url}）`)
  return { kind: 'items', items: distinct(items) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new FetchFailure('答的不是 JSON')
  }
}

/** The records in which every column says something; one without a figure is none. */
function toCsv(
  records: readonly unknown[],
  whole: unknown,
  columns: Readonly<Record<string, Column>>,
): string {
  const readers = Object.values(columns).map((column) => cellReader(column, whole))
  const rows = records.map((record) => readers.map((read) => read(record))).filter((row) => !row.includes(''))
  if (rows.length === 0) throw new FetchFailure('没有一条记录有全部的列')
  return stringify([Object.keys(columns), ...rows])
}

function cellReader(column: Column, whole: unknown): (record: unknown) => string {
  if (typeof column === 'string') return (record) => textAt(record, column)
  const { records, code, name } = column.names
  const names = new Map(
    listAt(whole, records).map((each) => [textAt(each, code), textAt(each, name)] as const),
  )
  return (record) => names.get(textAt(record, column.path)) ?? ''
}

function listAt(value: unknown, path: string): unknown[] {
  const found = valueAt(value, path)
  if (!Array.isArray(found)) throw new FetchFailure(`「${path}」处没有记录`)
  return found
}

/** The text or number at a path; '' for everything else. */
function textAt(value: unknown, path: string | undefined): string {
  const found = path === undefined ? '' : valueAt(value, path)
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : ''
}

function valueAt(value: unknown, path: string): unknown {
  const steps = path === '' ? [] : path.split('.')
  return steps.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined,
    value,
  )
}
