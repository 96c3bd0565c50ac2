import type { Catalog } from '#data/catalog/catalog.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { Region } from '#data/model/region.ts'
import type { Source } from '#data/model/source.ts'
import { notFound, quoted } from './errors.ts'
import { findNear } from './near.ts'

/** Looks codes up in the catalogue; a code that is not there is a 404 that names the nearest. */

export function indicatorOf({ indicators }: Catalog, code: string, field = 'indicator'): Indicator {
  const found = indicators.get(code)
  if (found) return found
  const near = findNear(
    code,
    words(indicators, ({ name, aliases }) => [name.zh, name.en, ...aliases]),
  )
  throw unknown('指标', code, near.map(named), '/api/v1/indicators', field)
}

export function regionOf({ regions }: Catalog, code: string, field = 'region'): Region {
  const found = regions.get(code)
  if (found) return found
  const near = findNear(
    code,
    words(regions, ({ name, fullName, pinyin }) => [name.zh, name.en, fullName, pinyin.replaceAll(' ', '')]),
  )
  throw unknown('地区', code, near.map(named), '/api/v1/regions', field)
}

export function sourceOf({ sources }: Catalog, id: string, field = 'source'): Source {
  const found = sources.get(id)
  if (found) return found
  const near = findNear(
    id,
    words(sources, ({ title }) => [title]),
  )
  throw unknown(
    '来源',
    id,
    near.map((source) => `${source.id}（${source.title}）`),
    '/api/v1/sources',
    field,
  )
}

export function topicOf({ topics }: Catalog, code: string): string {
  if (topics.some((topic) => topic.code === code)) return code
  throw notFound(`没有主题${quoted(code)}；可用：${topics.map(named).join('、')}`, 'topic')
}

interface Named {
  readonly code: string
  readonly name: { readonly zh: string }
}

const named = ({ code, name }: Named) => `${code}（${name.zh}）`

const words = <Thing>(things: ReadonlyMap<string, Thing>, wordsOf: (thing: Thing) => readonly string[]) =>
  [...things].map(([code, thing]) => ({ thing, words: [code, ...wordsOf(thing)] }))

function unknown(what: string, code: string, near: readonly string[], list: string, field: string) {
  const hint = near.length > 0 ? `相近的有 ${near.join('、')}` : `全部${what}见 ${list}`
  return notFound(`没有${what}${quoted(code)}；${hint}`, field)
}
