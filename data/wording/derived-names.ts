import type { Method, Transform } from '#data/model/derive/derived.ts'
import type { Text } from '#data/model/language.ts'

/** What stands beside every number that nobody printed. */
export const derivedWord: Text = { zh: '推算', en: 'Derived' }

/** What stands beside a number whose parents are of different 口径. */
export const acrossBreak: Text = { zh: '跨口径调整', en: 'Across a break in series' }

/** How a number was made. */
export const methodWords: Readonly<Record<Method, Text>> = {
  decumulate: { zh: '相邻两期累计值相减', en: 'difference of two cumulative figures' },
  quarter: { zh: '相邻两季累计值相减', en: 'difference of two cumulative figures a quarter apart' },
  implied_base: { zh: '由数值和公布的同比倒推上年同期', en: 'level divided by its published growth' },
  prior_stock: { zh: '由期末数减去公布的净增', en: 'stock less its published net additions' },
  change: { zh: '与对比期的数值相减', en: 'difference from the figure it is held against' },
  pct_change: { zh: '两期数值之差除以对比期', en: 'difference in percent of the figure it is held against' },
  yoy: { zh: '与上年同期的数值相除', en: 'level over that of the same period a year before' },
  share: { zh: '除以整体的数值', en: 'level over that of the whole' },
  per_head: { zh: '除以当年末常住人口', en: 'level over the resident population at the end of the year' },
  per_gdp: { zh: '除以当年地区生产总值', en: 'level over gross domestic product of the year' },
  regions_sum: {
    zh: '各省之和，缺数省份按零至最小一省计入区间',
    en: 'sum of the provinces; those missing widen the interval by up to the smallest of them',
  },
  index: { zh: '与基期的数值相除，基期为100', en: 'level over that of the base period, which is 100' },
  cagr: { zh: '两期数值之间的年均增长', en: 'average growth a year between two levels' },
}

/** How a number is reckoned from its parents, A and B in their order; of a sum from all of them. */
export const methodFormulas: Readonly<Record<Method, string>> = {
  decumulate: 'A − B',
  quarter: 'A − B',
  implied_base: 'A ÷ (1 + B ÷ 100)',
  prior_stock: 'A − B',
  change: 'A − B',
  pct_change: '(A ÷ B − 1) × 100',
  yoy: '(A ÷ B − 1) × 100',
  share: 'A ÷ B × 100',
  per_head: 'A ÷ B',
  per_gdp: 'A ÷ B × 100',
  regions_sum: 'A + B + …',
  index: 'A ÷ B × 100',
  cagr: '((A ÷ B) ^ (12 ÷ n) − 1) × 100',
}

/** What a transform is called where it is chosen. */
export const transformWords: Readonly<Record<Transform, Text>> = {
  none: { zh: '不变换', en: 'As published' },
  change: { zh: '变化', en: 'Change' },
  pct_change: { zh: '变化率', en: 'Change in %' },
  yoy: { zh: '同比（推算）', en: 'On a year (derived)' },
  index: { zh: '指数', en: 'Index' },
  share: { zh: '占比', en: 'Share' },
  per_head: { zh: '人均', en: 'Per head' },
  per_gdp: { zh: '与GDP之比', en: 'Per GDP' },
  decumulate: { zh: '还原单月', en: 'Single periods' },
  implied_base: { zh: '可比基数', en: 'Comparable base' },
}

/** What a transform makes of an indicator: `软件业务收入推算同比`. */
export const transformNames: Readonly<
  Record<Exclude<Transform, 'none'>, (name: string, of: string | undefined) => Text>
> = {
  change: (name) => ({ zh: `${name}变化`, en: `${name}, change` }),
  pct_change: (name) => ({ zh: `${name}变化率`, en: `${name}, change in percent` }),
  yoy: (name) => ({ zh: `${name}推算同比`, en: `${name}, derived growth on a year earlier` }),
  index: (name) => ({ zh: `${name}指数`, en: `${name}, index` }),
  share: (name, of) => ({
    zh: `${name}占${of ?? '整体'}比重`,
    en: `${name} as a share of ${of ?? 'the whole'}`,
  }),
  per_head: (name) => ({ zh: `人均${name}`, en: `${name} per head` }),
  per_gdp: (name) => ({ zh: `${name}与地区生产总值之比`, en: `${name} in percent of GDP` }),
  decumulate: (name) => ({ zh: `${name}（由累计还原）`, en: `${name}, from cumulative figures` }),
  implied_base: (name) => ({ zh: `${name}可比基数`, en: `${name}, comparable base` }),
}
