import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { type ObservationRow, observationColumns, refusalReasons } from '#data/model/observation.ts'
import { printPeriod } from '#data/model/period.ts'
import { rank } from '#data/model/precedence.ts'
import { rawColumns } from '#data/store/bulk/read-rows.ts'
import { openStore } from '#data/store/open-store.ts'
import * as schema from '#data/store/schema.ts'
import { straysOf } from '../../tests/support/own-versions.ts'
import { askFile, writeParquet } from '../../tests/support/rows-file.ts'
import { buildIfStale } from '../build.ts'
import { applyCorrections, readCorrections } from '../read-curated.ts'
import { type ReadRow, readObservations } from '../read-observations.ts'
import { sift, validations } from '../validate.ts'
import { load } from './load.ts'

const catalog = readCatalog('data/catalog')
const collected = applyCorrections(
  readObservations('data/observations', catalog),
  readCorrections('data/corrections'),
).rows

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'youju-load-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const header = observationColumns.join(',')
const revenue = 'software_revenue,CN,2024,level,137276,亿元,,,actual,'
const csv = (...lines: readonly string[]) => `${lines.join('\n')}\n`

/** Loads a file of this content. */
async function loadContent(content: string | Uint8Array, name = 'archive.csv') {
  const folder = ownFolder()
  const file = join(folder, name)
  writeFileSync(file, content)
  const out = join(folder, 'out.duckdb')
  return { file, out, report: await load({ file, dataFolder: 'data', out }) }
}

async function loadQuestion(sql: string) {
  const folder = ownFolder()
  const [file, out] = [join(folder, 'archive.parquet'), join(folder, 'out.duckdb')]
  await writeParquet(file, sql)
  return { file, out, report: await load({ file, dataFolder: 'data', out }) }
}

/** Rows with their source, as a file of the bulk road has them. */
const written = (rows: readonly Pick<ReadRow, 'row' | 'source'>[]): string =>
  stringify(
    rows.map(({ row, source }) => ({ ...row, source })),
    { header: true, columns: [...rawColumns] },
  )

/** What the ordinary road makes of rows of a file, in the columns of the view `observation` and of the table `refusal`. */
function ordinary(rows: readonly Pick<ReadRow, 'row' | 'source'>[], file: string) {
  const read = rows.map(({ row, source }, index) => {
    const trimmed = Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text.trim()]))
    return { id: `${source}:${index + 2}`, source, file, line: index + 2, row: trimmed as ObservationRow }
  })
  const { rowOf, refused } = sift(read, catalog, validations)
  const decimal = (end: { isFinite(): boolean; toFixed(places: number): string }) =>
    end.isFinite() ? end.toFixed(8) : null
  return {
    observations: rank([...rowOf.keys()], catalog.sources).map((each) => ({
      id: each.id,
      indicator: each.indicator,
      region: each.region,
      period: printPeriod(each.period),
      is_moment: each.period.time === 'moment',
      start_month: each.period.start,
      end_month: each.period.end,
      measure: each.measure,
      compilation: each.compilation,
      value: decimal(each.value),
      low: decimal(each.interval.low),
      high: decimal(each.interval.high),
      unit: each.unit,
      printed_value: each.printedValue,
      printed_unit: each.printedUnit,
      compared_to: each.comparedTo,
      share_of: each.of,
      status: each.status,
      qualifier: each.qualifier,
      source: each.source,
      line: each.line ?? null,
      column_number: each.column ?? null,
      rule: each.rule ?? null,
      implied: each.implied ?? null,
      rank: each.rank,
      others: each.others,
    })),
    refusals: refused.map(({ row: { source, line }, why }) => ({ source, line, ...why })),
  }
}

async function loaded(out: string) {
  const [first] = ordinary(collected.slice(0, 1), '').observations
  const names = Object.keys(first ?? {})
  const rows = await askFile(out, `select ${names.join(', ')} from observation`)
  const refusals = await askFile(out, 'select source, line, reason, detail from refusal')
  return {
    observations: rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]]))),
    refusals: refusals.map(([source, line, reason, detail]) => ({ source, line, reason, detail })),
  }
}

const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()

describe('etl load means the same as the ordinary road', () => {
  test('of all collected figures: value, interval, period, form, rank and provenance', async () => {
    const { file, out, report } = await loadContent(written(collected))
    const expected = ordinary(collected, file)
    expect(report).toMatchObject({ rows: collected.length, published: expected.observations.length, kept: 0 })
    expect(sorted((await loaded(out)).observations)).toEqual(sorted(expected.observations))
  })

  test('of thousands of rows with a column of each third one changed at random: the same numbers, the same refusals', async () => {
    const rows = fc.sample(changedRow, { numRuns: 2400, seed: 7 })
    const { file, out } = await loadContent(written(rows))
    const expected = ordinary(rows, file)
    const found = await loaded(out)
    expect(sorted(found.observations)).toEqual(sorted(expected.observations))
    expect(sorted(found.refusals)).toEqual(sorted(expected.refusals))
    const reasons = new Set(expected.refusals.map(({ reason }) => reason))
    const all = Object.keys(refusalReasons).filter((reason) => reason !== 'corrected-away')
    expect([...reasons].sort()).toEqual(all.sort())
  })
})

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`))
const long = (least: number, most: number) =>
  fc.bigInt({ min: 10n ** BigInt(least - 1), max: 10n ** BigInt(most) }).map(String)
const printed = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(digits(7), digits(4)).map((parts) => parts.join('.')) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(digits(3), fc.integer({ min: 0, max: 9 }))
      .map(([head, zeros]) => head + '0'.repeat(zeros)),
  },
  { weight: 2, arbitrary: fc.tuple(digits(3), long(7, 18)).map((parts) => parts.join('.')) },
  { weight: 1, arbitrary: long(12, 22) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '0',
      '000',
      '0.00',
      '00.5',
      '1e5',
      '1,2',
      '',
      '.5',
      '5.',
      '+1',
      ' 7 ',
      '\u30008.50',
    ),
  },
)

const pools: Readonly<Record<string, fc.Arbitrary<string>>> = {
  indicator: fc.constantFrom(
    'software_sales',
    'base_stations_5g',
    'software_revenue',
    ' telecom_revenue',
    '',
  ),
  region: fc.constantFrom('990000', '520000', 'CN ', ''),
  period: fc.constantFrom('2024-13', '2024', '2024-07/2024-12', '2023-Q1', '2023-12', '2050-12', ' 2023 '),
  measure: fc.constantFrom('growth', 'level', 'yoy_pct', 'share_pct', ''),
  unit: fc.constantFrom('亿元', '%', 'pp', '万 亿元', '米', '', '亿美元'),
  compared_to: fc.constantFrom('2050', '2020', 'region:CN', 'indicator:gnp', 'x'),
  of: fc.constantFrom('gnp', 'region:CN', 'telecom_revenue'),
  status: fc.constantFrom('guess', 'preliminary', 'target', ''),
  qualifier: fc.constantFrom('?', '~', '>', '<=', '>=', '<', '约'),
  compilation: fc.constantFrom('annual', 'monthly', 'census', ''),
}

/** A collected row with another number and qualifier, and each third time with another text in a column. */
const changedRow = fc
  .record({
    kept: fc.constantFrom(...collected.slice(0, 400)),
    value: fc.option(
      fc.tuple(fc.constantFrom('', '', '-'), printed).map((parts) => parts.join('')),
      { nil: undefined },
    ),
    qualifier: fc.constantFrom('', '', '~', '>', '<='),
    column: fc.constantFrom(...Object.keys(pools)),
    isChanged: fc.constantFrom(true, false, false),
  })
  .chain(({ kept, value, qualifier, column, isChanged }) =>
    (pools[column] ?? fc.constant('')).map((text) => ({
      source: kept.source,
      row: {
        ...kept.row,
        ...(value !== undefined && { value, qualifier }),
        ...(isChanged && { [column]: text }),
      } as ObservationRow,
    })),
  )

describe('etl load of typed columns', () => {
  test('takes whole, decimal and floating numbers as they are printed, and years that are numbers', async () => {
    const row = (value: string, at: number) =>
      `select 'software_revenue' as indicator, '${at}0000' as region, 2023 as period, 'level' as measure, ${value} as value, '亿元' as unit`
    const values = async (...all: readonly string[]) => {
      const { out } = await loadQuestion(all.map((value, at) => row(value, 11 + at)).join(' union all '))
      return (await askFile(out, 'select printed_value from observation order by region')).flat()
    }
    expect(await values('137276::integer', '5::integer')).toEqual(['137276', '5'])
    expect(await values('1.50::decimal(9,2)', '2::decimal(9,2)')).toEqual(['1.50', '2.00'])
    expect(await values('137276::double', '-0.1::double', '1e-7::double')).toEqual([
      '137276',
      '-0.1',
      '0.0000001',
    ])
  })

  test('takes a date as the end of a month, for what is of a moment', async () => {
    const row = (indicator: string, day: string, unit: string) =>
      `select '${indicator}' as indicator, 'CN' as region, date '${day}' as period, 'level' as measure, '7' as value, '${unit}' as unit`
    const { report, out } = await loadQuestion(
      [
        row('base_stations_5g', '2023-12-31', '万个'),
        row('base_stations_5g', '2024-02-29', '万个'),
        row('base_stations_5g', '2024-03-30', '万个'),
        row('software_revenue', '2023-12-31', '亿元'),
      ].join(' union all '),
    )
    expect(await askFile(out, 'select period from observation order by end_month')).toEqual([
      ['2023-12'],
      ['2024-02'],
    ])
    expect(
      report.refused.flatMap(({ examples }) => examples.map(({ reason, detail }) => [reason, detail])),
    ).toEqual([
      ['period-does-not-fit', '2024-03-30 不是月末'],
      ['period-does-not-fit', '2023-12-31 是一天，不是时段'],
    ])
  })
})

describe('sources of a loaded file', () => {
  test('that the catalogue lacks have only their name; without the column the file is the source', async () => {
    const { out } = await loadContent(
      csv(
        'indicator,region,period,measure,value,unit,source',
        'software_revenue,CN,2024,level,1,亿元,档案 7',
        'software_revenue,CN,2023,level,1,亿元,',
      ),
      'yearbook.csv',
    )
    const store = await openStore(out)
    onTestFinished(() => store.close())
    const named = [...store.catalog.sources.values()].filter(({ id }) => !catalog.sources.has(id))
    expect(named.map(({ title, published, origin }) => [title, published, origin]).sort()).toEqual([
      ['yearbook', '', 'second_hand'],
      ['档案 7', '', 'second_hand'],
    ])
    const [row] = await store.db.select().from(schema.snapshot)
    expect(row).toMatchObject({ inputs: 'load yearbook.csv', read: 2, published: 2, refused: 0 })
  })
})

describe('a file that cannot be loaded is answered in one line, and publishes nothing', () => {
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['an empty file', '', 'a.csv', /a\.csv:1 是空文件，应有表头$/],
    ['a file without rows', csv(header), 'a.csv', /a\.csv 没有数据行$/],
    [
      'a missing column',
      csv('indicator,region', 'x,y'),
      'a.csv',
      /a\.csv 缺少列 period、measure、value、unit；/,
    ],
    [
      'an unknown column',
      csv(`${header},note`, `${revenue},x`),
      'a.csv',
      /a\.csv 有未知的列 note；可用的列：indicator,/,
    ],
    ['a column twice', csv(`${header},unit`, `${revenue},x`), 'a.csv', /的列 unit 出现两次/],
    [
      'a row with a column too few',
      csv(header, revenue, 'software_revenue,CN'),
      'a.csv',
      /a\.csv:3 这一行的列数与表头不同$/,
    ],
    [
      'a quote that never closes',
      csv(header, `"${revenue}`),
      'a.csv',
      /a\.csv:2 这一行的引号、分隔或换行有误/,
    ],
    [
      'GBK',
      Buffer.concat([
        Buffer.from(`${header}\nsoftware_revenue,CN,2024,level,1,`),
        Buffer.from([0xd2, 0xda, 0xd4, 0xaa]),
        Buffer.from(',,,actual,\n'),
      ]),
      'a.csv',
      /a\.csv 不是 UTF-8 编码，请先转换/,
    ],
    [
      'GBK behind many plain lines',
      Buffer.concat([
        Buffer.from(csv(header, ...Array(3000).fill(revenue.replace('亿元', 'x')))),
        Buffer.from([0xd2, 0xda]),
        Buffer.from(',CN,2024,level,1,x,,,actual,\n'),
      ]),
      'a.csv',
      /a\.csv:3002 不是 UTF-8 编码/,
    ],
    [
      'a Parquet file that is none',
      'PAR1 is how it begins',
      'a.parquet',
      /a\.parquet 不是完整的 Parquet 文件/,
    ],
    [
      'a line that is no number',
      csv(`${header},line`, `${revenue},x7`),
      'a.csv',
      /a\.csv:2 的 line 是「x7」，应为整数或空$/,
    ],
    ['another kind of file', 'x', 'a.xlsx', /应是 \.parquet 或 \.csv 文件$/],
    [
      'a file of which most rows are refused',
      csv(header, revenue, revenue.replace('CN', 'XX'), revenue.replace('CN', 'YY')),
      'a.csv',
      /a\.csv 的 3 行过半被拒收（2 行），没有发布；.*\n {6}地区不在目录中 2 行，例如\n {8}\S+a\.csv:3 XX\n {8}\S+a\.csv:4 YY$/,
    ],
    [
      'a file that says one thing again and again',
      csv(header, revenue, revenue, revenue),
      'a.csv',
      /3 行过半被拒收（2 行）.*\n {6}同一来源内重复 2 行/,
    ],
  ])('%s', async (_, content, name, message) => {
    const folder = ownFolder()
    const [file, out] = [join(folder, name), join(folder, 'out.duckdb')]
    writeFileSync(file, content)
    await expect(load({ file, dataFolder: 'data', out })).rejects.toMatchObject({
      name: 'BadInput',
      message: expect.stringMatching(message),
    })
    expect([existsSync(out), straysOf(out)]).toEqual([false, []])
  })

  test('a file that is replaced while it is read', async () => {
    const folder = ownFolder()
    const [file, out] = [join(folder, 'a.csv'), join(folder, 'out.duckdb')]
    writeFileSync(file, csv(header, revenue))
    writeFileSync(join(folder, 'b.csv'), csv(header, revenue.replace('2024', '2023')))
    const onStage = (stage: string) => {
      if (stage.startsWith('排序')) renameSync(join(folder, 'b.csv'), file)
    }
    await expect(load({ file, dataFolder: 'data', out, onStage })).rejects.toThrow(
      /a\.csv 在读取时被改动，没有发布/,
    )
    expect([existsSync(out), straysOf(out)]).toEqual([false, []])
  })
})

describe('a file as programs write it', () => {
  test('with a byte order mark, carriage returns, quotes, blank lines and columns in another order', async () => {
    const text =
      '\ufeffunit,value,measure,period,region,indicator,quote\r\n"亿元",137276,level,2024,CN,software_revenue,"他说""增长""\r\n很快"\r\n\r\n'
    const { out } = await loadContent(text)
    expect(await askFile(out, 'select printed_value, status, quote, trust from observation')).toEqual([
      ['137276', 'actual', '他说"增长"\r\n很快', 'quote'],
    ])
  })
})

describe('a loaded database', () => {
  test('is not replaced by a build that only mends what is stale', async () => {
    const { out } = await loadContent(csv(header, revenue))
    const before = readFileSync(out)
    expect(await buildIfStale({ dataFolder: 'data', out }, () => 'others')).toEqual({
      kept: 'load archive.csv',
    })
    expect(readFileSync(out).equals(before)).toBe(true)
  })

  test('stays whole when the next load is killed in the middle, and that leaves nothing behind after another', async () => {
    const { out, file } = await loadContent(csv(header, revenue))
    const before = readFileSync(out)
    const many = join(ownFolder(), 'many.parquet')
    await writeParquet(
      many,
      `select 'software_revenue' as indicator, 'CN' as region, '2024' as period, 'level' as measure, i::varchar as value, '亿元' as unit, 'doc-' || i as source from range(20000) r(i)`,
    )
    const child = spawn(process.execPath, ['--import', 'tsx', 'etl/run.ts', 'load', many, '--out', out])
    const ended = new Promise((done) => child.once('exit', done))
    while (!straysOf(out).some((name) => name.endsWith('.load')))
      await new Promise((done) => setTimeout(done, 5))
    child.kill('SIGKILL')
    await ended
    expect(readFileSync(out).equals(before)).toBe(true)
    expect(straysOf(out)).not.toEqual([])
    await load({ file, dataFolder: 'data', out })
    expect(straysOf(out)).toEqual([])
    expect(readdirSync(join(out, '..')).sort()).toEqual(['archive.csv', 'out.duckdb', 'out.versions'])
  })
})
