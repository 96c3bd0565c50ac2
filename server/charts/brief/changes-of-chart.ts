import type { Language } from '#data/model/language.ts'
import { parsePeriod, printPeriod } from '#data/model/period.ts'
import type { Answer } from '#server/answers.ts'
import type { AddressedChart } from '../address/read-chart.ts'
import type { ChartData, ChartSeries } from '../chart-kind.ts'
import { toChartPoint } from '../points/chart-point.ts'
import { rowsOf } from '../points/ranked.ts'
import { printedText } from '../words/value-text.ts'
import { stateOf } from '../words/words.ts'

export type ChangesAnswer = Answer<'changes'>
type Change = ChangesAnswer['changes'][number]
type Number = Change['number']

/** What of a chart is otherwise than it was. */
export interface ChartChanges {
  readonly fresh: readonly Number[]
  readonly revised: readonly { readonly number: Number; readonly previous: Number }[]
  readonly removed: readonly Number[]
}

type Shown = Pick<AddressedChart, 'kind' | 'data'>

/** What must be known to tell the changes of a chart: the indicators and regions of its numbers and of their parents. */
export function changesQuestion({ data }: Shown): {
  readonly indicator: readonly string[]
  readonly region: readonly string[]
} {
  const facts = seriesOf(data).flatMap(factsOfSeries)
  const unique = (codes: readonly string[]) => [...new Set(codes)].sort()
  return {
    indicator: unique([...data.series, ...facts].map((each) => codeOf(each.indicator))),
    region: unique([...data.series, ...facts].map((each) => codeOf(each.region))),
  }
}

/** The changes that a chart shows: of its numbers, and of those that its numbers are made of. */
export function changesOfChart(chart: Shown, { changes, removed }: ChangesAnswer): ChartChanges {
  const facts = new Set(
    shownSeriesOf(chart)
      .flatMap(factsOfSeries)
      .map(({ key }) => key),
  )
  const shown = changes.filter(({ number }) => facts.has(keyOf(number)))
  return {
    fresh: shown.filter(({ previous }) => !previous).map(({ number }) => number),
    revised: shown.flatMap(({ number, previous }) => (previous ? [{ number, previous }] : [])),
    removed: removed.filter((number) => isOf(chart.data, number)),
  }
}

/** One line: `新增 1 个：2026年1—8月，全国…；修订 1 个：…，原为 …`; empty where nothing changed. */
export function sayChanges({ fresh, revised, removed }: ChartChanges, { data }: Shown): string {
  const { language } = data
  const say = (number: Number) => stateOf(seriesOfNumber(number, data), toChartPoint(number), language)
  const before = ({ number, previous }: ChartChanges['revised'][number]) => {
    const was = printedText(toChartPoint(previous), seriesOfNumber(previous, data), language)
    return { zh: `${say(number)}，原为${was}`, en: `${say(number)}, before ${was}` }[language]
  }
  const parts = [
    sayPart(words.fresh, fresh.map(say), language),
    sayPart(words.revised, revised.map(before), language),
    sayPart(words.removed, removed.map(say), language),
  ]
  return parts.filter((part) => part !== '').join({ zh: '；', en: '; ' }[language])
}

const words = {
  fresh: { zh: '新增', en: 'new' },
  revised: { zh: '修订', en: 'revised' },
  removed: { zh: '不再公布', en: 'no longer stated' },
} as const

/** As many numbers of a kind as a calm line has room for. */
const mostSaid = 2

function sayPart(
  word: Readonly<Record<Language, string>>,
  said: readonly string[],
  language: Language,
): string {
  if (said.length === 0) return ''
  const some = said.slice(0, mostSaid)
  const more = said.length > mostSaid
  if (language === 'en') return `${said.length} ${word.en}: ${some.join('; ')}${more ? '; …' : ''}`
  return `${word.zh}${said.length}个数字：${some.join('；')}${more ? '等' : ''}`
}

interface FactKey {
  readonly indicator: { readonly code: string }
  readonly region: { readonly code: string }
  readonly key: string
}

const seriesOf = ({ series, growth = [] }: ChartData) => [...series, ...growth]
const codeOf = ({ code }: { readonly code: string }) => code

/** Of a comparison only the rows that are seen. */
function shownSeriesOf({ kind, data }: Shown): readonly ChartSeries[] {
  if (!ofOnePeriod.has(kind)) return seriesOf(data)
  const rows = rowsOf(data)
  const growth = (data.growth ?? []).map((series) => ({
    ...series,
    points: series.points.filter(({ period }) => rows.some(({ point }) => isSame(point.period, period))),
  }))
  return [...rows.map(({ series, point }) => ({ ...series, points: [point] })), ...growth]
}

const ofOnePeriod: ReadonlySet<Shown['kind']> = new Set(['ranking', 'tiles'])

const isSame = (one: Parameters<typeof printPeriod>[0], other: Parameters<typeof printPeriod>[0]) =>
  printPeriod(one) === printPeriod(other)

/** What a series shows, number by number; of a derived one what it is made of. */
const factsOfSeries = (series: ChartSeries): FactKey[] =>
  series.points.flatMap((point) => {
    const made = point.derived?.parents.map((parent) => ({ ...parent, compilation: series.compilation }))
    return (made ?? [{ ...series, point }]).map(({ indicator, region, measure, compilation, point: of }) => ({
      ...{ indicator, region },
      key: [
        indicator.code,
        region.code,
        measure,
        compilation ?? '',
        of.period.time,
        printPeriod(of.period),
      ].join('|'),
    }))
  })

function keyOf({ indicator, region, measure, compilation, time, period }: Number): string {
  const parsed = parsePeriod(period, time)
  return [indicator, region, measure, compilation, time, parsed ? printPeriod(parsed) : period].join('|')
}

/** Whether a number would stand in one of the series. */
const isOf = (data: ChartData, { indicator, region, measure, compilation }: Number) =>
  data.series.some(
    (each) =>
      each.indicator.code === indicator &&
      each.region.code === region &&
      each.measure === measure &&
      (each.compilation ?? '') === compilation,
  )

/** What it takes to say a number that stands in the chart, or that one in it is made of. */
function seriesOfNumber(number: Number, data: ChartData): ChartSeries {
  const series = seriesOf(data)
  const parents = series.flatMap(({ points }) => points.flatMap(({ derived }) => derived?.parents ?? []))
  const entries = [...series, ...parents]
  const indicator = entries.find((each) => each.indicator.code === number.indicator)?.indicator
  const region = entries.find((each) => each.region.code === number.region)?.region
  const [first] = data.series
  if (!first || !indicator || !region)
    throw new Error(`A change of ${number.indicator} in ${number.region} is none of the chart.`)
  const { measure, compilation } = number
  return { indicator, region, measure, compilation, basis: first.basis, points: [] }
}
