import * as echarts from 'echarts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Status } from '#data/model/observation.ts'
import { admits, type Basis, parsePeriod } from '#data/model/period.ts'
import { powerOf, toBase } from '#data/model/unit.ts'
import {
  type ChartData,
  type ChartPoint,
  type ChartSeries,
  type Picture,
  widthOf,
} from '#server/charts/index.ts'

const { indicators, regions, units } = readCatalog('data/catalog')

interface Wanted {
  readonly indicator: string
  readonly region?: string
  readonly measure?: Measure
  readonly basis: Basis
  /** `2024-01/2024-04 3.8万亿元`: a period and a printed number a line, `初` before a preliminary one. */
  readonly figures: readonly string[]
}

/** A series of printed figures, with its indicator and region from the catalogue. */
export function chartSeries({
  indicator,
  region = 'CN',
  measure = 'level',
  basis,
  figures,
}: Wanted): ChartSeries {
  const entry = found(indicators.get(indicator), indicator)
  const unit = found(units.get(entry.unit), entry.unit)
  const base = measure === 'level' || measure === 'net_add' ? unit : found(units.get('percent'), 'percent')
  const points = figures.map((figure): ChartPoint => {
    const [, when = '', preliminary, printedValue = '', printedUnit = ''] =
      /^(\S+) (初)?(-?[\d.]+)(.*)$/.exec(figure) ?? []
    const period = found(parsePeriod(when, basis === 'stock' ? 'moment' : 'span'), figure)
    if (!admits[basis](period)) throw new Error(`${figure} is not of the basis ${basis}`)
    const value = toBase(printedValue, found(powerOf(printedUnit, base), printedUnit)).toNumber()
    const status: Status = preliminary ? 'preliminary' : 'actual'
    const half = 10 ** -(printedValue.split('.')[1]?.length ?? 0) / 2
    const off = Math.abs(value / Number(printedValue) || 1) * half
    return {
      period,
      value,
      printedValue,
      printedUnit,
      status,
      qualifier: '',
      source: 'miit',
      trust: 'title',
      others: 0,
      low: value - off,
      high: value + off,
      derived: null,
      break: null,
    }
  })
  return { indicator: { ...entry, unit }, region: found(regions.get(region), region), measure, basis, points }
}

function found<Entry>(entry: Entry | undefined, what: string): Entry {
  if (entry === undefined) throw new Error(`There is no ${what}.`)
  return entry
}

/** What a chart is drawn from: series and one source. */
export const chartData = (series: readonly ChartSeries[], more: Partial<ChartData> = {}): ChartData => ({
  series,
  sources: [
    {
      id: 'miit',
      title: '软件业经济运行情况',
      issuers: [{ zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology' }],
      carrier: '',
      published: '2026-08-28',
      dating: 'issue',
    },
  ],
  language: 'zh',
  ...more,
})

/** The picture as SVG, drawn without a browser. */
export function renderSvg({ option, height }: Picture, width: number): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

/** The texts of an SVG, in the order they are drawn. */
export const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)

/** From where to where the texts of an SVG reach, going by the widths the charts reckon with. */
export function boxesOf(svg: string): { text: string; left: number; right: number }[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const find = (pattern: RegExp) => pattern.exec(attributes)?.[1]
    const x = Number(find(/translate\(([\d.-]+)/) ?? 0) + Number(find(/ x="([\d.-]+)/) ?? 0)
    const width = widthOf(text, Number(find(/font-size:([\d.]+)/) ?? 12))
    const anchor = find(/text-anchor="(\w+)"/)
    const left = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
    return { text, left, right: left + width }
  })
}
