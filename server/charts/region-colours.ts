import type { Theme } from './palette.ts'

/** The nation, the zones and the clusters, in the order of the categorical colours. */
const regionOrder = ['CN', 'CN-EAST', 'CN-CENTRAL', 'CN-WEST', 'CN-NORTHEAST', 'CN-JJJ', 'CN-YRD', 'CN-GBA']

/**
 * The colour of the nation, the four zones and three clusters, for pictures that colour nothing smaller.
 * @returns undefined for provinces, cities and other groups, whose colours `ownColorOf` has.
 */
export function colorOfRegion(code: string, theme: Theme): string | undefined {
  return theme.categorical[regionOrder.indexOf(code)]
}

/** The mark of a region's points: two regions of one colour never share it. The square stands for 口径 and is not among them. */
const shapes = ['circle', 'triangle', 'diamond'] as const
export type Shape = (typeof shapes)[number]

type Place = readonly [color: number, shape: 0 | 1 | 2]

/**
 * A colour and a shape for each province. Provinces that touch, and those that are often held against each other (the
 * largest software provinces, the south-west, the hubs of computing), have different colours.
 */
const provinces: Readonly<Record<string, Place>> = {
  110000: [1, 0],
  120000: [6, 0],
  130000: [10, 0],
  140000: [2, 0],
  150000: [6, 1],
  210000: [4, 0],
  220000: [1, 1],
  230000: [11, 0],
  310000: [0, 0],
  320000: [11, 1],
  330000: [10, 1],
  340000: [3, 0],
  350000: [4, 1],
  360000: [0, 1],
  370000: [6, 2],
  410000: [9, 0],
  420000: [7, 0],
  430000: [4, 2],
  440000: [5, 0],
  450000: [10, 2],
  460000: [8, 0],
  500000: [2, 1],
  510000: [9, 1],
  520000: [7, 1],
  530000: [0, 2],
  540000: [1, 2],
  610000: [8, 1],
  620000: [5, 1],
  630000: [8, 2],
  640000: [11, 2],
  650000: [9, 2],
  710000: [2, 2],
  810000: [7, 2],
  820000: [3, 1],
}

/** Cities and other groups have the place that their code gives, whatever stands beside them. */
function placeOf(code: string): Place {
  const sum = [...code].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 0)
  return provinces[code] ?? [sum % 12, (sum % 3) as 0 | 1 | 2]
}

/** The colour that is a region's own in every chart, whatever is chosen beside it. Those of the nation and the zones are no province's. */
export const ownColorOf = (code: string, theme: Theme): string =>
  colorOfRegion(code, theme) ?? theme.provincial[placeOf(code)[0]] ?? theme.accent

/** The same colour as a custom property that follows the theme: `var(--prov-3)`. */
export function colorVariableOf(code: string): string {
  const group = regionOrder.indexOf(code)
  return group < 0 ? `var(--prov-${placeOf(code)[0] + 1})` : `var(--cat-${group + 1})`
}

/** The shape of a region's points. */
export const shapeOfRegion = (code: string): Shape =>
  regionOrder.includes(code) ? 'circle' : shapes[placeOf(code)[1]]
