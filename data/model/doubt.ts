import type { Text } from './language.ts'

/** Why a number read from a document waits for a person, although nothing is missing to read it. */
export const doubts = {
  'contradicts-known': {
    zh: '与已发布的同一数值不符',
    en: 'Disagrees with the published figure of the same fact',
  },
  'contradicts-itself': { zh: '同一文件中前后不一', en: 'The document says two things of one fact' },
  'breaks-identity': { zh: '与其他数值的关系不成立', en: 'An identity with other figures does not hold' },
  'off-course': { zh: '偏离该序列已发布数值的走势', en: 'Far from the course of the published figures' },
  'out-of-range': { zh: '超出该指标的常见范围', en: 'Outside the usual range of the indicator' },
  'lone-region': {
    zh: '地区只由上下文推定，与全文其他数值不同',
    en: 'Only the context names its region, unlike all others of the text',
  },
  'before-period': { zh: '发布日期早于数据时期', en: 'Issued before its period had ended' },
} as const satisfies Record<string, Text>

export type Doubt = keyof typeof doubts

export const isDoubt = (code: string): code is Doubt => code in doubts
