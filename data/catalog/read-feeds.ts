import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'
import { nameIssuers } from '#data/model/issuer.ts'
import type { Catalog } from './catalog.ts'
import { Feed } from './feed.ts'
import { readEntries } from './read-catalog.ts'

/**
 * Reads feeds.json of a catalogue's folder; none where there is no such file.
 * @throws BadInput when an entry is not of its form, stands twice, or names what the catalogue does not know.
 */
export function readFeeds(folder: string, { issuers, regions }: Catalog): Feed[] {
  const file = join(folder, 'feeds.json')
  if (!existsSync(file)) return []
  const feeds = readEntries(file, Feed).map(({ entry }) => entry)
  const known = nameIssuers(issuers)
  const names = new Set<string>()
  for (const { name, issuer, region } of feeds) {
    const fail = (what: string) => new BadInput(`${file}: ${name} ${what}`)
    if (names.has(name)) throw fail('出现了两次')
    if (!known.has(issuer)) throw fail(`的发布机构「${issuer}」不在 issuers.json 中`)
    if (region !== undefined && !regions.has(region)) throw fail(`的地区 ${region} 不在 regions.json 中`)
    names.add(name)
  }
  return feeds
}
