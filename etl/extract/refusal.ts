/** Why a number of a text is no figure, in the words of the report. */
export const refusedBecause = {
  'unknown-subject': '数字前的名词不在目录中',
  'part-of-subject': '只涉及部分省份、企业',
  progress: '目标的完成进度',
  'a-condition': '奖补、申报的条件',
  abroad: '境外或全球的数字',
  'no-subject': '没有说明是哪个指标',
  'list-does-not-fit': '并列的数字与并列的主体个数不同',
  'unknown-change': '百分点的变化无所归属',
  'no-period': '时期无从得知',
  'no-region': '“我省”“全市”所指不明',
  'unit-does-not-fit': '单位与指标不符',
  'unreadable-number': '数字的写法未能读全',
  'total-or-addition': '说不清是期内新增还是期末总量',
  'unknown-reference': '对比或占比对象不在目录中',
  'not-an-observation': '不成为一条有效的观测',
  'span-of-years': '多年合计或年均',
  'odd-span': '起止时间不合为一个统计期',
} as const
export type RefusedBecause = keyof typeof refusedBecause
