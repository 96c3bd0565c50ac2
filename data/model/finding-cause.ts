import type { Text } from './language.ts'

/** Why a finding stands although two statements do not meet: what a person found when they looked at it. */
export const findingCauses = {
  as_printed: { zh: '来源如此，未见说明', en: 'Printed so; no explanation found' },
  verified_later: { zh: '快报数后经年报核实', en: 'Express figures, verified later' },
  local_figure: { zh: '地方发布与全国汇编不同', en: 'A local office prints another figure than the nation' },
  other_scope: { zh: '统计范围或截止时点不同', en: 'Another scope or day' },
  rebased: { zh: '上年基数重定', en: 'The base of the year before was re-set' },
  misprint: { zh: '疑为来源误印或截尾', en: 'Probably misprinted or cut off by the source' },
} as const satisfies Record<string, Text>

export type FindingCause = keyof typeof findingCauses
export const findingCauseCodes = Object.keys(findingCauses) as [FindingCause, ...FindingCause[]]
