import { expect, test } from 'vitest'
import { rowsOf } from './support/rows-of.ts'

const words = (list: string): readonly string[] => list.split(/\s+/)

const soFar =
  words(`本期累计 累计 1—10月累计 1-10月 本年累计 自年初累计 本月止累计 本年本月止累计到达 绝对数 绝对值 总量 数值 指标值 完成 实绩
  完成额 累计完成 累计值 金额 收入 规模 2023年1—10月 本期 1～10月份 今年累计 本年累计数 累计数 本年实际 累计实绩 期末累计 1至10月
  1-10月累计值 合计 累计金额 本年 前10个月 1-10月实绩 本期数 本期值 累计总量 完成情况 累计完成额 业务收入 今年1-10月 报告期 年初至今
  数量 2023.1-10 2023年1-10 累计收入 总额 总计 期末值 数据`)
const growths =
  words(`同比增减% 同比增长(%) 同比±% 比上年同期增长(%) 增速 增速(%) 同比(%) 增长% 增幅(%) 比上年同期累计（±%） 增长率 增减(%)
  同比增速 ±% 比去年同期增长% 较上年同期增减% 较上年同期±% 同比增幅 同比变化(%) 同比变动(%) 同比增长率 比上年同期±% 比上年增长(%)
  较上年增长% 增长速度 增速％ 累计增长(%) 累计增速 增减% 增减幅度 同比(±%) 比同期增长% 与上年同期比% 同比涨幅 增长幅度(%) 累计±%
  累计同比% 同比增(%) 增/减% 涨幅 YoY(%) yoy% 名义增速(%) 同比增长情况`)
const months = words(
  '本月 当月 10月 10月份 10月当月 本月数 当月值 本月完成 2023年10月 当月完成 本月实绩 本月值 单月 10月单月 10月值 当月数 当月实绩 本月金额 本月发生',
)
const monthGrowths = words('当月同比增长(%) 本月同比% 当月增速 本月比上年同月±% 当月增长% 当月同比%')
const monthEnds =
  words(`期末数 月末数 10月末 期末到达 到达 月末到达数 本月末到达 累计到达 期末 本月末 10月末到达数 期末值 期末用户数 到达数 存量
  数量 总数 用户数 2023年10月末 截至10月末 本期末 10月底 期末累计 月末用户 期末总数 户数 累计到达数`)
const additions =
  words(`比上年末净增 净增 本年净增 累计净增 比年初净增 较上年末净增 比上年末增加 新增 净增数 比上年末净增减 本年累计净增 当年净增
  较年初净增 比上年底净增 净增加 净增用户 本年新增 累计新增`)
const places =
  words(`地区 省份 省市 省（市、区） 地区名称 省区市 区域 单位 各省 分地区 省份名称 地 行政区 城市 名称 所在地 省/市 地区（省） 项目
  省(自治区、直辖市) 统计地区 区划 指标 市（州） 地域`)

const income = 'software_revenue CN 2023-01/2023-10'
const month = 'software_revenue CN 2023-10'
const users = 'mobile_phone_users CN 2023'

interface Header {
  readonly name: string
  readonly words: readonly string[]
  table(word: string): string
  readonly rows: readonly string[]
}

const headers: readonly Header[] = [
  {
    name: 'of a level of months so far',
    words: soFar,
    table: (word) =>
      `2023年1—10月软件业主要指标,,,\n指标,单位,${word},同比增长%\n软件业务收入,亿元,98191,13.7\n利润总额,亿元,11426,13.8\n`,
    rows: [`${income} level 98191亿元 actual`, `${income} yoy_pct 13.7% actual`],
  },
  {
    name: 'of growth',
    words: growths,
    table: (word) =>
      `2023年1—10月软件业主要指标,,,\n指标,单位,累计,${word}\n软件业务收入,亿元,98191,13.7\n利润总额,亿元,11426,13.8\n`,
    rows: [`${income} level 98191亿元 actual`, `${income} yoy_pct 13.7% actual`],
  },
  {
    name: 'of a month behind the months so far',
    words: months,
    table: (word) =>
      `2023年1—10月软件业主要指标,,,,\n指标,单位,累计,同比增长%,${word},同比增长%\n软件业务收入,亿元,98191,13.7,9888,12.1\n`,
    rows: [
      `${income} yoy_pct 13.7% actual`,
      `${month} level 9888亿元 actual`,
      `${month} yoy_pct 12.1% actual`,
    ],
  },
  {
    name: 'of the growth of a month',
    words: monthGrowths,
    table: (word) =>
      `2023年1—10月软件业主要指标,,,,\n指标,单位,当月,${word},累计,累计同比%\n软件业务收入,亿元,9888,12.1,98191,13.7\n`,
    rows: [
      `${income} yoy_pct 13.7% actual`,
      `${month} level 9888亿元 actual`,
      `${month} yoy_pct 12.1% actual`,
    ],
  },
  {
    name: 'of a level at the end of a month',
    words: monthEnds,
    table: (word) =>
      `2023年10月通信业主要指标,,,\n指标,单位,${word},比上年末净增\n移动电话用户,万户,172600,4300\n固定电话用户,万户,17500,-400\n`,
    rows: [`${users}-10 level 172600万户 actual`, `${users}-01/2023-10 net_add 4300万户 actual`],
  },
  {
    name: 'of additions since the end of the year',
    words: additions,
    table: (word) =>
      `2023年10月通信业主要指标,,,\n指标,单位,期末到达,${word}\n移动电话用户,万户,172600,4300\n固定电话用户,万户,17500,-400\n`,
    rows: [`${users}-10 level 172600万户 actual`, `${users}-01/2023-10 net_add 4300万户 actual`],
  },
  {
    name: 'of regions',
    words: places,
    table: (word) =>
      `2023年1—10月软件业务收入分地区情况（单位：亿元）,,\n${word},累计,同比增长%\n北京,21000,13.7\n广东,18000,10.1\n江苏,12000,9.9\n`,
    rows: ['software_revenue 440000 2023-01/2023-10 level 18000亿元 actual'],
  },
]

test.each(headers)('headers $name are read, whatever they are called', async ({ words, table, rows }) => {
  const misread: string[] = []
  for (const word of words) {
    const read = await rowsOf(table(word), 'headings.csv')
    if (!rows.every((row) => read.includes(row))) misread.push(`${word}: ${read.join('; ')}`)
  }
  expect(misread).toEqual([])
})
