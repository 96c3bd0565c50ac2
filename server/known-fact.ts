import type { Catalog } from '#data/catalog/catalog.ts'
import { compilations } from '#data/model/compilation.ts'
import { type Fact, parseFactId, printFactId } from '#data/model/fact-id.ts'
import { possibleBases } from '#data/model/indicator.ts'
import { notFound, quoted, unreadable } from './errors.ts'
import { indicatorOf, regionOf } from './known.ts'
import { nameBases, subjectOf } from './meaning.ts'

/**
 * The fact that an id names, by the words of the catalogue; whether anything states it, the database knows.
 * @throws Problem 400 where the id cannot be read, 404 where it names what there cannot be, or is another spelling of an id.
 */
export function knownFact(catalog: Catalog, id: string): Fact {
  const fact = parseFactId(id)
  if (!fact) throw unreadable(`${quoted(id)}不是数的编号；${howToWrite}`, field)
  const indicator = indicatorOf(catalog, fact.indicator, field)
  regionOf(catalog, fact.region, field)
  const bases = possibleBases(indicator, fact.measure)
  if (fact.transform === 'none' && !bases.includes(fact.basis))
    throw notFound(
      `${subjectOf(indicator, fact.measure)}没有口径 ${nameBases([fact.basis])}；可用：${nameBases(bases)}`,
      field,
    )
  const has = indicator.compilations
  if (has.length > 0 ? fact.compilation === '' : fact.compilation !== '')
    throw notFound(whyOtherCompilation(fact, has), field)
  const right = printFactId(fact)
  if (right !== id) throw notFound(`没有编号${quoted(id)}；同一个数的编号写作 ${right}`, field)
  return fact
}

const field = 'id'
const howToWrite =
  '应依次写指标、地区、时期、口径，以 ~ 相连，如 software_revenue~CN~2024-01..2024-04~cumulative；其余写法见 /openapi.json'

function whyOtherCompilation(fact: Fact, has: readonly (keyof typeof compilations)[]): string {
  const ids = (has.length > 0 ? has : ['' as const]).map((compilation) =>
    printFactId({ ...fact, compilation }),
  )
  const why =
    has.length > 0
      ? `分统计类别（${has.map((code) => compilations[code].name.zh).join('、')}），编号须写明`
      : '不分统计类别，编号不写'
  return `指标 ${fact.indicator} ${why}：${ids.join('、')}`
}
