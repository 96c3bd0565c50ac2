import { resolver, stated } from '../../resolve/resolver.ts'
import type { CellMention } from '../cell-mention.ts'
import { statusOf } from '../heading.ts'

/** 「2025年目标」, 「预计」 of a row or a column. */
export const mood = resolver<'mood', never, CellMention>({
  writes: 'mood',
  reads: [],
  examples: [
    [
      '| 指标 | 2026年目标 |\n|---|---|\n| 5G基站（万个） | 500 |',
      'base_stations_5g CN 2026-12 level 500万个 target',
    ],
  ],
  begin:
    () =>
    ({ cell: { stub, column } }) => {
      const status = statusOf(column.label) ?? statusOf(stub)
      return status && stated(status === 'target' ? 'aim' : 'expectation')
    },
})
