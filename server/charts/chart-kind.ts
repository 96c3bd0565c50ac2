import type { EChartsCoreOption } from 'echarts/core'
import type { SeriesCompilation } from '#data/model/compilation.ts'
import type { Dated } from '#data/model/dating.ts'
import type { Method, Transform } from '#data/model/derive/derived.ts'
import type { Language, Text } from '#data/model/language.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Qualifier, Status } from '#data/model/observation.ts'
import type { Basis, Period } from '#data/model/period.ts'
import type { Ladder } from '#data/model/quantity.ts'
import type { Trust } from '#data/model/trust.ts'
import type { CompareKind, TrendKind } from './address/chart-fields.ts'
import type { ThemeName } from './palette.ts'

/** A number as a chart needs it: printed, or derived from printed ones. An answer of the API becomes one through `toChartPoint`. */
export interface ChartPoint {
  readonly period: Period
  /** In base units. */
  readonly value: number
  readonly printedValue: string
  readonly printedUnit: string
  readonly status: Status
  readonly qualifier: Qualifier
  /** The id of its source. */
  readonly source: string
  /** How far it can be followed: to its sentence, to an address, to a title. */
  readonly trust: Trust
  /** How many other sources state the same fact. */
  readonly others: number
  /** The least and the most it can stand for, in base units; null where that end is open. */
  readonly low: number | null
  readonly high: number | null
  /** How it was made, where nobody printed it. */
  readonly derived: ChartDerivation | null
  /** Where it would lie, in base units, where it is printed so and leaves its own course. */
  readonly oddity?: { readonly low: number | null; readonly high: number | null } | null | undefined
  /** Why it does not compare with the number before it: 口径 changed. */
  readonly break: ChartBreak | null
}

/** Why a number does not compare with the one before it. */
interface ChartBreak extends Text {
  /** The issuer re-sets the base of its figures, as it does every year: no change of what is counted. */
  readonly isRebase?: boolean | undefined
}

export interface ChartDerivation {
  readonly method: Method
  /** The printed numbers it is made of, the latest first. */
  readonly parents: readonly ChartParent[]
  /** How many more printed numbers it is made of, that are not among `parents`. */
  readonly unknownParents?: number
  /** What it is measured against, in words; empty where nothing. */
  readonly against: Text
  /** 口径 changes between the parents. */
  readonly isAcrossBreak: boolean
  /** Names of the regions that a sum among the parents lacks. */
  readonly missing?: readonly Text[]
}

/** A printed number that another is made of. */
export interface ChartParent extends Pick<ChartSeries, 'indicator' | 'region' | 'measure'> {
  readonly point: ChartPoint
}

export interface ChartIndicator {
  readonly code: string
  readonly name: Text
  readonly kind: 'flow' | 'stock' | 'ratio' | 'index'
  /** The indicator's own unit; percentages and points are known to the charts. */
  readonly unit: Ladder
  readonly counter?: string | null | undefined
  /** false where levels of different times are not of one price base: no two bases are drawn on one axis. */
  readonly comparable?: boolean | undefined
  /** 口径: what to beware of; with `since` (`2024` or `2024-02`) it is drawn as a break. */
  readonly notes: readonly (Text & { readonly since?: string | undefined })[]
}

export interface ChartRegion {
  readonly code: string
  readonly kind: 'nation' | 'zone' | 'cluster' | 'group' | 'province' | 'city' | 'area'
  readonly name: Text
}

export interface ChartSeries {
  readonly indicator: ChartIndicator
  readonly region: ChartRegion
  readonly measure: Measure
  /** Left out or empty where the compilations of the indicator agree. */
  readonly compilation?: SeriesCompilation
  readonly basis: Basis
  /** The name of the whole of a share, when it is not understood. */
  readonly of?: Text | undefined
  /** What a change is measured against, when it is not the year before. */
  readonly comparedTo?: Text | undefined
  /** What was made of the levels; left out or `none`, the numbers are as printed. */
  readonly transform?: Transform | undefined
  /** Of an index the period that is 100; of cumulative numbers the year whose same months are. */
  readonly indexBase?: Period | undefined
  /** Printed January–Februaries that nobody divided: said, not drawn, where months are derived. */
  readonly undivided?: readonly ChartPoint[] | undefined
  /** In time order. A series without points is a region asked for that has no number: it is listed as missing. */
  readonly points: readonly ChartPoint[]
}

export interface ChartSource {
  readonly id: string
  readonly title: string
  /** Who is responsible for its numbers. */
  readonly issuers: readonly Text[]
  /** Where it was read; '' for a page of the issuer. */
  readonly carrier: string
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or empty. */
  readonly published: string
  readonly dating: Dated['dating']
}

/** What a chart is drawn from: the same for every kind. */
export interface ChartData {
  /** All of one unit and basis. */
  readonly series: readonly ChartSeries[]
  readonly sources: readonly ChartSource[]
  readonly language: Language
  /** The one period that `ranking` and `tiles` show, the two of `slope`; the latest (first and latest) when left out. */
  readonly periods?: readonly Period[] | undefined
  /** 各省最新: each region at its own latest period instead of all at one. */
  readonly isLatest?: boolean | undefined
  /** How fast what is ranked grew, by region: stands beside it in `ranking`. */
  readonly growth?: readonly ChartSeries[] | undefined
  /** The code of the region the reader has chosen. */
  readonly selected?: string | undefined
  /** How a cell of its table says a number; left out, with its unit, as it was printed. */
  readonly inTable?: ((number: TableNumber) => string) | undefined
}

/** A number in a table, and how the chart itself says it where it has one unit for all. */
export interface TableNumber extends ShownNumber {
  readonly label?: { readonly digits: string; readonly unit: string } | undefined
}

/** The room that a picture is given, in pixels. */
export interface Size {
  readonly width: number
  /** Left out, the kind takes what suits its width and data. One whose labels would touch takes more than asked for. */
  readonly height?: number | undefined
}

/** Where it is drawn. The same data and frame give the same picture everywhere. */
export interface Frame extends Size {
  readonly theme: ThemeName
}

/** The words that go with a picture; they depend on neither size nor theme. */
export interface ChartWords {
  /** What is shown. */
  readonly title: string
  /** Region, basis and unit. */
  readonly subtitle: string
  /** Cautions, what is missing, sources and the data date: one line each. */
  readonly foot: readonly string[]
  /** The chart in one or two statistical sentences: alt text, aria label and what is copied. */
  readonly sentence: string
}

/** The same numbers in the same order as a table. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[]
  /** A cell without a number is `—`. */
  readonly rows: readonly (readonly string[])[]
}

interface ChartColumn {
  readonly label: string
  readonly align: 'start' | 'end'
}

/** A number with the series it belongs to. */
export interface ShownNumber {
  readonly series: ChartSeries
  readonly point: ChartPoint
}

/** Something in the picture that can be pointed at: a point, a bar, a tile. */
export interface Mark {
  readonly seriesIndex: number
  readonly dataIndex: number
  /** Its place in data coordinates of its series. */
  readonly at: readonly [number, number]
  readonly region: string
  /** The id of the source its number stands in; empty without a printed number. */
  readonly source: string
  /** The number it stands for, with its series; left out where it stands for none. */
  readonly shown?: ShownNumber | undefined
  /** What is read aloud: name, period, printed value. */
  readonly text: string
  readonly tip: Tip
}

/** What a mark says when pointed at. */
interface Tip {
  readonly heading: string
  /** Empty where the chart has but one series. */
  readonly name: string
  readonly value: string
  /** Status, interval, source, and what else to know. */
  readonly lines: readonly string[]
  /** How many other statements of the same fact there are, in words; empty without. */
  readonly others: string
  /** What a derived number is made of. */
  readonly parents: readonly TipParent[]
}

/** A printed number that another is made of, many provinces as one, or those that are not known. */
export interface TipParent {
  readonly text: string
  /** The id of the source it stands in; empty where it is not one number. */
  readonly source: string
  /** Where all provinces of a sum are seen. */
  readonly summed?: SummedProvinces
}

/** What to ask for to see every province of a sum. */
interface SummedProvinces {
  readonly indicator: string
  readonly compilation: SeriesCompilation
  readonly basis: Basis
  /** As the API writes it. */
  readonly period: string
}

export interface Picture {
  /** Holds neither title nor foot; its tooltip shows only when told to. */
  readonly option: EChartsCoreOption
  readonly height: number
  /** One lane per line or row of marks: ← → move along a lane, ↑ ↓ between lanes. */
  readonly lanes: readonly (readonly Mark[])[]
  /** By which distance the mark under a pointer is found. */
  readonly pointing: 'x' | 'y' | 'xy'
}

/** What names a chart kind in addresses. */
export type ChartKindId = TrendKind | CompareKind

/** What a page must know of one way of picturing series before it draws: a page imports those that it shows. */
export interface ChartKind {
  readonly id: ChartKindId
  /** Whether these series can be drawn so: what a page offers to choose from. */
  fits(series: readonly ChartSeries[]): boolean
  describe(data: ChartData): ChartWords
  /** How high the picture will be, in pixels: its place is kept until it is drawn. */
  heightOf(data: ChartData, size: Size): number
}

/** Draws series in one way (`drawings/`): as high as the kind says. */
export type Draw = (data: ChartData, frame: Frame) => Picture
