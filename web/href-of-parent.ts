import { printState, regionsFields, type TipParent } from '#server/charts/index.ts'

/** Where a parent stands: the document of a number, the comparison that shows every province of a sum; nowhere where it is not known. */
export function hrefOfParent({ source, summed }: Omit<TipParent, 'text'>): string | undefined {
  if (summed) {
    const { compilation, ...question } = summed
    return `/regions?${printState(regionsFields, { ...question, compilation: compilation || undefined, measure: 'level', group: 'provinces' })}`
  }
  return source === '' ? undefined : `/sources/${source}`
}
