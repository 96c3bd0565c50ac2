import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import type { Article, Document, Table } from '#etl/document.ts'
import { extractDocument } from '../extract-document.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))

/** A table from lines of cells; the first `heads` of them are its header. */
function tableOf(caption: string, lines: readonly string[], heads = 1): Table {
  const rows = lines.map((line, at) =>
    line.split('|').map((text, column) => ({ text, line: at + 1, column: column + 1, header: at < heads })),
  )
  return { kind: 'table', caption, rows }
}

function read(table: Table, article: Partial<Article> = {}) {
  const about = { title: '', publisher: '', published: '2024-05-28', url: '', line: 1, ...article }
  const document: Document = {
    id: 'x',
    format: 'text',
    articles: [{ ...about, blocks: [table] }],
    unread: [],
  }
  const { rows, refusals } = extractDocument(document, lexicon)
  return {
    rows: rows.map((row) =>
      [
        ...[row.indicator, row.region, row.period, row.measure, row.value + row.unit],
        ...(row.of === '' ? [] : ['of', row.of]),
      ].join(' '),
    ),
    refused: refusals.map(({ because }) => because),
  }
}

describe('a number of a table', () => {
  test('takes indicator and unit from its row, measure from its column, period from the caption', () => {
    const lines = [
      '指标|单位|本期累计|同比增长(%)',
      '软件业务收入|亿元|37972|11.6',
      '软件业务出口|亿美元|154.9|-0.4',
    ]
    expect(read(tableOf('2024年1—4月软件业主要指标', lines))).toEqual({
      rows: [
        'software_revenue CN 2024-01/2024-04 level 37972亿元',
        'software_revenue CN 2024-01/2024-04 yoy_pct 11.6%',
        'software_export CN 2024-01/2024-04 level 154.9亿美元',
        'software_export CN 2024-01/2024-04 yoy_pct -0.4%',
      ],
      refused: [],
    })
  })

  test('is of the year before in the column 去年同期, and growth is that of the later column', () => {
    const lines = ['指标|本期|去年同期|增速', '软件业务收入|37972|34025|11.6']
    expect(read(tableOf('2024年1—4月 单位：亿元', lines)).rows).toEqual([
      'software_revenue CN 2024-01/2024-04 level 37972亿元',
      'software_revenue CN 2023-01/2023-04 level 34025亿元',
      'software_revenue CN 2024-01/2024-04 yoy_pct 11.6%',
    ])
  })

  test('is of one month under 当月, and of all since January under 累计', () => {
    const lines = ['地区|软件业务收入(亿元)|软件业务收入(亿元)', '地区|当月|累计', '北京|2300.5|8,800']
    expect(read(tableOf('2024年4月', lines, 2)).rows).toEqual([
      'software_revenue 110000 2024-04 level 2300.5亿元',
      'software_revenue 110000 2024-01/2024-04 level 8800亿元',
    ])
  })

  test('of growth belongs to the level on its left', () => {
    const lines = ['地区|软件业务收入(亿元)|同比增长(%)|利润总额(亿元)|同比增长(%)', '江苏|5000|9.1|400|3']
    expect(read(tableOf('2024年1—3月软件业', lines)).rows).toEqual([
      'software_revenue 320000 2024-Q1 level 5000亿元',
      'software_revenue 320000 2024-Q1 yoy_pct 9.1%',
      'software_profit 320000 2024-Q1 level 400亿元',
      'software_profit 320000 2024-Q1 yoy_pct 3%',
    ])
  })
})

describe('a number of a table that is no level', () => {
  const of = (...lines: string[]) => read(tableOf('2024年', lines)).rows

  test('is of the month under 比上月净增, of the year so far under 净增', () => {
    const lines = ['指标|4月末|比上月末净增|比上年末净增', '5G基站(万个)|374.8|10.1|37']
    expect(of(...lines).slice(1)).toEqual([
      'base_stations_5g CN 2024-04 net_add 10.1万个',
      'base_stations_5g CN 2024-01/2024-04 net_add 37万个',
    ])
  })

  test('is what a stock has gained in the unit of the table where 增加 is said since last year’s end', () => {
    const lines = ['指标|2024年末|比上年末增加', '5G基站|425|87']
    expect(read(tableOf('单位：万个', lines), { published: '2025-01-28' })).toEqual({
      rows: ['base_stations_5g CN 2024-12 level 425万个', 'base_stations_5g CN 2024 net_add 87万个'],
      refused: [],
    })
  })

  test('changes the share on its left, and of the same whole', () => {
    const lines = ['指标|占移动电话用户比重(%)|比上年末提高(百分点)', '5G移动电话用户|62.6|5.9']
    expect(read(tableOf('2023年', lines)).rows).toEqual([
      'mobile_5g_users CN 2023-12 share_pct 62.6% of mobile_phone_users',
      'mobile_5g_users CN 2023-12 share_change_pp 5.9pp of mobile_phone_users',
    ])
  })

  test('changes the growth on its left although that is left blank', () => {
    const lines = ['指标|增速(%)|比1—3月提高(百分点)', '软件业务收入|—|0.7', '电信业务收入|4|-1']
    expect(read(tableOf('2024年1—4月', lines)).rows[0]).toBe(
      'software_revenue CN 2024-01/2024-04 growth_change_pp 0.7pp',
    )
  })

  test('is a change of a ratio under 净增, as in a text', () => {
    const lines = ['指标|2023年末|比上年末净增', '移动电话普及率(部/百人)|127|4.6']
    expect(of(...lines)[1]).toBe('mobile_phone_penetration CN 2023-12 level_change 4.6部/百人')
  })

  test('falls under 净减 and 降幅', () => {
    const lines = ['指标|2023年末|净减|降幅(%)', '固定电话用户(万户)|17300|606|3.4']
    expect(of(...lines).slice(1)).toEqual([
      'fixed_phone_users CN 2023 net_add -606万户',
      'fixed_phone_users CN 2023-12 yoy_pct -3.4%',
    ])
  })

  test('is a row of its own below its subject', () => {
    const lines = ['指标|1—3月|1—4月', '软件业务收入(亿元)|28020|37972', '同比增长(%)|11.9|11.6']
    expect(of(...lines).slice(2)).toEqual([
      'software_revenue CN 2024-Q1 yoy_pct 11.9%',
      'software_revenue CN 2024-01/2024-04 yoy_pct 11.6%',
    ])
  })
})

describe('a number of a table is refused', () => {
  const one = (caption: string, head: string, row: string) => read(tableOf(caption, [`指标|${head}`, row]))

  test.each([
    ['without a period', '', '数值(亿元)', '软件业务收入|100', 'no-period'],
    ['without a unit', '2023年', '数值', '软件业务收入|100', 'unit-does-not-fit'],
    ['in a unit of another kind', '2023年', '数值(万户)', '软件业务收入|100', 'unit-does-not-fit'],
    [
      'where growth may be an amount',
      '2023年 单位：亿元',
      '同比增长',
      '软件业务收入|100',
      'unit-does-not-fit',
    ],
    [
      'in a column that says something else',
      '2023年',
      '可比口径(亿元)',
      '软件业务收入|100',
      'unknown-subject',
    ],
    ['in a row that the catalogue lacks', '2023年', '数值(亿元)', '量子软件收入|100', 'unknown-subject'],
    ['as a share of who knows what', '2023年', '占比(%)', '软件业务收入|60', 'unknown-reference'],
    ['for some enterprises only', '2023年重点企业指标', '数值(亿元)', '软件业务收入|100', 'part-of-subject'],
    ['before it can be known', '2030年', '数值(亿元)', '软件业务收入|100', 'no-period'],
    ['where it is no plain number', '2023年', '数值(亿元)', '软件业务收入|100/90', 'not-an-observation'],
  ])('%s', (_, caption, head, row, because) => {
    const filler = '软件业务收入|—'
    const { rows, refused } = read(tableOf(caption, [`指标|${head}`, row, filler]))
    expect(rows).toEqual([])
    if (because !== 'not-an-observation') expect(refused).toEqual([because])
    expect(one(caption, head, filler)).toEqual({ rows: [], refused: [] })
  })

  test.each([
    ['of a subject that nobody knows as a change of what', '数值(亿元)|提高(百分点)', 'unknown-change'],
    ['as an amount since nobody knows when', '数值(亿元)|增加额(亿元)', 'unknown-change'],
    ['as an addition to what begins anew each year', '数值(亿元)|净增(亿元)', 'unknown-change'],
    ['as the progress of a plan', '数值(亿元)|完成率(%)', 'progress'],
  ])('%s', (_, head, because) => {
    const { rows, refused } = read(tableOf('2023年', [`指标|${head}`, '软件业务收入|100|7']))
    expect(rows).toHaveLength(1)
    expect(refused).toEqual([because])
  })

  test('where all regions together are a share of the nation: it is itself', () => {
    const lines = ['指标|占全国比重(%)', '软件业务收入|100']
    expect(read(tableOf('2023年', lines))).toEqual({ rows: [], refused: ['not-an-observation'] })
  })

  test('where growth could be that of either column', () => {
    const lines = ['指标|当月|累计|同比增长(%)', '软件业务收入|100|400|5']
    expect(read(tableOf('2024年4月 单位：亿元', lines)).refused).toEqual(['no-subject'])
  })

  test('where a row of growth could be that of either row above', () => {
    const lines = ['指标|数值', '软件业务收入(亿元)|100', '利润总额(亿元)|9', '增速(%)|5']
    const { rows, refused } = read(tableOf('2023年软件业', lines))
    expect(rows).toHaveLength(2)
    expect(refused).toEqual(['no-subject'])
  })

  test('where a share in a table of regions could be of the whole or of the nation', () => {
    const lines = ['地区|5G基站(万个)|占比(%)', '北京|14|30']
    expect(read(tableOf('2023年', lines)).refused).toEqual(['unknown-reference'])
  })

  test('where the words say down and the number says it again', () => {
    const lines = ['指标|2023年末|净减', '固定电话用户(亿户)|1.7|-0.06']
    expect(read(tableOf('', lines)).refused).toEqual(['unknown-change'])
  })

  test('where it stands without a header beside another', () => {
    const lines = ['软件业务收入(亿元)|100|5', '利润总额(亿元)|9|6']
    expect(read(tableOf('2023年', lines, 0)).refused).toEqual(Array(4).fill('no-subject'))
  })

  test('where names stand behind the figures under another heading', () => {
    const lines = ['地区|数值|省份|数值', '北京|100|上海|200']
    const { rows, refused } = read(tableOf('2023年软件业务收入 单位：亿元', lines))
    expect(rows).toEqual(['software_revenue 110000 2023 level 100亿元'])
    expect(refused).toEqual(['no-subject'])
  })
})

test('rows whose cells are all equal are numbers, not headings: each beside the first is refused', () => {
  expect(read(tableOf('', ['1|1|1', '1|1|1', '2.5%|2.5%|2.5%'], 0))).toEqual({
    rows: [],
    refused: [...Array.from({ length: 4 }, () => 'unknown-subject'), 'no-subject', 'no-subject'],
  })
})
