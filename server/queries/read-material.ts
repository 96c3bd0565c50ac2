import { type Compilation, compilationCodes } from '#data/model/compilation.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { Store } from '#data/store/open-store.ts'
import { type Material, toMaterial } from '#server/sentences/material.ts'
import { readDoubts } from './growth-beside.ts'
import { nation, readNationalTotals } from './national-totals.ts'
import { toPrintedNumber } from './printed-number.ts'
import { readBreaks } from './read-breaks.ts'
import { readNumbersOf } from './read-numbers.ts'

interface MaterialAsked {
  readonly indicators: readonly Indicator[]
  readonly regions: readonly string[]
  /** Regions of which only the place among others is told. */
  readonly peers?: readonly string[]
  /** The one whose sums may stand in for the nation; each when left out. */
  readonly compilation?: Compilation | undefined
  readonly asOf?: string | undefined
}

/** Everything that sentences of some indicators in some regions may quote or need. */
export async function readMaterial(store: Store, asked: MaterialAsked): Promise<Material> {
  const { catalog } = store
  const { regions, peers = [], asOf } = asked
  const compilation = asked.compilation ? [asked.compilation] : compilationCodes
  const wholes = asked.indicators.flatMap(({ partOf = '' }) => catalog.indicators.get(partOf) ?? [])
  const entries = [...new Set([...asked.indicators, ...wholes])]
  const indicators = entries.map(({ code }) => code)
  const places = [...new Set([...regions, ...peers, nation])]
  const wanted = { indicators, regions: places, isMeant: () => true }
  const [rows, breaks, totals, doubts] = await Promise.all([
    readNumbersOf(store, wanted, asOf),
    readBreaks(store, indicators, places, asOf),
    readNationalTotals(store, entries, { compilation, asOf }),
    Promise.all(regions.map((region) => readDoubts(store, { indicators, region, asOf }))),
  ])
  const numbers = rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(toPrintedNumber)
  const doubtIn = new Map(regions.map((region, at) => [region, doubts[at] ?? (() => undefined)] as const))
  return toMaterial(numbers, { catalog, breaks, totals, doubtIn })
}
