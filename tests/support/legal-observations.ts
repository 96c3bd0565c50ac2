import fc from 'fast-check'
import type { Catalog } from '#data/catalog/catalog.ts'
import { countsTheSame } from '#data/model/counter.ts'
import { type Indicator, timeOf, unitCodeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import { type ObservationRow, qualifiers, type Status } from '#data/model/observation.ts'
import type { Time } from '#data/model/period.ts'
import { spellingOf } from '#data/model/unit.ts'

/** Rows of which one text is made, and the day it was published. */
export interface Case {
  readonly rows: readonly ObservationRow[]
  readonly published: string
}

/** The measures that releases give of an indicator of this kind. */
export function legalMeasures({ kind, unit, shareOf }: Indicator): readonly Measure[] {
  if (shareOf !== undefined) return ['share_pct', 'share_change_pp']
  // A growth in per cent of a percentage is not printed: it would be taken for points.
  if (unit === 'percent') return ['level', 'level_change']
  if (kind === 'ratio') return ['level', 'yoy_pct', 'mom_pct', 'level_change']
  const amounts: readonly Measure[] = [
    'level',
    'yoy_pct',
    'growth_change_pp',
    'mom_pct',
    'share_pct',
    'share_change_pp',
    'contribution_pp',
    'level_change',
  ]
  return kind === 'stock' ? [...amounts, 'net_add'] : amounts
}

/** Where and when something is said, before it is known what. */
interface Scene {
  readonly catalog: Catalog
  readonly indicator: Indicator
  readonly region: string
  readonly span: Span
  readonly status: Status
}

interface Span {
  readonly year: number
  readonly first: number
  readonly last: number
}

const year = fc.integer({ min: 2012, max: 2025 })
const quarter = fc.constantFrom([1, 3], [4, 6], [7, 9], [10, 12])
const month = fc.integer({ min: 1, max: 12 })
const span: fc.Arbitrary<Span> = fc
  .tuple(
    year,
    fc.oneof(
      fc.constant([1, 12]),
      quarter,
      month.map((only) => [only, only]),
      fc.integer({ min: 2, max: 11 }).map((last) => [1, last]),
    ),
  )
  .map(([ownYear, [first = 1, last = 12]]) => ({ year: ownYear, first, last }))

const two = (number: number) => String(number).padStart(2, '0')

/** The one spelling of a span or of the end of its last month. */
function printSpan({ year: own, first, last }: Span, time: Time): string {
  if (time === 'moment') return `${own}-${two(last)}`
  if (first === 1 && last === 12) return String(own)
  if (first === last) return `${own}-${two(last)}`
  if (last - first === 2 && last % 3 === 0) return `${own}-Q${last / 3}`
  return `${own}-${two(first)}/${own}-${two(last)}`
}

const statuses: fc.Arbitrary<Status> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Status>('actual') },
  { weight: 1, arbitrary: fc.constantFrom<Status>('preliminary', 'expected', 'target') },
)

function sceneOf(catalog: Catalog, indicator: Indicator): fc.Arbitrary<Scene> {
  const region = fc.oneof(fc.constant('CN'), fc.constantFrom(...catalog.regions.keys()))
  return fc.record({ region, span, status: statuses }).map((scene) => ({ ...scene, catalog, indicator }))
}

/** A power usage that is aimed at is reached in the last month of its year. */
function spanOf({ indicator: { kind, unit }, status, span: { year, first, last } }: Scene): Span {
  const isAimedAt = status === 'target' && kind === 'ratio' && unit === 'one'
  return isAimedAt && first === 1 && last === 12 ? { year, first: 12, last } : { year, first, last }
}

/** One observation: what is said of a scene by one measure. */
function rowOf(scene: Scene, measure: Measure): fc.Arbitrary<ObservationRow> {
  const { indicator, region, status } = scene
  return fc
    .record({
      printed: printed(scene, measure),
      of: wholes(scene, measure),
      compared_to: bases(scene, measure),
      qualifier: fc.oneof(
        { weight: 3, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.constantFrom(...qualifiers) },
      ),
    })
    .map(({ printed: [value, unit], of, compared_to, qualifier }) => ({
      indicator: indicator.code,
      region,
      period: printSpan(spanOf(scene), timeOf(indicator, measure)),
      measure,
      value,
      unit,
      compared_to,
      of,
      status,
      qualifier: Number(value) === 0 ? '' : qualifier,
    }))
}

const decimal = (max: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: max * 10 ** places }), fc.constant(places))
    .map(([digits, scale]) => (digits / 10 ** scale).toFixed(scale))

const number = (max: number) => fc.oneof(decimal(max, 0), decimal(max, 1), decimal(max, 2))
const signed = (max: number) =>
  fc.tuple(number(max), fc.boolean()).map(([text, isFall]) => (isFall ? `-${text}` : text))
const sometimesZero = (numbers: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 30, arbitrary: numbers }, { weight: 1, arbitrary: fc.constant('0') })

/** Value and unit. */
function printed(scene: Scene, measure: Measure): fc.Arbitrary<[string, string]> {
  const { indicator } = scene
  if (measure === 'yoy_pct' || measure === 'mom_pct')
    return fc.tuple(sometimesZero(signed(100)), fc.constant('%'))
  if (measure === 'share_pct')
    return fc.oneof(
      { weight: 8, arbitrary: fc.tuple(number(100), fc.constant('%')) },
      { weight: 1, arbitrary: fc.tuple(decimal(9, 0), fc.constant('成')) },
    )
  if (unitCodeOf(indicator, measure) === 'pp') return fc.tuple(sometimesZero(signed(60)), fc.constant('pp'))
  const isMove = measure === 'net_add' || measure === 'level_change'
  const isPercent = indicator.unit === 'percent'
  const level = isPercent ? number(100) : number(99999)
  return fc.tuple(isMove ? sometimesZero(signed(9999)) : level, unitsOf(scene))
}

const scales: Readonly<Record<string, number>> = { '': 0, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 }

/** Five digits before this many zeros are less than the most that the database holds. */
const mostZeros = 24

/** The words that print an indicator's unit, each with the scales that may stand before it. */
function unitsOf({ indicator, catalog }: Pick<Scene, 'indicator' | 'catalog'>): fc.Arbitrary<string> {
  const unit = catalog.units.get(indicator.unit)
  if (!unit) throw new Error(`no unit ${indicator.unit}`)
  if (unit.code === 'percent') return fc.constant('%')
  const own = Object.keys(unit.words).filter(
    (word) =>
      spellingOf(word, unit) === word &&
      countsTheSame(word, indicator.counter) &&
      !namesAnother(word, indicator, catalog),
  )
  const counters = own.filter((word) => word === indicator.counter)
  const words = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...(counters.length > 0 ? counters : own)) },
    { weight: 1, arbitrary: fc.constantFrom(...own) },
  )
  if (!unit.scaled) return words
  return fc
    .tuple(fc.constantFrom(...Object.keys(scales)), words)
    .filter(([scale, word]) => (scales[scale] ?? 0) + (unit.words[word] ?? 0) <= mostZeros)
    .map(([scale, word]) => (scale + word === '' ? '万' : scale + word))
}

/** 标准机架 counts nothing but racks: the unit is the name of an indicator. */
function namesAnother(word: string, { code }: Indicator, { indicators }: Catalog): boolean {
  return [...indicators.values()].some(
    (other) => other.code !== code && (other.name.zh === word || other.aliases.includes(word)),
  )
}

const isShare = (measure: Measure) => measure === 'share_pct' || measure === 'share_change_pp'

const wholes = (scene: Scene, measure: Measure): fc.Arbitrary<string> =>
  isShare(measure) ? fc.constantFrom(...wholesOf(scene)) : fc.constant('')

/** What a share can be a share of, the usual whole more often. */
function wholesOf({ catalog, indicator, region }: Scene): readonly string[] {
  if (indicator.shareOf !== undefined) return [indicator.shareOf]
  const alike = [...catalog.indicators.values()].filter(
    (other) =>
      other.code !== indicator.code &&
      other.unit === indicator.unit &&
      other.kind === indicator.kind &&
      !isOwnIndicator(indicator, other, catalog),
  )
  const wider = outside(catalog, region).map((code) => `region:${code}`)
  const usual = indicator.partOf ?? (region === 'CN' ? undefined : 'region:CN')
  const others = [...alike.map(({ code }) => code).slice(0, 12), ...wider]
  return usual === undefined ? others : [usual, usual, ...others]
}

/** 数字经济核心产业增加值占GDP比重 is an indicator itself, and is read as such. */
function isOwnIndicator({ code, name }: Indicator, whole: Indicator, { indicators }: Catalog): boolean {
  return [...indicators.values()].some(
    (ratio) =>
      ratio.shareOf === whole.code && (ratio.part === code || ratio.name.zh.startsWith(`${name.zh}占`)),
  )
}

/** The regions around a region. */
function outside({ regions }: Pick<Catalog, 'regions'>, code: string): readonly string[] {
  const parent = regions.get(code)?.parent
  return parent === undefined ? [] : [parent, ...outside({ regions }, parent)]
}

/** What a change is measured from. */
function bases(scene: Scene, measure: Measure): fc.Arbitrary<string> {
  const { indicator } = scene
  if (measure === 'yoy_pct') return fc.oneof({ weight: 9, arbitrary: fc.constant('') }, olderYear(scene))
  if (measure === 'net_add') return fc.constantFrom('', ...monthBefore(scene))
  const isChange = measure === 'growth_change_pp' || measure === 'level_change'
  if (!isChange && measure !== 'share_change_pp') return fc.constant('')
  // FORMAT: what a stock has grown by since another moment is a net addition, not a change of level.
  const isGapOnly = measure === 'level_change' && indicator.kind === 'stock'
  const gaps = measure === 'share_change_pp' ? [] : [gap(scene, measure)]
  const changes = isGapOnly ? [] : [fc.constant(''), earlier(scene)]
  return fc.oneof(...changes, ...gaps)
}

/** 5月当月，比4月末净增. */
const monthBefore = ({ span: { year: own, first, last } }: Scene) =>
  first === last && first > 1 ? [`${own}-${two(first - 1)}`] : []

/** The same months of an older year: 比2020年增长. */
const olderYear = ({ span: { year: own }, span: all, indicator }: Scene) =>
  fc
    .integer({ min: 2, max: 6 })
    .map((years) => printSpan({ ...all, year: own - years }, timeOf(indicator, 'level')))

/** An earlier period of the same year, or of an older one. */
function earlier({ span: { year: own, first, last }, indicator }: Scene): fc.Arbitrary<string> {
  const time = timeOf(indicator, 'level')
  const older = fc.integer({ min: 2, max: 4 }).map((years) => ({ year: own - years, first, last }))
  if (last === 1 || (first === 1 && last === 12)) return older.map((base) => printSpan(base, time))
  const before = fc
    .integer({ min: 1, max: last - 1 })
    .map((end) => ({ year: own, first: first === last ? end : 1, last: end }))
  const quarters = fc
    .constantFrom([1, 3], [4, 6], [7, 9])
    .filter(([, end = 12]) => end < last)
    .map(([start = 1, end = 3]) => ({ year: own, first: start, last: end }))
  return fc.oneof(older, before, ...(last > 3 ? [quarters] : [])).map((base) => printSpan(base, time))
}

/** Another indicator or region. */
function gap({ catalog, indicator, region }: Scene, measure: Measure): fc.Arbitrary<string> {
  const { unit, kind, code } = indicator
  const others = [...catalog.indicators.values()].filter(
    (other) =>
      other.code !== code && other.kind === kind && (measure !== 'level_change' || other.unit === unit),
  )
  const places = [...catalog.regions.keys()].filter((place) => place !== region)
  const region_ = fc.constantFrom(...places).map((place) => `region:${place}`)
  const indicator_ = fc.constantFrom(...others.map((other) => `indicator:${other.code}`), 'region:CN')
  return fc
    .oneof(region_, others.length > 0 ? indicator_ : region_)
    .filter((base) => base !== `region:${region}`)
}

/** Before the end of what is expected or aimed at, after the end of all else. */
function publishedOf({ status, span: { year: own, last } }: Scene): string {
  if (status === 'target') return `${own - 1}-05-20`
  if (status === 'expected') return `${last > 1 ? own : own - 1}-${two(last > 1 ? last - 1 : 11)}-20`
  return last === 12 ? `${own + 1}-01-20` : `${own}-${two(last + 1)}-20`
}

const toCase = (scene: Scene, rows: readonly ObservationRow[]): Case => ({
  rows,
  published: publishedOf(scene),
})

/** What makes sense as a single statement. */
function fits(scene: Scene, measure: Measure): boolean {
  const {
    span: { first, last },
    indicator,
  } = scene
  if (isShare(measure)) return wholesOf(scene).length > 0
  if (measure !== 'mom_pct' || timeOf(indicator, measure) === 'moment') return true
  return first === last || (last - first === 2 && last % 3 === 0)
}

/** One observation of an indicator. */
export function single(catalog: Catalog, indicator: Indicator): fc.Arbitrary<Case> {
  return fc
    .tuple(sceneOf(catalog, indicator), fc.constantFrom(...legalMeasures(indicator)))
    .filter(([scene, measure]) => fits(scene, measure))
    .chain(([scene, measure]) => rowOf(scene, measure).map((row) => toCase(scene, [row])))
}

/** Several observations of one indicator, region and period. */
export function compound(catalog: Catalog, indicator: Indicator): fc.Arbitrary<Case> {
  return fc
    .tuple(sceneOf(catalog, indicator), fc.subarray([...legalMeasures(indicator)], { minLength: 1 }))
    .chain(([scene, measures]) => {
      const told = measures.filter((measure) => fits(scene, measure))
      return fc.tuple(...told.map((measure) => rowOf(scene, measure))).map((rows) => toCase(scene, rows))
    })
}

/** The same of several regions. */
export function list(catalog: Catalog, indicator: Indicator): fc.Arbitrary<Case> {
  const places = [...catalog.regions.values()]
  const kinds = fc.constantFrom('zone', 'province', 'city', 'cluster')
  const regions = kinds.chain((kind) =>
    fc.uniqueArray(fc.constantFrom(...places.filter((place) => place.kind === kind)), {
      minLength: 2,
      maxLength: 5,
    }),
  )
  const measures = fc.subarray(
    legalMeasures(indicator).filter(
      (measure) => measure === 'level' || measure === 'yoy_pct' || measure === 'share_pct',
    ),
    { minLength: 1 },
  )
  return fc.tuple(sceneOf(catalog, indicator), regions, measures).chain(([scene, among, told]) =>
    fc
      .tuple(
        ...told.map((measure) =>
          rowsOver(
            scene,
            measure,
            among.map(({ code }) => code),
          ),
        ),
      )
      .map((rows) => toCase(scene, rows.flat())),
  )
}

function rowsOver(scene: Scene, measure: Measure, codes: readonly string[]): fc.Arbitrary<ObservationRow[]> {
  const region = codes[0] ?? 'CN'
  return rowOf({ ...scene, region }, measure).chain((first) =>
    fc
      .tuple(...codes.slice(1).map((code) => rowOf({ ...scene, region: code }, measure)))
      .map((others) => [
        first,
        ...others.map((row) => ({ ...row, of: first.of, compared_to: first.compared_to, unit: first.unit })),
      ]),
  )
}
