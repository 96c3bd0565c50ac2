import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '#data/csv/read-csv.ts'
import { assemble } from '#etl/build.ts'
import { readObservations } from '#etl/read-observations.ts'

let report: Awaited<ReturnType<typeof assemble>>

beforeAll(async () => {
  report = await assemble({ dataFolder: 'data' })
})

const countBySource = (rows: readonly { readonly source: string }[]) => {
  const counts = new Map<string, number>()
  for (const { source } of rows) counts.set(source, (counts.get(source) ?? 0) + 1)
  return counts
}

const collectedByHand = 3817

describe('every figure that was collected or read', () => {
  test('is published or refused with a reason, and the counts add up', () => {
    const published = report.observations.filter(({ correction }) => correction === undefined)
    const byHand = [...published, ...report.refusals].filter(({ source }) => source.startsWith('web-'))
    expect(byHand).toHaveLength(collectedByHand)
    expect(report.counts.read).toBeGreaterThan(collectedByHand)
    expect(published.length + report.refusals.length).toBe(report.counts.read)
    expect(report.observations.length).toBe(published.length + report.counts.added)
    for (const { detail } of report.refusals) expect(detail).not.toBe('')
  })

  test('is refused only where a person has written why', () => {
    expect(report.refusals.filter(({ reason }) => reason !== 'corrected-away')).toEqual([])
  })

  const collected = '../shared/data/facts.csv'
  test.skipIf(!existsSync(collected))('stands in the files of its source', () => {
    const columns = ['source', 'indicator', 'region', 'period', 'measure', 'value', 'unit']
    const facts = readCsv(collected, [...columns, 'compared_to', 'of', 'status', 'qualifier'])
    const known = new Set(readObservations('data/observations', report.catalog).map(keyOf))
    expect(facts).toHaveLength(collectedByHand)
    for (const { line, row } of facts) {
      expect([line, known.has(keyOf({ source: row['source'] ?? '', row }))]).toEqual([line, true])
    }
  })

  /** A net addition was collected under the month it ends with and is kept under the span it covers; a stock of a year is its end. */
  const keyOf = ({ source, row }: { source: string; row: Readonly<Record<string, string>> }) => {
    const period = row['measure'] === 'net_add' ? '' : row['period']?.replace(/^(\d{4})-12$/, '$1')
    return [source, row['indicator'], row['region'], row['measure'], period, row['value'], row['unit']].join(
      '|',
    )
  }
})

describe('what is published', () => {
  const levels = (indicator: string) =>
    new Set(
      report.observations
        .filter((each) => each.indicator === indicator && each.region === 'CN' && each.measure === 'level')
        .map(({ period }) => `${period.start}–${period.end}`),
    ).size

  test.each([
    ['software_revenue', 40],
    ['base_stations_5g', 38],
    ['mobile_phone_users', 38],
    ['telecom_revenue', 40],
    ['mobile_5g_users', 30],
    ['computing_power', 7],
  ])('has the national levels of %s for at least %i periods', (indicator, least) => {
    expect(levels(indicator)).toBeGreaterThanOrEqual(least)
  })

  test('names a source of the catalogue for every number', () => {
    expect(
      [...countBySource(report.observations).keys()].filter((id) => !report.catalog.sources.has(id)),
    ).toEqual([])
  })
})
