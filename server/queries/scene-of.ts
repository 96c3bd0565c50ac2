import type { Catalog } from '#data/catalog/catalog.ts'
import type { Region } from '#data/model/region.ts'
import { regionOf } from '#server/known.ts'
import { nation } from './national-totals.ts'

/** A region and those it is held against. */
export interface Scene {
  readonly region: Region
  readonly nation: Region
  readonly zone: Region | undefined
  /** The regions of its kind, itself among them; none where its kind is not ranked. */
  readonly peers: readonly Region[]
}

const rankedKinds: ReadonlySet<Region['kind']> = new Set(['zone', 'cluster', 'province', 'city'])

export function sceneOf(catalog: Catalog, region: Region): Scene {
  const all = [...catalog.regions.values()]
  return {
    region,
    nation: regionOf(catalog, nation),
    zone: all.find(({ kind, members }) => kind === 'zone' && members?.includes(region.code)),
    peers: rankedKinds.has(region.kind) ? all.filter(({ kind }) => kind === region.kind) : [],
  }
}

/** What is described: the region, and the nation and zone it is held against. */
export const placesOf = ({ region, nation, zone }: Scene): readonly Region[] => [
  region,
  nation,
  ...(zone ? [zone] : []),
]

/** The codes of all regions whose numbers are needed: members too, since their sum may stand in for a group. */
export function regionsIn(scene: Scene): string[] {
  const groups = [...placesOf(scene), ...scene.peers]
  return [...new Set(groups.flatMap(({ code, members = [] }) => [code, ...members]))]
}
