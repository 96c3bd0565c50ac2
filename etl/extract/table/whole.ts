import type { Indicator } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import type { RefusedBecause } from '../refusal.ts'
import type { Around } from './combine.ts'
import type { Whole } from './lift.ts'

const ofWhole = new Set<Measure>(['share_pct', 'share_change_pp', 'contribution_pp'])

interface Subject {
  readonly measure: Measure
  readonly entry: Indicator
  readonly region: string
}

/** What a share is a share of: as the words say, or where only one whole comes into question. */
export function wholeOf(
  { stub, column, names, lexicon }: Around,
  { measure, entry, region }: Subject,
): { of: string; isSaid: boolean } | RefusedBecause {
  if (!ofWhole.has(measure)) return { of: '', isSaid: false }
  if (entry.shareOf !== undefined) return { of: entry.shareOf, isSaid: true }
  const said = column.label.whole ?? stub.label.whole
  const of = said
    ? statedWhole(said, entry)
    : impliedWhole({ measure, entry, region }, names, lexicon.catalog.regions)
  if (of === undefined) return 'unknown-reference'
  const isItself = of === entry.code || of === `region:${region}`
  return isItself ? 'not-an-observation' : { of, isSaid: said !== undefined }
}

function statedWhole({ indicators, regions }: Whole, entry: Indicator): string | undefined {
  const [whole, ...others] = [...indicators, ...regions.map((code) => `region:${code}`)]
  return others.length > 0 ? undefined : (whole ?? entry.partOf)
}

/** A part's share is of its whole, a region's of the nation; where the table lists regions, a part's could be either. */
function impliedWhole(
  { measure, entry, region }: Subject,
  names: Around['names'],
  regions: Around['lexicon']['catalog']['regions'],
): string | undefined {
  if (names.regions.length === 0) return entry.partOf
  if (entry.partOf !== undefined || measure === 'contribution_pp') return undefined
  return regions.get(region)?.parent === 'CN' ? 'region:CN' : undefined
}
