import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asc } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { observationColumns } from '#data/model/observation.ts'
import { openStore } from '#data/store/open-store.ts'
import * as schema from '#data/store/schema.ts'
import { dataFolder } from '../tests/support/data-folder.ts'
import { assemble, build } from './build.ts'

const header = observationColumns.join(',')
const revenue = 'software_revenue,CN,2024,level,137276,亿元,,,actual,'
const growth = 'software_revenue,CN,2024,yoy_pct,10.0,%,,,actual,'
const observations = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`

async function buildFrom(files: Record<string, string>) {
  const folder = dataFolder(files)
  const out = join(folder, 'build', 'test.duckdb')
  const report = await build({ dataFolder: folder, out, inputs: 'test' })
  return { folder, out, report }
}

async function published(out: string) {
  const store = await openStore(out)
  const rows = await store.db.select().from(schema.observation).orderBy(asc(schema.observation.id))
  await store.close()
  return rows
}

describe('build', () => {
  test('publishes a figure in base units with what was printed beside it', async () => {
    const { out } = await buildFrom({ 'observations/web-020.csv': observations(revenue, growth) })
    expect(await published(out)).toMatchObject([
      {
        id: 'web-020:2',
        value: 13_727_600_000_000,
        unit: 'CNY',
        printed_value: '137276',
        printed_unit: '亿元',
      },
      { id: 'web-020:3', value: 10, unit: 'percent', printed_value: '10.0' },
    ])
  })

  test('ranks the statements of one fact: the exact before the rounded, the others kept', async () => {
    const rounded = 'software_revenue,CN,2024,level,13.7,万亿元,,,actual,'
    const { out } = await buildFrom({
      'observations/web-021.csv': observations(rounded),
      'observations/web-020.csv': observations(revenue),
    })
    const rows = await published(out)
    expect(rows.map(({ id, rank, others }) => [id, rank, others])).toEqual([
      ['web-020:2', 1, 1],
      ['web-021:2', 2, 1],
    ])
  })

  test('reads a first quarter and January to March as one fact', async () => {
    const { out } = await buildFrom({
      'observations/web-019.csv': observations('software_revenue,CN,2024-Q1,level,28020,亿元,,,actual,'),
      'observations/web-020.csv': observations(
        'software_revenue,CN,2024-01/2024-03,level,28020,亿元,,,actual,',
      ),
    })
    expect((await published(out)).map(({ period, others }) => [period, others])).toEqual([
      ['2024-Q1', 1],
      ['2024-Q1', 1],
    ])
  })

  test('gives the same snapshot for the same figures, and another for one digit more', async () => {
    const first = await buildFrom({ 'observations/web-020.csv': observations(revenue) })
    const again = await buildFrom({ 'observations/web-020.csv': observations(revenue) })
    const other = await buildFrom({
      'observations/web-020.csv': observations(revenue.replace('137276', '137277')),
    })
    expect(again.report.snapshot).toBe(first.report.snapshot)
    expect(other.report.snapshot).not.toBe(first.report.snapshot)
  })
})

describe('figures that contradict each other', () => {
  const share = 'fixed_broadband_revenue,CN,2024,share_pct,51.6,%,,telecom_revenue,actual,'
  const part = 'fixed_broadband_revenue,CN,2024,level,2763,亿元,,,actual,'
  const whole = 'telecom_revenue,CN,2024,level,17400,亿元,,,actual,'
  const files = (...rows: string[]) => ({ 'observations/web-020.csv': observations(...rows) })

  test('in one document stop publication, with both sides, and leave the old database', async () => {
    const { folder, out } = await buildFrom(files(part, whole))
    const before = readFileSync(out)
    writeFileSync(join(folder, 'observations', 'web-020.csv'), observations(part, whole, share))
    await expect(build({ dataFolder: folder, out, inputs: 'test' })).rejects.toThrow(
      /^有 1 处数值互相矛盾而未说明，停止发布；.*\n硬·未说明 {2}占比等于部分除以总量：2024年全国固定互联网宽带接入业务收入 .*\n {4}51\.55—51\.65% .*web-020:4=51\.6%\n/,
    )
    expect(readFileSync(out).equals(before)).toBe(true)
  })

  test('are published as a finding with its reason once a person has acknowledged them', async () => {
    const folder = dataFolder(files(part, whole, share))
    const { checked } = await assemble({ dataFolder: folder })
    const acknowledged = `finding,state,cause,reason\n${checked.findings[0]?.id},acknowledged,as_printed,来源如此\n`
    writeFileSync(join(folder, 'corrections', 'acknowledged.csv'), acknowledged)
    const out = join(folder, 'build', 'test.duckdb')
    await build({ dataFolder: folder, out, inputs: 'test' })
    const store = await openStore(out)
    const rows = await store.db.select().from(schema.finding)
    await store.close()
    expect(rows).toMatchObject([
      { identity: 'share', severity: 'hard', state: 'acknowledged', reason: '来源如此', unit: 'percent' },
    ])
    expect(rows[0]?.left).toMatchObject({ low: '51.55000000', observations: ['web-020:4'] })
  })

  test('acknowledged without need are an error that says which line to delete', async () => {
    const stale = 'finding,state,cause,reason\nshare:x:CN:2024:000000,acknowledged,as_printed,来源如此\n'
    const folder = dataFolder({ ...files(part), 'corrections/acknowledged.csv': stale })
    await expect(assemble({ dataFolder: folder })).rejects.toThrow(/acknowledged\.csv:2 例外 share:x:CN:2024/)
  })
})

describe('a row that cannot stand is refused by name', () => {
  test.each([
    ['software_sales,CN,2024,level,1,亿元,,,actual,', 'unknown-indicator', 'software_sales'],
    ['software_revenue,990000,2024,level,1,亿元,,,actual,', 'unknown-region', '990000'],
    ['software_revenue,CN,2024,growth,1,亿元,,,actual,', 'unknown-measure', 'growth'],
    ['software_revenue,CN,2024,level,1,亿元,,,guess,', 'unknown-status', 'guess'],
    ['software_revenue,CN,2024,level,1,亿元,,,actual,?', 'unknown-qualifier', '?'],
    ['software_revenue,CN,2024,level,"1,2",亿元,,,actual,', 'not-a-number', '1,2'],
    ['software_revenue,CN,2024-13,level,1,亿元,,,actual,', 'unreadable-period', '2024-13'],
    ['base_stations_5g,CN,2024,level,1,万个,,,actual,', 'period-does-not-fit', '2024'],
    ['software_revenue,CN,2024-07/2024-12,level,1,亿元,,,actual,', 'period-has-no-basis', '2024年7月—12月'],
    ['software_revenue,CN,2024,level,1,亿美元,,,actual,', 'unit-does-not-fit', '亿美元，应为元'],
    ['software_revenue,CN,2024,share_change_pp,1,%,,,actual,', 'unit-does-not-fit', '%，应为个百分点'],
    ['software_revenue,CN,2024,share_pct,1,%,,gnp,actual,', 'unknown-reference', 'of gnp'],
    [
      'software_revenue,CN,2024,growth_change_pp,1,pp,2025,,actual,',
      'comparison-not-earlier',
      '2025 不早于 2024',
    ],
    ['software_revenue,CN,2024,share_pct,101,%,,,actual,', 'implausible-value', '占比 101%'],
    [
      'software_revenue,CN,2026,level,1,亿元,,,actual,',
      'published-before-period',
      '2023-02-01 发布，数据止于 2026-12',
    ],
  ])('%s: %s', async (row, reason, detail) => {
    const { report } = await buildFrom({
      'observations/web-148.csv': observations(growth.replace('2024', '2022'), row),
    })
    expect(report.observations).toHaveLength(1)
    expect(report.refusals).toMatchObject([{ source: 'web-148', line: 3, reason, detail }])
  })

  test('the second statement of a fact in one document', async () => {
    const { report } = await buildFrom({ 'observations/web-020.csv': observations(revenue, revenue) })
    expect(report.refusals).toMatchObject([{ line: 3, reason: 'duplicate-in-source' }])
  })
})

describe('a correction', () => {
  const corrections = (...rows: string[]) => `action,${header},reason\n${rows.join('\n')}\n`

  test('strikes a row out and adds another, and says why', async () => {
    const { report, out } = await buildFrom({
      'observations/web-020.csv': observations(revenue.replace('137276', '137267')),
      'corrections/web-020.csv': corrections(
        `strike,${revenue.replace('137276', '137267')},两位数字颠倒`,
        `add,${revenue},与统计公报一致`,
      ),
    })
    expect(report.refusals).toMatchObject([{ line: 2, reason: 'corrected-away', detail: '两位数字颠倒' }])
    expect(await published(out)).toMatchObject([
      { id: 'web-020:c3', printed_value: '137276', correction: '与统计公报一致' },
    ])
  })

  test('that strikes a row which is not there stops with file and line', async () => {
    const building = buildFrom({
      'observations/web-020.csv': observations(revenue),
      'corrections/web-020.csv': corrections(`strike,${growth},多余`),
    })
    await expect(building).rejects.toThrow(/corrections\/web-020\.csv:2 要剔除的行在 web-020 中找不到/)
  })

  test('without a reason stops with file and line', async () => {
    const building = buildFrom({
      'observations/web-020.csv': observations(revenue),
      'corrections/web-020.csv': corrections(`strike,${revenue},`),
    })
    await expect(building).rejects.toThrow(/corrections\/web-020\.csv:2 没有写明理由/)
  })
})

describe('a broken file stops the build, names its line and leaves the database as it was', () => {
  test.each([
    [
      'a row with a column too few',
      `${header}\n${revenue.slice(0, -1)}\n`,
      /web-020\.csv:2 有 9 列，应为 10 列/,
    ],
    [
      'a quote that never closes',
      `${header}\n${revenue}\n"software_revenue,CN\n`,
      /web-020\.csv:\d+ 这一行的引号/,
    ],
    [
      'a column with an unknown name',
      `${header.replace('value', 'amount')}\n${revenue}\n`,
      /web-020\.csv:1 缺少列 value/,
    ],
    ['an empty file', '', /web-020\.csv:1 是空文件/],
  ])('%s', async (_, text, message) => {
    const { folder, out } = await buildFrom({ 'observations/web-020.csv': observations(revenue) })
    const before = readFileSync(out)
    writeFileSync(join(folder, 'observations/web-020.csv'), text)
    await expect(build({ dataFolder: folder, out, inputs: 'test' })).rejects.toThrow(message)
    expect(readFileSync(out).equals(before)).toBe(true)
    expect(readdirSync(join(folder, 'build'))).toEqual(['test.duckdb', 'test.versions'])
  })

  test('a file that is named after no source', async () => {
    await expect(buildFrom({ 'observations/web-999.csv': observations(revenue) })).rejects.toThrow(
      /来源 web-999 不在/,
    )
  })

  test('a build that fails while writing leaves nothing behind', async () => {
    const folder = dataFolder({ 'observations/web-020.csv': observations(revenue) })
    const out = join(folder, 'build', 'test.duckdb')
    const onStage = (stage: string) => {
      if (stage === '写入 number') throw new Error('disk full')
    }
    await expect(build({ dataFolder: folder, out, inputs: 'test', onStage })).rejects.toThrow('disk full')
    expect(readdirSync(join(folder, 'build'))).toEqual(['test.versions'])
    expect(readdirSync(join(folder, 'build', 'test.versions'))).toEqual(['lock.duckdb'])
  })
})
