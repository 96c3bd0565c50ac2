import type { Text } from './language.ts'

/** What official figures must satisfy among each other. etl/check/identities finds what each claims. */
export const identityRules = {
  same_fact: { zh: '同一事实的两处数值相符', en: 'One fact printed twice agrees' },
  parts_sum: { zh: '分项之和等于总量', en: 'Parts add up to the whole' },
  within_whole: { zh: '分项不超过总量', en: 'A part is not larger than its whole' },
  shares_sum: { zh: '各部分占比之和为100%', en: 'Shares add up to 100%' },
  regions_sum: { zh: '各地区之和等于合计', en: 'Regions add up to their group' },
  wholes_sum: {
    zh: '由占比推算的各地区总量之和等于全国总量',
    en: 'Wholes implied by the shares of regions add up',
  },
  bases_sum: {
    zh: '由增速推算的各部分基数之和等于总量基数',
    en: 'Bases implied by growth add up to the base of the whole',
  },
  between: { zh: '总体值介于各部分之间', en: 'The whole lies between its parts' },
  share: { zh: '占比等于部分除以总量', en: 'A share is the part divided by the whole' },
  share_change: { zh: '占比变化等于两期占比之差', en: 'A change of share is the difference of two shares' },
  share_change_by_growth: {
    zh: '占比变化与两者增速相符',
    en: 'A change of share agrees with the growth of part and whole',
  },
  growth: { zh: '增速与两年的数值相符', en: 'Growth agrees with the levels of both years' },
  growth_change: {
    zh: '增速变化等于两期增速之差',
    en: 'A change of growth is the difference of two growths',
  },
  level_change: { zh: '数值变化等于两期数值之差', en: 'A change of level is the difference of two levels' },
  net_add: { zh: '净增等于两期存量之差', en: 'A net addition is the difference of two stocks' },
  net_add_base: {
    zh: '同年各期净增推出同一上年末存量',
    en: 'The net additions of a year imply one stock at its start',
  },
  net_add_growth: { zh: '净增与增速相符', en: 'A net addition agrees with the growth' },
  contribution: {
    zh: '拉动点数与部分、总量增速相符',
    en: 'A contribution agrees with the growth of part and whole',
  },
  spans_sum: { zh: '相接时段之和等于全时段', en: 'Adjoining spans add up' },
  monotone: { zh: '累计值只增不减', en: 'A cumulative figure never falls' },
  base_monotone: { zh: '推算的上年累计基数只增不减', en: 'The implied cumulative base never falls' },
  ratio: { zh: '比率等于分子除以分母', en: 'A ratio is its numerator divided by its denominator' },
  course: {
    zh: '数值落在前后两期之间的常态范围内',
    en: 'A figure lies near the line through its neighbours in time',
  },
  yearly_course: {
    zh: '各省年度数值不偏离自身走势',
    en: 'A province’s figure of a year keeps to its course',
  },
} as const satisfies Record<string, Text>

export type IdentityRule = keyof typeof identityRules
export const identityRuleCodes = Object.keys(identityRules) as [IdentityRule, ...IdentityRule[]]
