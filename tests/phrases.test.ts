import { expect, test } from 'vitest'
import { rowsOfSentence } from './support/rows-of.ts'

const words = (list: string): readonly string[] => list.split(/\s+/)

/** What offices put before the verb of a level, and the verbs; those that stand for 约 or 近 too. */
const adverbs = words(
  '已 已经 均已 累计 现已 总计 共 合计 也 更是 首次 仍 历史性 总量 总数 规模 数量 已累计 成功 正式 率先 一举',
)
const levels =
  words(`超过 突破 达 达到 近 接近 超 为 逾 有 是 建成 开通 建成开通 增至 增加到 增长到 增长至 升至 攀升至
  稳定在 保持在 维持在 达到了 突破了 超过了 站上 扩大到 扩大至 提升至 提升到 上升至 上升到 发展到 发展至 累计达 约达 达约 高达
  多达 拥有 共有 逼近 近达 完成 减至 降至 降到 减少到 缩减至 回落至 有约 有近 约有 近有 来到 定格在 已达 已超 不足 不到 多于`)
const sincePeriods = words(
  '同比 比上年同期 较上年同期 与上年同期相比 比去年同期 较去年同期 同比去年 比上年 较上年 比同期 与去年同期比 相比去年同期 对比去年同期 较2022年同期 比2022年1—4月',
)
const growths =
  words(`增长 增加 增 上升 提高 提升 上涨 增幅为 增速为 增幅达 增速达 增长率为 实现增长 大幅增长 小幅增长 略增 微增
  净增长 增长了 增长约 增长近 增长超 增长超过 增幅超过 增速超 快速增长 保持增长 稳步增长 平稳增长 涨 多 扩大 跃升 激增 猛增 高速增长
  继续增长 强劲增长 增长达 增长达到 增速 增幅 攀升 回升 转为增长 由负转正增长 恢复性增长 微涨`)
const falls = words(
  '下降 减少 降低 下滑 回落 降 减 负增长 下跌 跌 降幅为 降幅达 减少了 下降了 略降 微降 小幅下降 萎缩 缩减 收缩 滑落 下降约 下降近 下降超 少 跌幅',
)
const sinceYearEnd = words(
  '比上年末 较上年末 比去年底 较年初 比年初 比上年底 比2022年末 较2022年底 与上年末相比 同上年末相比 相比上年末 比2022年12月末 较去年年底 比去年年末',
)
const additions = words(
  '净增 增加 净增加 新增 增长 多了 增加了 净增了 增 累计净增 共净增 净增长 累计新增 再增 净新增 扩大 净增约 净增近 净增超 净增超过',
)
const monthEnds =
  words(`4月末 截至4月末 截至4月底 截至今年4月底 截至2023年4月底 到4月底 4月底 截止4月底 截止到4月底 截至4月 今年4月末
  2023年4月末 截至4月30日 截至2023年4月30日 至4月末 统计到4月底 4月份末 截至本月末 本月末 截至四月底 四月末 今年四月底 到今年4月末 期末 于4月底 在4月底`)
const monthsSoFar =
  words(`1—4月 1-4月 1至4月 1到4月 前4月 前4个月 前四月 前四个月 今年前4个月 今年1—4月 2023年1—4月 今年以来 一至四月 1—4月份
  1—4月累计 截至4月末累计 年初以来 今年头四个月 头4个月 1月至4月 1月—4月 1～4月 1月1日至4月30日 今年前四月 截至4月`)
const sinceQuarter = words(
  '较1—3月 比1—3月 较一季度 比一季度 较前3个月 比前3月 与一季度相比 相比一季度 较前三个月',
)
const faster = words(
  '提高 提升 上升 加快 回升 高 高出 扩大 增加 加快了 提高了 上涨 快 提速 上扬 扩大了 回升了 上升了 提升了 走高 反弹',
)
const slower = words(
  '回落 下降 放缓 降低 减少 收窄 低 下滑 减缓 回落了 下降了 放缓了 收窄了 缩小 慢 滑落 减慢 降 走低 下跌',
)
const horizons = words(
  '到2026年 到2026年底 2026年底前 到2026年末 2026年 至2026年底 到2026年底前 截至2026年底 力争到2026年 计划到2026年底 2026年年底前 在2026年底前',
)
const aims =
  words(`力争 力争达到 达到 将达到 计划达到 突破 力争突破 要达到 目标为 目标是 目标达到 超过 争取达到 争取突破 确保达到 确保超过 拟达到
  达 实现 建成 力争建成 累计建成 总量达到 增至 增长到 发展到 不少于 不低于 达到约 至少达到 争取建成 计划建成 要建成 应达到 需达到 提升至 扩大到`)

const wholes = words(
  '全国 我国 中国 国内 全国范围内 我国的 三家基础电信企业 全行业 全国共有 全国拥有 累计 其中 同期， 此外， 据统计， 全国的 全国累计',
)

const base = 'base_stations_5g 310000 2023-04 level 37万个 actual'
const income = 'telecom_revenue CN 2023-01/2023-04'

interface Manner {
  readonly sentence: string
  readonly row: string
  readonly lists: readonly (readonly string[])[]
}

/** Each: a sentence with a gap for every list, and the row it must give whatever fills the gaps. */
const manners: readonly Manner[] = [
  { sentence: '4月末，上海5G基站__37万个。', row: base, lists: [['', ...adverbs], levels] },
  {
    sentence: '1—4月，全国电信业务收入5699亿元，__7.2%。',
    row: `${income} yoy_pct 7.2% actual`,
    lists: [sincePeriods, growths],
  },
  {
    sentence: '1—4月，全国电信业务收入5699亿元，__7.2%。',
    row: `${income} yoy_pct -7.2% actual`,
    lists: [sincePeriods, falls],
  },
  {
    sentence: '4月末，全国5G基站273.3万个，__42.2万个。',
    row: 'base_stations_5g CN 2023-01/2023-04 net_add 42.2万个 actual',
    lists: [sinceYearEnd, additions],
  },
  {
    sentence: '4月末，_移动电话用户17.07亿户。',
    row: 'mobile_phone_users CN 2023-04 level 17.07亿户 actual',
    lists: [wholes],
  },
  {
    sentence: '_全国5G基站__273.3万个。',
    row: 'base_stations_5g CN 2023-04 level 273.3万个 actual',
    lists: [monthEnds, ['', '总数'], ['', '达']],
  },
  {
    sentence: '_全国电信业务收入__5699亿元。',
    row: `${income} level 5699亿元 actual`,
    lists: [monthsSoFar, ['', '总量'], ['', '达']],
  },
  {
    sentence: '1—4月，电信业务收入5699亿元，同比增长7.2%，增速__0.5个百分点。',
    row: `${income} growth_change_pp 0.5pp actual`,
    lists: [sinceQuarter, faster],
  },
  {
    sentence: '1—4月，电信业务收入5699亿元，同比增长7.2%，增速__0.5个百分点。',
    row: `${income} growth_change_pp -0.5pp actual`,
    lists: [sinceQuarter, slower],
  },
  {
    sentence: '_，全国5G基站_450万个。',
    row: 'base_stations_5g CN 2026-12 level 450万个 target',
    lists: [horizons, aims],
  },
]

/** The first gap takes each word in turn while the others take their first, and so on: words do not depend on each other. */
function* fillings(lists: readonly (readonly string[])[]): Generator<readonly string[]> {
  for (const [at, list] of lists.entries())
    for (const word of list) yield lists.map((each, other) => (other === at ? word : (each[0] ?? '')))
}

test.each(manners)('$sentence is read as $row, whichever words fill it', async ({ sentence, row, lists }) => {
  const misread: string[] = []
  for (const filling of fillings(lists)) {
    const gaps = [...filling]
    const said = sentence.replace(/_/g, () => gaps.shift() ?? '')
    if (!(await rowsOfSentence(said)).includes(row)) misread.push(said)
  }
  expect(misread).toEqual([])
})
