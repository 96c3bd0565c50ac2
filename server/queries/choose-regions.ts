import type { Catalog } from '#data/catalog/catalog.ts'
import type { Region } from '#data/model/region.ts'
import { meaningless } from '#server/errors.ts'
import { regionOf } from '#server/known.ts'

/** Words that stand for every region of a kind. */
const kinds: Readonly<Record<string, Region['kind']>> = {
  zones: 'zone',
  provinces: 'province',
  clusters: 'cluster',
  cities: 'city',
}

/**
 * The codes that region codes and group words stand for, each once, in the order asked.
 * @param asked codes, `zones` `provinces` `clusters` `cities`, and `members:CODE`.
 * @throws Problem 404 for a region that does not exist, 422 for the members of one that has none.
 */
export function chooseRegions(catalog: Catalog, asked: readonly string[]): string[] {
  return [...new Set(asked.flatMap((word) => expand(catalog, word)))]
}

function expand(catalog: Catalog, word: string): readonly string[] {
  const kind = Object.hasOwn(kinds, word) ? kinds[word] : undefined
  if (kind)
    return [...catalog.regions.values()].filter((region) => region.kind === kind).map(({ code }) => code)
  const group = /^members:(?<code>.*)$/s.exec(word)?.groups?.['code']
  if (group === undefined) return [regionOf(catalog, word, 'regions').code]
  const { code, name, members } = regionOf(catalog, group, 'regions')
  if (members) return members
  throw meaningless(
    `${name.zh}（${code}）不是由其他地区组成的，没有成员；可直接用 regions=${code}`,
    'regions',
  )
}
