import { createHash } from 'node:crypto'
import type { Catalog } from '#data/catalog/catalog.ts'
import { defaultCompilation } from '#data/model/compilation.ts'
import { type Issuer, unnamedIssuer } from '#data/model/issuer.ts'
import type { ObservationRow } from '#data/model/observation.ts'
import { Source } from '#data/model/source.ts'
import { trustCodes, trustOf } from '#data/model/trust.ts'
import {
  distinctCombinations,
  distinctRegions,
  distinctSources,
  judgeInto,
  makeJudged,
  makeLookups,
} from '#data/store/bulk/judged-rows.ts'
import type { Bulk } from '#data/store/bulk/open-bulk.ts'
import { keysOf } from '../publish/number-rows.ts'
import type { ReadRow } from '../read-observations.ts'
import { lastMonthMeasured } from '../validate.ts'
import { type Forms, judgeCombinations, placeOfReason } from './judge-combinations.ts'

/** What is known of a file once everything that its rows have in common is judged. */
export interface Judging {
  readonly file: string
  /** The source of rows that name none. */
  readonly name: string
  readonly isDated: boolean
  /** With the sources of the file. */
  readonly catalog: Catalog
  readonly sources: number
  readonly forms: Forms
}

/** Judges the sources, regions and combinations of the view `raw`, and makes the view `judged`. */
export async function judgeFile(
  bulk: Bulk,
  { known, ...told }: Pick<Judging, 'file' | 'name' | 'isDated'> & { readonly known: Catalog },
): Promise<Judging> {
  await makeLookups(bulk)
  const texts = (await bulk.ask(distinctSources)).map(([text]) => String(text))
  const nameOf = (text: string) => text.trim() || told.name
  const catalog = withNamedSources(known, [...new Set(texts.map(nameOf))])
  const idOf = (text: string) => sourceIdOf(nameOf(text))
  await judgeSources(bulk, catalog, idOf)
  await judgeRegions(bulk, catalog)
  const sourceOf = new Map(
    texts.map((text) => [catalog.sources.get(idOf(text))?.compilation ?? '', idOf(text)]),
  )
  const { judge, forms } = judgeCombinations({ catalog, sourceOf, isDated: told.isDated })
  await judgeInto(bulk, 'combination', distinctCombinations, judge)
  await makeJudged(bulk, placeOfReason)
  return { ...told, catalog, forms, sources: texts.length }
}

function judgeSources(bulk: Bulk, { sources }: Catalog, idOf: (text: string) => string): Promise<void> {
  const keys = keysOf(sources.keys())
  return judgeInto(bulk, 'known_source', distinctSources, ({ text = '' }) => {
    const source = sources.get(idOf(text))
    if (!source) throw new Error(`the catalogue has no source ${idOf(text)}`)
    const last = lastMonthMeasured(source.published)
    const trust = trustCodes.indexOf(trustOf({ url: source.url }))
    return [text, keys.get(source.id) ?? null, source.compilation, Number.isFinite(last) ? last : null, trust]
  })
}

function judgeRegions(bulk: Bulk, { regions }: Catalog): Promise<void> {
  const keys = keysOf(regions.keys())
  const unknown = placeOfReason('unknown-region')
  return judgeInto(bulk, 'known_region', distinctRegions, ({ text = '' }) => {
    const key = keys.get(text.trim())
    return [text, key ?? null, key === undefined ? unknown : null]
  })
}

/** A row of the view `raw` as the ordinary road would have read it. */
export function toReadRow(raw: Readonly<Record<string, unknown>>, { file, name }: Judging): ReadRow {
  const { place, ...texts } = raw
  const { source = '', ...row } = Object.fromEntries(
    Object.entries(texts).map(([column, text]) => [column, String(text).trim()]),
  )
  const id = sourceIdOf(source || name)
  const line = Number(place)
  return { id: `${id}:${line}`, source: id, file, line, row: row as ObservationRow }
}

/** The id of a source as a file names it: the name itself where it can be one. */
const sourceIdOf = (name: string): string =>
  Source.shape.id.safeParse(name).success
    ? name
    : `load-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`

/** The catalogue with the sources that a file names and it lacks: nothing is known of them but their name. */
function withNamedSources(catalog: Catalog, names: readonly string[]): Catalog {
  const unknown = names.filter((name) => !catalog.sources.has(sourceIdOf(name)))
  if (unknown.length === 0) return catalog
  const nobody: Issuer = { name: { zh: unnamedIssuer, en: unnamedIssuer }, aliases: [] }
  return {
    ...catalog,
    issuers: new Map([[unnamedIssuer, nobody] as const, ...catalog.issuers]),
    sources: new Map([
      ...catalog.sources,
      ...unknown.map((name) => [sourceIdOf(name), namedOnly(name)] as const),
    ]),
  }
}

const namedOnly = (name: string): Source => ({
  id: sourceIdOf(name),
  issuers: [unnamedIssuer],
  carrier: '',
  title: name,
  remark: '',
  published: '',
  dating: '',
  url: '',
  origin: 'second_hand',
  compilation: defaultCompilation,
  place: '',
})
