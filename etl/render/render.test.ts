import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { type Manner, render } from '#data/language/render/render.ts'
import type { Told } from '#data/language/render/told.ts'
import { type ObservationRow, observationColumns } from '#data/model/observation.ts'
import { toObservation } from '../normalize/to-observation.ts'
import { renderFile } from './render-file.ts'

const catalog = readCatalog('data/catalog')

/** Rows in the order of the columns: 「software_revenue CN 2024 level 137276 亿元」; the rest is usual. */
function say(lines: readonly string[], manner?: Manner): string {
  const observations = lines.map((line) => {
    const [
      indicator,
      region,
      period,
      measure,
      value,
      unit,
      base = '-',
      of = '-',
      status = 'actual',
      qualifier = '',
    ] = line.split(' ')
    const row = { indicator, region, period, measure, value, unit, status, qualifier }
    const full = { ...row, compared_to: base === '-' ? '' : base, of: of === '-' ? '' : of } as ObservationRow
    const read = toObservation({ id: line, source: '', file: '', line: 0, row: full }, catalog)
    if ('reason' in read) throw new Error(`${read.reason} ${read.detail}`)
    return read
  })
  return render(observations, catalog, manner)
}

describe('one observation makes one sentence', () => {
  test.each([
    ['software_revenue CN 2024-01/2024-04 level 37991 亿元', '2024年1—4月份，我国软件业务收入达37991亿元。'],
    ['software_revenue CN 2024-Q1 yoy_pct 11.9 %', '2024年一季度，我国软件业务收入同比增长11.9%。'],
    ['software_export CN 2023 yoy_pct -3.6 %', '2023年，我国软件业务出口比上年下降3.6%。'],
    ['telecom_revenue 520000 2024-01/2024-06 yoy_pct 0 %', '2024年上半年，贵州省电信业务收入同比持平。'],
    ['mobile_phone_output CN 2024-04 mom_pct -2.1 %', '2024年4月份，我国手机产量环比下降2.1%。'],
    [
      'software_revenue CN 2024-01/2024-04 growth_change_pp 0.2 pp 2024-Q1',
      '2024年1—4月份，我国软件业务收入增速较一季度提高0.2个百分点。',
    ],
    [
      'telecom_revenue CN-EAST 2024 growth_change_pp -1.3 pp region:CN-WEST',
      '2024年，东部地区电信业务收入增速比西部地区低1.3个百分点。',
    ],
    [
      'it_service_revenue CN 2024-01/2024-09 share_pct 66.8 % - software_revenue',
      '2024年前三季度，我国信息技术服务收入占软件业务收入的比重为66.8%。',
    ],
    [
      'software_revenue CN-EAST 2023 share_pct 82 % - region:CN actual ~',
      '2023年，东部地区软件业务收入占全国的比重约为82%。',
    ],
    [
      'emerging_business_revenue CN 2023 contribution_pp 3.6 pp',
      '2023年，我国新兴业务收入拉动电信业务收入增长3.6个百分点。',
    ],
    ['fixed_phone_users CN 2023 net_add -608.8 万户', '2023年，我国固定电话用户净减608.8万户。'],
    ['base_stations_5g CN 2023-12 level 337.7 万个', '截至2023年末，我国5G基站达337.7万个。'],
    [
      'mobile_phone_penetration CN 2023-12 level_change 3.3 部/百人',
      '截至2023年末，我国移动电话普及率较上年末提高3.3部/百人。',
    ],
    [
      'computing_power 370200 2026-12 level 12 EFLOPS - - target',
      '力争到2026年，青岛市算力规模达到12EFLOPS。',
    ],
    [
      'datacenter_racks 520000 2025-12 level 80 万架 - - target >=',
      '力争到2025年，贵州省在用数据中心标准机架不少于80万架。',
    ],
    ['software_revenue CN 2024 level 13 万亿元 - - expected >', '预计2024年，我国软件业务收入超13万亿元。'],
    [
      'telecom_revenue CN 2023 level 1.68 万亿元 - - preliminary',
      '经初步核算，2023年，我国电信业务收入达1.68万亿元。',
    ],
  ])('%s', (row, sentence) => expect(say([row])).toBe(sentence))
})

describe('several observations make one sentence', () => {
  test('of one subject, in the order of releases', () => {
    const rows = [
      'software_revenue CN 2024-01/2024-04 growth_change_pp 0.2 pp 2024-Q1',
      'software_revenue CN 2024-01/2024-04 level 37991 亿元',
      'software_revenue CN 2024-01/2024-04 yoy_pct 11.6 %',
    ]
    expect(say(rows, { nation: '', year: 2024 })).toBe(
      '1—4月份，软件业务收入达37991亿元，同比增长11.6%，增速较一季度提高0.2个百分点。',
    )
  })

  test('a level, what was added since the end of the year before, and its share', () => {
    const rows = [
      'mobile_5g_users CN 2024-04 level 8.89 亿户',
      'mobile_5g_users CN 2024-01/2024-04 net_add 6653 万户',
      'mobile_5g_users CN 2024-04 share_pct 50.6 % - mobile_phone_users',
      'mobile_5g_users CN 2024-04 share_change_pp 3.1 pp - mobile_phone_users',
    ]
    expect(say(rows)).toBe(
      '截至2024年4月末，我国5G移动电话用户达8.89亿户，比上年末净增6653万户，占移动电话用户的比重为50.6%，较上年末提高3.1个百分点。',
    )
  })

  test('a fall that grows smaller is a 降幅 that 收窄', () => {
    const rows = ['software_export CN 2024 yoy_pct -1.1 %', 'software_export CN 2024 growth_change_pp 2.2 pp']
    expect(say(rows)).toBe('2024年，我国软件业务出口比上年下降1.1%，降幅较上年收窄2.2个百分点。')
  })

  test('of several regions, as a list', () => {
    const rows = ['110000 29826', '440000 21021', '320000 14857'].map((row) => {
      const [region, value] = row.split(' ')
      return `software_revenue ${region} 2024 level ${value} 亿元`
    })
    expect(say(rows)).toBe('2024年，北京、广东和江苏软件业务收入分别为29826亿元、21021亿元和14857亿元。')
  })

  test('of regions that do not move the same way, one after another', () => {
    const rows = ['software_revenue CN-EAST 2024 yoy_pct 9.8 %', 'software_revenue CN-WEST 2024 yoy_pct -1 %']
    expect(say(rows)).toBe('2024年，东部地区软件业务收入比上年增长9.8%；西部地区软件业务收入比上年下降1%。')
  })
})

describe('what is known to be made of others', () => {
  const derived = (region: string, printedValue: string, qualifier: Told['qualifier'] = '~'): Told => ({
    ...{ indicator: 'software_revenue', region, measure: 'yoy_pct', unit: 'percent', printedUnit: '%' },
    ...{ printedValue, qualifier, comparedTo: '', of: '', status: 'actual', aside: '推算' },
    period: { time: 'span', start: 2024 * 12, end: 2024 * 12 + 11 },
  })

  test('is marked behind the number', () => {
    expect(render([derived('520000', '18.5')], catalog)).toBe(
      '2024年，贵州省软件业务收入比上年增长约18.5%（推算）。',
    )
  })

  test('is marked once where all of a list are', () => {
    expect(render([derived('110000', '16.7'), derived('440000', '11.4')], catalog)).toBe(
      '2024年，北京和广东软件业务收入比上年分别增长约16.7%和约11.4%（均为推算）。',
    )
  })

  test('about nothing is 基本持平', () => {
    expect(render([derived('CN', '0')], catalog)).toBe('2024年，我国软件业务收入与上年基本持平。')
  })
})

test('the nation in a list of regions is 全国', () => {
  const rows = ['software_revenue CN 2024 yoy_pct 10 %', 'software_revenue CN-EAST 2024 yoy_pct 9.8 %']
  expect(say(rows)).toBe('2024年，全国和东部地区软件业务收入比上年分别增长10%和9.8%。')
})

test('超 needs no verb', () => {
  expect(say(['digital_economy_share_of_gdp CN 2023 share_pct 50 % - gdp actual >'])).toBe(
    '2023年，我国数字经济增加值占GDP比重超50%。',
  )
})

describe('a file of observations', () => {
  const header = observationColumns.join(',')
  const written = (content: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'youju-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'rows.csv')
    writeFileSync(file, content)
    return file
  }

  test('makes a sentence for each row', () => {
    const file = written(`${header}\ngdp,CN,2023,level,126.06,万亿元,,,actual,\n`)
    expect(renderFile(file, 'data/catalog')).toEqual(['2023年，我国国内生产总值达126.06万亿元。'])
  })

  test('with a row that says nothing is refused, naming line and reason', () => {
    const file = written(`${header}\ngdp,CN,2023,level,126.06,万户,,,actual,\n`)
    expect(() => renderFile(file, 'data/catalog')).toThrow(/rows\.csv:2 单位与指标或度量不符：万户，应为元/)
  })
})
