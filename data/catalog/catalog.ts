import { BadInput } from '#data/model/bad-input.ts'
import type { Indicator, Topic } from '#data/model/indicator.ts'
import type { Issuer } from '#data/model/issuer.ts'
import type { Region } from '#data/model/region.ts'
import type { Source } from '#data/model/source.ts'
import type { Unit } from '#data/model/unit.ts'

/** What exists, by code and in reading order. */
export interface Catalog {
  readonly topics: readonly Topic[]
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly regions: ReadonlyMap<string, Region>
  readonly units: ReadonlyMap<string, Unit>
  /** By Chinese name. */
  readonly issuers: ReadonlyMap<string, Issuer>
  readonly sources: ReadonlyMap<string, Source>
}

/** An entry of the catalogue with the file it stands in. */
export interface Placed<Entry> {
  readonly file: string
  readonly entry: Entry
}

export interface CatalogEntries {
  readonly topics: readonly Placed<Topic>[]
  readonly indicators: readonly Placed<Indicator>[]
  readonly regions: readonly Placed<Region>[]
  readonly units: readonly Placed<Unit>[]
  readonly issuers: readonly Placed<Issuer>[]
  readonly sources: readonly Placed<Source>[]
}

/**
 * Puts entries together and checks that they agree: every code once, every word meaning one thing, no reference
 * into the void, no circle of parts.
 * @throws BadInput naming file, entry and what is wrong with it.
 */
export function buildCatalog(entries: CatalogEntries): Catalog {
  const catalog: Catalog = {
    topics: entries.topics.map(({ entry }) => entry),
    indicators: byKey(entries.indicators, ({ code }) => code),
    regions: byKey(entries.regions, ({ code }) => code),
    units: byKey(entries.units, ({ code }) => code),
    issuers: byKey(entries.issuers, ({ name }) => name.zh),
    sources: byKey(entries.sources, ({ id }) => id),
  }
  for (const placed of entries.topics) checkTopic(placed, catalog)
  for (const placed of entries.indicators) checkIndicator(placed, catalog)
  for (const placed of entries.regions) checkRegion(placed, catalog)
  for (const placed of entries.issuers) checkIssuer(placed, catalog)
  for (const placed of entries.sources) checkSource(placed, catalog)
  checkWords(entries.indicators, codeOf, ({ name, aliases }) => [name.zh, ...aliases])
  checkWords(entries.regions, codeOf, ({ name, fullName, aliases }) => [
    ...new Set([name.zh, fullName]),
    ...aliases,
  ])
  checkWords(
    entries.issuers,
    ({ name }) => name.zh,
    ({ name, aliases }) => [name.zh, ...aliases],
  )
  return catalog
}

function byKey<Entry>(placed: readonly Placed<Entry>[], keyOf: (entry: Entry) => string): Map<string, Entry> {
  const map = new Map<string, Entry>()
  for (const { file, entry } of placed) {
    const key = keyOf(entry)
    if (map.has(key)) throw new BadInput(`${file}: 条目 ${key} 重复，请删去其一`)
    map.set(key, entry)
  }
  return map
}

function fail(file: string, code: string, what: string): never {
  throw new BadInput(`${file}: 条目 ${code} ${what}`)
}

function checkTopic({ file, entry }: Placed<Topic>, { indicators }: Catalog): void {
  if (!indicators.has(entry.headline)) fail(file, entry.code, `的 headline ${entry.headline} 不在目录中`)
  const astray = entry.leads.find((code) => !indicators.has(code))
  if (astray) fail(file, entry.code, `的 leads 引用了不存在的指标 ${astray}`)
}

function checkIndicator({ file, entry }: Placed<Indicator>, catalog: Catalog): void {
  const { topics, indicators, units } = catalog
  const { code, topic, unit, kind, time, partOf, shareOf, part, weightedBy, aggregation } = entry
  if (!topics.some((known) => known.code === topic)) fail(file, code, `的主题 ${topic} 不存在`)
  if (!units.has(unit)) fail(file, code, `的单位 ${unit} 不在 units.json 中`)
  if ((kind === 'ratio' || kind === 'index') && !time)
    fail(file, code, '是比率或指数，须写明 time（span 或 moment）')
  if (kind === 'flow' && time === 'moment') fail(file, code, '是流量，time 不能是 moment')
  if ((aggregation === 'weighted') !== (weightedBy !== undefined))
    fail(file, code, '的 aggregation 与 weightedBy 须成对')
  for (const other of [partOf, shareOf, part, weightedBy]) {
    if (other !== undefined && !indicators.has(other)) fail(file, code, `引用了不存在的指标 ${other}`)
  }
  checkBreaks(file, entry, catalog)
  checkNoCircle(file, code, (at) => indicators.get(at)?.partOf)
  checkTargetNotes({ file, entry }, catalog)
}

function checkTargetNotes({ file, entry }: Placed<Indicator>, { regions, sources }: Catalog): void {
  for (const { source, region } of entry.targetNotes) {
    if (source !== undefined && !sources.has(source))
      fail(file, entry.code, `的 targetNotes 引用了不存在的来源 ${source}`)
    if (region !== undefined && !regions.has(region))
      fail(file, entry.code, `的 targetNotes 引用了不存在的地区 ${region}`)
  }
}

function checkBreaks(file: string, { code, breaks }: Indicator, { regions }: Catalog): void {
  const astray = breaks.find(({ region = 'CN' }) => !regions.has(region))
  if (astray) fail(file, code, `的口径断点引用了不存在的地区 ${astray.region}`)
}

function checkRegion({ file, entry }: Placed<Region>, { regions }: Catalog): void {
  const { code, parent, members = [] } = entry
  for (const other of parent === undefined ? members : [parent, ...members]) {
    if (!regions.has(other)) fail(file, code, `引用了不存在的地区 ${other}`)
  }
  checkNoCircle(file, code, (at) => regions.get(at)?.parent)
}

function checkIssuer({ file, entry }: Placed<Issuer>, { regions }: Catalog): void {
  const { name, place } = entry
  if (place !== undefined && !regions.has(place))
    fail(file, name.zh, `的 place ${place} 不在 regions.json 中`)
}

function checkSource({ file, entry }: Placed<Source>, { issuers }: Catalog): void {
  const unknown = entry.issuers.find((name) => !issuers.has(name))
  if (unknown) fail(file, entry.id, `的发布机构「${unknown}」不在 issuers.json 中，请登记或改用其中的名称`)
}

function checkNoCircle(file: string, code: string, above: (code: string) => string | undefined): void {
  const seen = new Set([code])
  for (let at = above(code); at !== undefined; at = above(at)) {
    if (seen.has(at)) fail(file, code, `的上级关系成环（经过 ${at}）`)
    seen.add(at)
  }
}

const codeOf = ({ code }: { readonly code: string }) => code

function checkWords<Entry>(
  placed: readonly Placed<Entry>[],
  keyOf: (entry: Entry) => string,
  wordsOf: (entry: Entry) => readonly string[],
): void {
  const owner = new Map<string, string>()
  for (const { file, entry } of placed) {
    for (const word of wordsOf(entry)) {
      const other = owner.get(word)
      if (other !== undefined) fail(file, keyOf(entry), `的名称或别名「${word}」已属于 ${other}`)
      owner.set(word, keyOf(entry))
    }
  }
}
