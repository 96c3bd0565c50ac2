import type { Qualifier } from '#data/model/observation.ts'
import type { Told } from './told.ts'
import { words } from './words.ts'

type Printed = Pick<Told, 'printedValue' | 'printedUnit' | 'qualifier' | 'unit'>

const before: Readonly<Record<Qualifier, string>> = {
  '': '',
  '~': words.about,
  '>': words.moreThan,
  '<': words.nearly,
  '>=': words.atLeastCounted,
  '<=': words.atMost,
}

/** Number and unit as printed, behind what limits them: 约3.8万亿元, 不少于20万架, 0.2个百分点. */
export function sayNumber(printed: Printed): string {
  const { qualifier, unit } = printed
  const limit = qualifier === '>=' && unit !== 'count' ? words.atLeastMeasured : before[qualifier]
  return limit + sayExact(printed)
}

/** Number and unit of a size that words of motion give its direction: 下降 0.4%. */
export const saySize = (printed: Printed) =>
  sayNumber({ ...printed, printedValue: printed.printedValue.replace(/^-/, '') })

/** Number and unit alone. */
export const sayExact = ({ printedValue, printedUnit }: Printed) =>
  printedValue + (printedUnit === 'pp' ? '个百分点' : printedUnit)

export const isZero = ({ printedValue }: Printed) => Number(printedValue) === 0
export const isNegative = ({ printedValue }: Printed) => Number(printedValue) < 0
