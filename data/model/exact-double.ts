import { Decimal } from 'decimal.js'

/** Decimals kept in base units. */
const decimalsKept = 8

/** Whether a number of the database says exactly this decimal: the shortest decimal of the double is the decimal itself. */
export const isExactDouble = (decimal: Decimal): boolean => {
  const kept = decimal.toDecimalPlaces(decimalsKept, Decimal.ROUND_HALF_UP)
  return new Decimal(kept.toNumber()).eq(kept)
}

/**
 * The double that stands for a decimal in the database.
 * @throws when another decimal than this would be read back; what is published was checked before.
 */
export function exactDouble(decimal: Decimal): number {
  if (!isExactDouble(decimal)) throw new Error(`no double is exactly ${decimal.toFixed()}`)
  return decimal.toDecimalPlaces(decimalsKept, Decimal.ROUND_HALF_UP).toNumber()
}
