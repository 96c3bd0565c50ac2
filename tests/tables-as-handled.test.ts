import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { readDocument } from '#etl/sources/read-document.ts'
import { xlsFile } from './support/xls-file.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))

type Rows = readonly (readonly string[])[]

/** The same rows of cells as a file of each kind that has cells. */
const sheets: Readonly<Record<string, (rows: Rows) => Uint8Array | Promise<Uint8Array>>> = {
  'a.csv': (rows) => encode(rows.map((row) => row.map(quote).join(',')).join('\n')),
  'a.xlsx': (rows) => writeXlsx({ sheets: [{ name: 'Sheet1', rows: rows.map((row) => row.map(toValue)) }] }),
  'a.xls': (rows) =>
    xlsFile({ sheets: [{ name: 'Sheet1', rows: rows.map((row) => row.map((text) => toValue(text))) }] }),
}
const kinds = Object.keys(sheets)

const encode = (text: string) => new TextEncoder().encode(text)
const quote = (text: string) => (/[,"\n]/.test(text) ? `"${text}"` : text)
const toValue = (text: string) =>
  text === '' ? null : /^-?\d{1,9}(?:\.\d*[1-9])?$/.test(text) ? Number(text) : text

async function read(name: string, content: Uint8Array | string) {
  const bytes = typeof content === 'string' ? encode(content) : content
  const { rows, refusals } = extractDocument(await readDocument(bytes, name), lexicon)
  return {
    rows: rows.map((row) =>
      [row.indicator, row.region, row.period, row.measure, row.value + row.unit].join(' '),
    ),
    refused: refusals.map(({ because, quote: words }) => `${because} ${words}`),
  }
}

const readCsv = async (...lines: string[]) => read('a.csv', lines.join('\n'))
const readSheet = async (name: string, rows: Rows) => read(name, (await sheets[name]?.(rows)) ?? '')

function orders<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}

const subsets = (count: number) =>
  Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, at) => ((bits >> at) & 1) === 1),
  )

describe('a panel, each row one number', () => {
  const columns = {
    指标: ['软件业务收入', '移动电话用户', '软件业务出口'],
    地区: ['北京市', '上海市', '内蒙古自治区'],
    年份: ['2023', '2024', '2023'],
    数值: ['26693.27', '4600', '7897'],
    单位: ['亿元', '万户', '万美元'],
  }
  const expected = [
    'software_revenue 110000 2023 level 26693.27亿元',
    'mobile_phone_users 310000 2024-12 level 4600万户',
    'software_export 150000 2023 level 7897万美元',
  ]

  test.each(orders(Object.entries(columns)))('in the order %j %j %j %j %j', async (...order) => {
    const lines = [0, 1, 2].map((at) => order.map(([, cells]) => cells[at]).join(','))
    expect(await readCsv(order.map(([head]) => head).join(','), ...lines)).toEqual({
      rows: expected,
      refused: [],
    })
  })

  test('with a name that the catalogue lacks is refused by that name', async () => {
    const { rows, refused } = await readCsv(
      '指标,地区,年份,数值,单位',
      '量子软件收入,北京市,2023,5,亿元',
      '软件业务收入,新疆生产建设兵团,2023,6,亿元',
      '软件业务收入,新疆维吾尔自治区,2023,27.82,亿元',
    )
    expect(rows).toEqual(['software_revenue 650000 2023 level 27.82亿元'])
    expect(refused).toEqual([
      'unknown-subject 量子软件收入 北京市 2023 数值 5',
      'unknown-subject 软件业务收入 新疆生产建设兵团 2023 数值 6',
    ])
  })
})

describe('codes beside the regions are no figures', () => {
  const codes = {
    '6 digits': ['110000', '150000'],
    '9 digits': ['110000000', '150000000'],
    '12 digits': ['110000000000', '150000000000'],
  }
  const heads = ['代码', '行政区划代码', '省辖市代码', 'adcode', '']
  const all = Object.entries(codes).flatMap(([length, own]) =>
    heads.map((head) => [length, head, own] as const),
  )

  test.each(all)('%s under 「%s」, on the left or on the right', async (_, head, [first, second]) => {
    const rows = [
      'software_revenue 110000 2023 level 26693.27亿元',
      'software_revenue 150000 2023 level 9.42亿元',
    ]
    const left = [
      `${head},省份,年份,软件业务收入（亿元）`,
      `${first},北京市,2023,26693.27`,
      `${second},内蒙古自治区,2023,9.42`,
    ]
    const right = [
      `省份,${head},年份,软件业务收入（亿元）`,
      `北京市,${first},2023,26693.27`,
      `内蒙古自治区,${second},2023,9.42`,
    ]
    expect(await readCsv(...left)).toEqual({ rows, refused: [] })
    expect(await readCsv(...right)).toEqual({ rows, refused: [] })
  })

  test('but figures of six digits are', async () => {
    const { rows } = await readCsv('地区,2023年软件业务收入（万元）', '山西省,112460', '内蒙古自治区,310942')
    expect(rows).toEqual([
      'software_revenue 140000 2023 level 112460万元',
      'software_revenue 150000 2023 level 310942万元',
    ])
  })
})

describe('the period of a row', () => {
  test.each(['年份', '年度', '年', '时间', '统计年份', 'year'])('is the bare year under %s', async (head) => {
    const { rows } = await readCsv(
      `地区,${head},软件业务收入（亿元）`,
      '北京市,2023,26693.27',
      '北京市,2022,22497.4',
    )
    expect(rows).toEqual([
      'software_revenue 110000 2023 level 26693.27亿元',
      'software_revenue 110000 2022 level 22497.4亿元',
    ])
  })

  test.each(['2024-05', '202405', '2024.05', '2024/5', '2024年5月'])(
    'is the month %s under 月份',
    async (month) => {
      const { rows } = await readCsv(
        '月份,地区,移动电话用户（万户）',
        `${month},北京市,4100`,
        `${month},上海市,4600`,
      )
      expect(rows).toEqual([
        'mobile_phone_users 110000 2024-05 level 4100万户',
        'mobile_phone_users 310000 2024-05 level 4600万户',
      ])
    },
  )

  test('is put together of 年份 and 月份, or 年份 and 季度', async () => {
    const { rows } = await readCsv(
      '年份,月份,地区,软件业务收入（亿元）',
      '2024,1,北京市,1800',
      '2024,12,北京市,3000',
    )
    expect(rows).toEqual([
      'software_revenue 110000 2024-01 level 1800亿元',
      'software_revenue 110000 2024-12 level 3000亿元',
    ])
    const quarters = await readCsv('年份,季度,地区,软件业务收入（亿元）', '2024,2,北京市,1800')
    expect(quarters.rows).toEqual(['software_revenue 110000 2024-04/2024-06 level 1800亿元'].map(asQuarter))
  })

  test('is nothing else that stands under 季度, nor that of the title where its own is left out', async () => {
    const { rows, refused } = await readCsv(
      '2024年软件业务收入（亿元）',
      '季度,地区,数值',
      'Q1,北京市,1800',
      '二,北京市,1900',
      ',北京市,2000',
    )
    expect(rows).toEqual(['software_revenue 110000 2024-Q1 level 1800亿元'])
    expect(refused).toEqual(['unknown-subject 二 北京市 数值 1900', 'unknown-subject 北京市 数值 2000'])
  })

  test.each([
    ['2023年', '2022年', '2023', '2022'],
    ['2023', '2022', '2023', '2022'],
    ['202305', '202306', '2023-05', '2023-06'],
    ['2023-05', '2023-06', '2023-05', '2023-06'],
  ])('is that of its column: %s, %s', async (first, second, one, other) => {
    const { rows } = await readCsv(
      '软件业务收入（万元）',
      `地区,${first},${second}`,
      '北京市,300400,100200.5',
    )
    expect(rows).toEqual([
      `software_revenue 110000 ${one} level 300400万元`,
      `software_revenue 110000 ${other} level 100200.5万元`,
    ])
  })

  test.each(['时间', '年份', '年度', '报告期', '时期'])('is that of the line %s：', async (word) => {
    const of = (period: string) =>
      readCsv(
        `数据库：分省数据 `,
        `${word}：${period} `,
        '地区\t,软件业务收入 (万元) \t,',
        '北京市\t,100\t,',
        '数据来源：国家统计局',
      )
    expect(await of('2023年')).toEqual({ rows: ['software_revenue 110000 2023 level 100万元'], refused: [] })
    expect((await of('2024年5月')).rows).toEqual(['software_revenue 110000 2024-05 level 100万元'])
    expect((await of('2024年1—5月')).rows).toEqual(['software_revenue 110000 2024-01/2024-05 level 100万元'])
  })
})

const asQuarter = (row: string) => row.replace('2024-04/2024-06', '2024-Q2')

describe.each(kinds)('%s: empty rows', (name) => {
  const head = [['2023年分地区软件业务收入'], ['单位：亿元'], ['地　区', '软件业务\n收    入', '利润总额']]
  const body = [
    ['全    国', '123258', '14591'],
    ['北　京', '26693.27', '2500'],
    ['天    津', '3119.48', '—'],
    ['西  藏', '', '…'],
    ['内蒙古', '9.42', '0.5'],
  ]
  const rows = [
    'software_revenue CN 2023 level 123258亿元',
    'software_profit CN 2023 level 14591亿元',
    'software_revenue 110000 2023 level 26693.27亿元',
    'software_profit 110000 2023 level 2500亿元',
    'software_revenue 120000 2023 level 3119.48亿元',
    'software_revenue 150000 2023 level 9.42亿元',
    'software_profit 150000 2023 level 0.5亿元',
  ]

  test('anywhere below the title change nothing', async () => {
    for (const gaps of subsets(body.length + 2)) {
      const lines = [...head, ...body].flatMap((row, at) => (gaps[at - 2] ? [row, []] : [row]))
      expect(await readSheet(name, [...lines, ['资料来源：国家统计局']])).toEqual({ rows, refused: [] })
    }
  })

  test.each([[[[]]], [[]]])('or none part a second table with its own title', async (gap) => {
    const first = [
      ['2024年1—4月软件业主要指标'],
      ['指标', '累计（亿元）', '同比增长（%）'],
      ['软件业务收入', '38027', '11.6'],
    ]
    const second = [
      ['2024年1—5月软件业主要指标'],
      ['指标', '累计（亿元）', '同比增长（%）'],
      ['软件业务收入', '49317', '11.6'],
    ]
    expect(await readSheet(name, [...first, ...gap, ...second])).toEqual({
      rows: [
        'software_revenue CN 2024-01/2024-04 level 38027亿元',
        'software_revenue CN 2024-01/2024-04 yoy_pct 11.6%',
        'software_revenue CN 2024-01/2024-05 level 49317亿元',
        'software_revenue CN 2024-01/2024-05 yoy_pct 11.6%',
      ],
      refused: [],
    })
  })

  test('do not give the header of one table to figures under another title', async () => {
    const first = [['2023年软件业务收入'], ['地区', '数值（亿元）'], ['北京', '26693.27']]
    const { rows: found } = await readSheet(name, [...first, [], ['表2 利润总额'], ['北京', '2500']])
    expect(found).toEqual(['software_revenue 110000 2023 level 26693.27亿元'])
  })
})

describe('a header over several rows', () => {
  const rows = [
    'software_revenue 110000 2023 level 26693.27亿元',
    'software_revenue 110000 2023 yoy_pct 17.7%',
    'software_profit 110000 2023 level 2500亿元',
    'software_profit 110000 2023 yoy_pct 5.1%',
  ]
  const figures = '北京市,26693.27,17.7,2500,5.1'

  test('has names over several columns that were merged', async () => {
    const heads = [
      '地区,软件业务收入（亿元）,,利润总额（亿元）,',
      ',本期累计,同比增长（%）,本期累计,同比增长（%）',
    ]
    expect(await readCsv('2023年软件业', ...heads, figures)).toEqual({ rows, refused: [] })
  })

  test('has three rows, or a name broken over them', async () => {
    const three = [',2023年,,,', '地区,软件业务收入,,利润总额,', ',亿元,增长（%）,亿元,增长（%）']
    expect(await readCsv('软件业', ...three, figures)).toEqual({ rows, refused: [] })
    const broken = ['地区,软件业务,同比,利润,同比', ',收入,增长,总额,增长', ',（亿元）,（%）,（亿元）,（%）']
    expect(await readCsv('2023年软件业', ...broken, figures)).toEqual({ rows, refused: [] })
  })

  test('of a text is broken over its lines', async () => {
    const text = `2023年分地区软件业

地区          软件业务        利润总额
              收入（亿元）    （亿元）
北京市        26693.27        2500
天津市        3119.48         260
全国总计      123258          14591
`
    expect((await read('a.txt', text)).rows).toEqual([
      'software_revenue 110000 2023 level 26693.27亿元',
      'software_profit 110000 2023 level 2500亿元',
      'software_revenue 120000 2023 level 3119.48亿元',
      'software_profit 120000 2023 level 260亿元',
      'software_revenue CN 2023 level 123258亿元',
      'software_profit CN 2023 level 14591亿元',
    ])
  })

  test('that is printed again on the next page is none of the figures', async () => {
    const head = '地区,2023年软件业务收入（亿元）'
    expect(await readCsv(head, '北京市,26693.27', head, '天津市,3119.48')).toEqual({
      rows: [
        'software_revenue 110000 2023 level 26693.27亿元',
        'software_revenue 120000 2023 level 3119.48亿元',
      ],
      refused: [],
    })
  })
})

describe('a total', () => {
  test.each(['全国', '全国总计', '全国合计', '全  国'])('%s is of the nation', async (total) => {
    const { rows } = await readCsv(
      '2023年软件业务收入（亿元）',
      '地区,数值',
      `${total},123258`,
      '北京市,26693.27',
    )
    expect(rows[0]).toBe('software_revenue CN 2023 level 123258亿元')
  })

  test('合计 below a region without figures is not of that region', async () => {
    const { rows, refused } = await readCsv(
      '2023年软件业务收入（亿元）',
      '地区,数值',
      '北京市,26693.27',
      '西藏自治区,',
      '合计,26693',
    )
    expect(rows).toEqual(['software_revenue 110000 2023 level 26693.27亿元'])
    expect(refused).toEqual(['no-region 合计 数值 26693'])
  })
})

test('the number of a table is no figure', async () => {
  for (const number of ['16-38', '16—38', '5-2-1', '表5-2', '表16-38', '附表3'])
    expect(
      await readCsv(`${number}  分地区软件业务收入 (2023年)`, '地区,数值（亿元）', '北京市,26693.27'),
    ).toEqual({
      rows: ['software_revenue 110000 2023 level 26693.27亿元'],
      refused: [],
    })
})

test('全省 of nowhere is not the nation', async () => {
  const { rows, refused } = await readCsv(
    '指标,2023年（万户）',
    '全省移动电话用户,4659.4',
    '固定电话用户,225.6',
  )
  expect(rows).toEqual(['fixed_phone_users CN 2023-12 level 225.6万户'])
  expect(refused).toEqual(['no-region 全省移动电话用户 2023年（万户） 4659.4'])
})
