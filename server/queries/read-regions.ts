import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import { readCoverage } from './read-coverage.ts'

/** The regions and groups of regions, each with how many numbers it has. */
export async function readRegions(store: Store): Promise<Answer<'regions'>> {
  const { byRegion } = await readCoverage(store)
  const regions = [...store.catalog.regions.values()].map((region) => ({
    code: region.code,
    kind: region.kind,
    name: region.name,
    fullName: region.fullName,
    aliases: region.aliases,
    pinyin: region.pinyin,
    parent: region.parent ?? null,
    members: region.members ?? [],
    note: region.note ?? null,
    observations: byRegion.get(region.code) ?? 0,
  }))
  return { snapshot: store.snapshot.id, regions }
}
