import type { Observation } from '#data/model/observation.ts'
import { formatPeriod } from '#data/wording/period-text.ts'

/** 2024年1—4月 38027亿元（web-112:7）. */
export const sayStatement = ({ id, period, printedValue, printedUnit }: Observation): string =>
  `${formatPeriod(period, 'zh')} ${printedValue}${printedUnit}（${id}）`
