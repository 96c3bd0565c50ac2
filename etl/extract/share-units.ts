import type { Quantity } from '#data/language/token.ts'

/** 7.3 个和 5.2 个百分点, 114万、2310万和4008万公里, 2669和6325亿元, 3—5%. */
export function shareUnits(quantities: readonly Quantity[]): Quantity[] {
  const last = quantities.at(-1)
  if (!last) return []
  return quantities.map((quantity) => {
    const isPoint = last.unit === '个百分点' && quantity.unit === '个'
    if (quantity.unit !== '' && !isPoint) return quantity
    const isBare = quantity.unit === '' && quantity.scale === ''
    return { ...quantity, unit: last.unit, scale: isBare ? last.scale : quantity.scale }
  })
}
