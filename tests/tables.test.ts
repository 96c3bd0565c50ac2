import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { readDocument } from '#etl/sources/read-document.ts'
import { type Printed, tableFiles } from './support/table-files.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))
const formats = Object.keys(tableFiles)

async function extractFrom(format: string, table: Printed) {
  const bytes = await tableFiles[format]?.(table)
  const { rows, refusals } = extractDocument(await readDocument(bytes ?? new Uint8Array(), format), lexicon)
  return {
    rows: rows.map(
      ({ indicator, region, period, measure, value, unit, of, compared_to, status, qualifier }) =>
        [
          indicator,
          region,
          period,
          measure,
          value + unit,
          of,
          compared_to,
          status === 'actual' ? '' : status,
          qualifier,
        ]
          .filter((text) => text !== '')
          .join(' '),
    ),
    refused: refusals.map(({ because }) => because),
  }
}

const software: Printed = {
  title: '2024年1—9月软件业主要指标',
  published: '发布时间：2024-10-25',
  unit: '单位：亿元',
  rows: [
    ['指标', '本期累计', '同比增长（%）', '占软件业务收入比重（%）'],
    ['软件业务收入', '98,281', '10.8', '100'],
    ['软件产品收入', '22,213', '8.0', '22.6'],
    ['信息技术服务收入', '66,164', '11.9', '67.3'],
    ['软件业务出口（亿美元）', '410.3', '4.2', '—'],
  ],
}

const stations: Printed = {
  title: '2024年通信业主要指标',
  published: '发布时间：2025-01-24',
  unit: '单位：万个',
  rows: [
    ['指标', '2024年末', '比上年末净增', '占比（%）', '占比提高（百分点）', '2025年目标', '位次'],
    ['移动电话基站', '1265', '102.6', '—', '—', '—', '1'],
    ['5G基站', '425.1', '87.4', '33.6', '4.5', '450以上', '2'],
  ],
}

const months: Printed = {
  title: '2024年软件业务收入分月情况',
  published: '发布时间：2025-01-26',
  unit: '单位：亿元、%',
  rows: [
    ['月份', '累计值', '同比增长'],
    ['1—9月', '98281', '10.8'],
    ['全年', '137276', '10.0'],
  ],
}

const zones: Printed = {
  title: '2024年分地区软件业务收入',
  published: '发布时间：2025-01-26',
  unit: '单位：亿元',
  rows: [
    ['地区', '2024年', '同比增长（%）', '占全国比重（%）', '增速比1—11月变化（百分点）'],
    ['东部地区', '113022', '10.1', '82.3', '-0.7'],
    ['中部地区', '7341', '11.5', '5.3', '-1'],
    ['西部地区', '13776', '8.5', '10', '-0.6'],
    ['东北地区', '3137', '8.9', '2.3', '…'],
    ['合计', '137276①', '10.0', '100', '-'],
  ],
}

describe.each(formats)('%s: the rows of a table', (format) => {
  test('of indicators with growth and share', async () => {
    expect(await extractFrom(format, software)).toEqual({
      rows: [
        'software_revenue CN 2024-01/2024-09 level 98281亿元',
        'software_revenue CN 2024-01/2024-09 yoy_pct 10.8%',
        'software_product_revenue CN 2024-01/2024-09 level 22213亿元',
        expect.stringMatching(/^software_product_revenue CN 2024-01\/2024-09 yoy_pct 8(?:\.0)?%$/),
        'software_product_revenue CN 2024-01/2024-09 share_pct 22.6% software_revenue',
        'it_service_revenue CN 2024-01/2024-09 level 66164亿元',
        'it_service_revenue CN 2024-01/2024-09 yoy_pct 11.9%',
        'it_service_revenue CN 2024-01/2024-09 share_pct 67.3% software_revenue',
        'software_export CN 2024-01/2024-09 level 410.3亿美元',
        'software_export CN 2024-01/2024-09 yoy_pct 4.2%',
      ],
      refused: ['not-an-observation'],
    })
  })

  test('of a stock with net additions, shares, their change and a target', async () => {
    expect(await extractFrom(format, stations)).toEqual({
      rows: [
        'base_stations CN 2024-12 level 1265万个',
        'base_stations CN 2024 net_add 102.6万个',
        'base_stations_5g CN 2024-12 level 425.1万个',
        'base_stations_5g CN 2024 net_add 87.4万个',
        'base_stations_5g CN 2024-12 share_pct 33.6% base_stations',
        'base_stations_5g CN 2024-12 share_change_pp 4.5pp base_stations',
        'base_stations_5g CN 2025-12 level 450万个 target >',
      ],
      refused: [],
    })
  })

  test('of months', async () => {
    const { rows, refused } = await extractFrom(format, months)
    expect(rows.map((row) => row.replace('10.0%', '10%'))).toEqual([
      'software_revenue CN 2024-01/2024-09 level 98281亿元',
      'software_revenue CN 2024-01/2024-09 yoy_pct 10.8%',
      'software_revenue CN 2024 level 137276亿元',
      'software_revenue CN 2024 yoy_pct 10%',
    ])
    expect(refused).toEqual([])
  })

  test('of zones with their total', async () => {
    const { rows, refused } = await extractFrom(format, zones)
    expect(rows).toHaveLength(17)
    expect(rows.slice(0, 4)).toEqual([
      'software_revenue CN-EAST 2024 level 113022亿元',
      'software_revenue CN-EAST 2024 yoy_pct 10.1%',
      'software_revenue CN-EAST 2024 share_pct 82.3% region:CN',
      'software_revenue CN-EAST 2024 growth_change_pp -0.7pp 2024-01/2024-11',
    ])
    expect(rows.at(-2)).toBe('software_revenue CN 2024 level 137276亿元')
    expect(refused).toEqual(['not-an-observation'])
  })
})

const numeric = /^[-−↑↓≥]?\d[\d,]*(?:\.\d+)?%?(?:以上|①)?$/

describe.each(formats)('%s: no number of a table vanishes', (format) => {
  const unread: Printed = {
    ...software,
    title: '2024年情况',
    rows: [
      ['软件业务收入', '98,281', '10.8'],
      ['量子软件收入', '12.5', '3'],
      ['利润', '11,621', '↓2.5'],
    ],
  }
  const odd: Printed = {
    ...stations,
    rows: [
      ['序号', '指标', '单位', '2024年', '完成进度（%）', '指数', '排名'],
      ['1', '5G基站', '万个', '425.1', '94.5', '103', '5'],
      ['2', '量子基站', '万个', '1.5', '30', '99', '6'],
      ['3', '5G移动电话用户', '亿户', '10.14', '-', '', '7'],
    ],
  }
  /** How many of the numbers are ranks and serial numbers. */
  const tables: [string, Printed, number][] = [
    ['read', software, 0],
    ['with ranks', stations, 2],
    ['with a total', zones, 0],
    ['without a header', unread, 0],
    ['with serial numbers, ranks, indices and progress', odd, 6],
  ]

  test.each(tables)('%s', async (_, table, others) => {
    const numbers = table.rows.flatMap((row) => row.filter((cell) => numeric.test(cell))).length
    const { rows, refused } = await extractFrom(format, table)
    expect(rows.length + refused.length + others).toBe(numbers)
  })
})
