import { regionOf } from '#server/known.ts'
import { isOf, type Material, type Subject } from '#server/sentences/material.ts'
import type { Saying } from '#server/sentences/say-lengths.ts'
import { rank, toPlaced } from './compare-regions.ts'

/** The place of a region among those of its kind with a level of the same period; none where most of these have none. */
export function placeAmong(
  peers: readonly string[],
  { indicator: { code: indicator }, region, compilation, basis, period }: Subject,
  { find, catalog }: Material,
): Saying['place'] {
  const numbers = peers.flatMap((peer) =>
    find({ indicator, region: peer, measure: 'level', compilation, basis }).filter(isOf(period)),
  )
  const rows = rank(numbers.map(toPlaced))
  const own = rows.find((row) => row.region === region)
  return own && rows.length * 2 > peers.length
    ? { kind: regionOf(catalog, region).kind, place: own.rank, of: rows.length }
    : undefined
}
