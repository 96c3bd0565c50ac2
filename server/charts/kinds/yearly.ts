import type { ChartKind } from '../chart-kind.ts'
import { hasYears } from '../points/years-drawn.ts'
import { usualHeight } from '../typography.ts'
import { describeYearly } from '../words/yearly-words.ts'

/** 逐年对照: the months of each year over one another, the latest year foremost. */
export const yearly: ChartKind = {
  id: 'yearly',
  fits: hasYears,
  describe: describeYearly,
  heightOf: usualHeight,
}
