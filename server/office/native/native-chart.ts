import type { Language } from '#data/model/language.ts'
import type { Shape } from '#server/charts/index.ts'

/** A chart that Office draws itself, before it is XML: what is edited in PowerPoint, Word and WPS. */
export interface NativeChart {
  readonly language: Language
  /** `bars` lie, the first on top. */
  readonly shape: 'lines' | 'columns' | 'bars'
  /** Places on the axis of categories, in their order: the rows of its workbook. */
  readonly slots: readonly Slot[]
  /** What the rows are: 时期, 地区. */
  readonly slotName: string
  readonly series: readonly NativeSeries[]
  /** Uprights that say where numbers stop to compare. */
  readonly rules: readonly Rule[]
  readonly axis: ValueAxis
  /** Whether a line is joined over an empty slot; only where it is so on the pages, everywhere in the chart. */
  readonly blanks: 'gap' | 'span'
  /** Names and numbers at both ends of the lines, at their last points, or on every bar. */
  readonly labels: 'ends' | 'last' | 'every'
}

export interface Slot {
  readonly label: string
  /** What its row in the workbook says beside its numbers. */
  readonly note?: string
  /** Where all slots have one the axis is one of real time: days from 1899-12-30, as Excel counts them. */
  readonly day?: number
  /** Of a region what it is beside a rank. */
  readonly role?: 'nation' | 'chosen' | undefined
}

export interface NativeSeries {
  readonly name: string
  /** `#rrggbb`. */
  readonly color: string
  readonly shape: Shape
  /** Of its line, in points. */
  readonly width: number
  readonly dash: 'solid' | 'dash' | 'dot'
  /** Whether every point is marked, or only those that have to say something. */
  readonly isDotted: boolean
  /**
   * What stands at its last point in lines, the first of them strong: the number as it was printed, its period. Left
   * out, the name stands there.
   */
  readonly end?: readonly string[] | undefined
  /** One for each slot; undefined is a gap. */
  readonly points: readonly (NativePoint | undefined)[]
}

export interface NativePoint {
  /** In the unit of the axis: the exact decimal that the API gives in base units. */
  readonly value: number
  /** Colour of the mark, and of its edge where it is hollow. */
  readonly color: string
  /** Not final, or of another 口径: only the edge has the colour. */
  readonly isHollow: boolean
  /** 预计 and 目标: a diamond, a dashed edge. */
  readonly isAhead: boolean
  /** How far below and above it may be, in the unit of the axis; left out where nobody derived it or an end is open. */
  readonly reach?: { readonly below: number; readonly above: number } | undefined
  /** What stands behind its number: ▲, ※, 2024年1—5月. */
  readonly aside?: string | undefined
  /** What stands in the place of its number. */
  readonly remark?: string | undefined
  readonly status: string
  readonly source: string
}

/** A change of 口径 (a dashed upright with its name), or a base set anew (a tick on the axis). */
export interface Rule {
  readonly slot: number
  readonly name: string
  readonly isRebase: boolean
}

export interface ValueAxis {
  /** As it stands above the axis: `万亿元`; empty where it is in the number format. */
  readonly unit: string
  /** Number formats of Excel, of the axis and of labels beside points. */
  readonly format: string
  readonly labelFormat: string
  /** Of the values that are drawn, round. */
  readonly min: number
  readonly max: number
  readonly step: number
  /** Whether Office may choose the lower end itself. */
  readonly isMinFree: boolean
  readonly isLogarithmic: boolean
  readonly isShown: boolean
}
