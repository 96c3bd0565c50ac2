import type { Catalog } from '#data/catalog/catalog.ts'
import type { SeriesCompilation } from '#data/model/compilation.ts'
import type { Language } from '#data/model/language.ts'
import { isRetold } from '#data/model/source.ts'
import { sayBasis } from '#data/wording/basis-names.ts'
import { unusualCompilation } from '#data/wording/compilation-names.ts'
import { transformNames } from '#data/wording/derived-names.ts'
import { listOf } from '#data/wording/list-text.ts'
import { measureOf } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { saidText, toChartPoint } from '#server/charts/index.ts'
import { indicatorOf } from '#server/known.ts'
import { nameReference } from '#server/queries/name-reference.ts'
import { toSourceAnswer } from '#server/queries/name-sources.ts'
import { printedAs, saidMeasure } from '#server/sentences/fact.ts'
import { sayFacts } from '#server/sentences/say-facts.ts'
import type { Found } from './find-points.ts'

export const sayIndicator = (catalog: Catalog, code: string, language: Language) =>
  indicatorOf(catalog, code).name[language]

export const sayRegion = ({ regions }: Catalog, code: string, language: Language) =>
  regions.get(code)?.name[language] ?? code

/** What a number is of, with its compilation where not the usual: `软件业务收入同比增长（年报数）`. */
export function sayMeasured(
  catalog: Catalog,
  { indicator, measure, compilation, transform, of }: Found,
  language: Language,
): string {
  const name = sayIndicator(catalog, indicator, language)
  const whole = nameReference(catalog, of)?.[language]
  const said = transform === 'none' ? measureOf[measure](name, whole) : transformNames[transform](name, whole)
  return said[language] + sayCompilation(compilation, language)
}

function sayCompilation(compilation: SeriesCompilation, language: Language): string {
  const unusual = unusualCompilation(compilation)
  if (!unusual) return ''
  return language === 'zh' ? `（${unusual.zh}）` : ` (${unusual.en.toLowerCase()})`
}

/** The value with its unit, and its interval where it is derived. */
export function sayValue(
  catalog: Catalog,
  { indicator: code, measure, transform, point }: Found,
  language: Language,
): string {
  const { name, kind, unit: unitCode, counter = null } = indicatorOf(catalog, code)
  const unit = catalog.units.get(unitCode)
  if (!unit) throw new Error(`the catalogue has no unit ${unitCode}`)
  const derived = point.derived && { ...point.derived, parents: [], missing: [], against: { zh: '', en: '' } }
  const measured = { indicator: { code, name, kind, notes: [], unit, counter }, measure, transform }
  const printed = language === 'zh' && !point.derived ? { ...point, ...printedAs({ point }, catalog) } : point
  return saidText(toChartPoint(printed, derived), measured, language)
}

/** 北京31,163.8亿元: a region with its value. */
export const sayPlaceAndValue = (catalog: Catalog, found: Found, language: Language) =>
  [sayRegion(catalog, found.region, language), sayValue(catalog, found, language)].join(
    language === 'zh' ? '' : ' ',
  )

/** Period and, where a span may be read as another, the basis. */
export const sayTime = ({ period, basis }: Found, language: Language) => {
  const said = formatPeriod(period, language)
  const isPlain = basis === 'stock' || basis === 'year' || basis === 'month'
  return isPlain
    ? said
    : language === 'zh'
      ? `${said}（${sayBasis(basis, language)}）`
      : `${said} (${sayBasis(basis, language)})`
}

/** 2024年，北京市软件业务收入达…: one number, as a release says it; without its full stop. */
export function sayNumber(catalog: Catalog, found: Found, language: Language): string {
  const said = saidMeasure(found.measure, found.transform)
  if (said === undefined) return sayPlainly(catalog, found, language)
  const fact = { ...found, measure: said, role: 'figure' } as const
  return sayFacts([fact], { catalog, language }).replace(/[。.]$/, '')
}

/** A number that no release would print, and its interval. */
function sayPlainly(catalog: Catalog, found: Found, language: Language): string {
  const place = sayRegion(catalog, found.region, language)
  const what = sayMeasured(catalog, found, language)
  const value = sayValue(catalog, found, language)
  const time = sayTime(found, language)
  return language === 'zh' ? `${time}，${place}${what}为${value}` : `${place}, ${what}, ${time}: ${value}`
}

/** （来源：工业和信息化部《…》，2026-01-26；…）: each document once. */
export function saySources(catalog: Catalog, found: readonly Found[], language: Language): string {
  const said = [...new Set(found.map(({ point }) => point.source))].map((id) =>
    sayDocument(catalog, id, language),
  )
  const list = said.filter((each) => each !== '')
  if (list.length === 0) return ''
  const more =
    list.length > mostSources
      ? { zh: `等${list.length}份文件`, en: ` and ${list.length - mostSources} more` }[language]
      : ''
  const shown = list.slice(0, mostSources).join(language === 'zh' ? '；' : '; ') + more
  return language === 'zh' ? `（来源：${shown}）` : ` (source: ${shown})`
}

/** More would be longer than what they are the sources of; all of them stand in `sources`. */
const mostSources = 3

function sayDocument(catalog: Catalog, id: string, language: Language): string {
  const source = catalog.sources.get(id)
  if (!source) return ''
  const { issuers, title, published } = toSourceAnswer(catalog, source)
  const names = listOf(
    issuers.map((name) => name[language]),
    language,
  )
  const date = published === '' ? '' : language === 'zh' ? `，${published}` : `, ${published}`
  const isSecondHand = isRetold(source)
  return language === 'zh'
    ? `${names}${isSecondHand ? '，转引自' : ''}《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》${date}`
    : `${names}, ${isSecondHand ? 'as retold in ' : ''}“${title}”${date}`
}
