import type { Catalog } from '#data/catalog/catalog.ts'
import { render } from '#data/language/render/render.ts'
import { doubts } from '#data/model/doubt.ts'
import type { Observation, ObservationRow, RefusalReason } from '#data/model/observation.ts'
import { refusalReasons } from '#data/model/observation.ts'
import { admits, lengthOf } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { Knowledge } from '../doubts/doubter.ts'
import { findDoubts } from '../doubts/index.ts'
import type { KnownFigures } from '../facts/known-figures.ts'
import { toObservation } from '../normalize/to-observation.ts'
import type { Column, KnownPoint, LookAnswer } from './answers.ts'

/** The column that a row is refused for. */
const atFault: { readonly [Reason in RefusalReason]?: Column } = {
  'unknown-indicator': 'indicator',
  'unknown-region': 'region',
  'unknown-measure': 'measure',
  'unknown-status': 'status',
  'unknown-qualifier': 'qualifier',
  'not-a-number': 'value',
  'unreadable-period': 'period',
  'period-does-not-fit': 'period',
  'period-has-no-basis': 'period',
  'unit-does-not-fit': 'unit',
  'unknown-reference': 'compared_to',
  'comparison-not-earlier': 'compared_to',
  'implausible-value': 'value',
  'too-many-digits': 'value',
}

interface Looking extends Knowledge {
  /** The source that its document is. */
  readonly source: string
  /** The words that its number stands in. */
  readonly quote: string
}

/** What a row of a document would mean if it was published, what speaks against it, and the published figures of its series. */
export function lookAtRow(row: ObservationRow, { source, quote, ...knowledge }: Looking): LookAnswer {
  const { catalog, known } = knowledge
  const read = toObservation({ id: '', source, file: '', line: 0, row }, catalog)
  if ('reason' in read) {
    const problem = `${refusalReasons[read.reason]}：${read.detail}`
    return { problem, column: atFault[read.reason] ?? '', warnings: [], sentence: '', known: [] }
  }
  return {
    problem: '',
    column: '',
    warnings: warningsOf(read, quote, knowledge),
    sentence: render([read], catalog),
    point: toPoint(read, catalog),
    known: courseOf(read, known).map((each) => toPoint(each, catalog)),
  }
}

/** By itself: identities with other figures are held against it when it is published. */
function warningsOf(figure: Observation, quote: string, knowledge: Knowledge): readonly string[] {
  const doubt = findDoubts([figure], { ...knowledge, curated: [] }).get(figure)
  return [
    ...(isPrinted(figure, quote) ? [] : [`原文此处没有印着 ${figure.printedValue}`]),
    ...(doubt ? [`${doubts[doubt.doubt].zh}：${doubt.detail}`] : []),
  ]
}

/** Whether the words print the number; one in characters is not looked for. */
function isPrinted({ printedValue }: Observation, quote: string): boolean {
  const digits = quote.replace(/[,，\s]/g, '')
  return !/\d/.test(digits) || digits.includes(printedValue.replace('-', ''))
}

/** The figures that cover as many months; where none does, those from January on. */
function courseOf(figure: Observation, known: KnownFigures): readonly Observation[] {
  const course = known.courseOf(figure)
  const alike = course.filter(({ period }) => lengthOf(period) === lengthOf(figure.period))
  return alike.length > 0 ? alike : course.filter(({ period }) => admits.cumulative(period))
}

const toPoint = (
  { period, value, printedValue, printedUnit, source }: Observation,
  { sources }: Catalog,
): KnownPoint => ({
  period: formatPeriod(period, 'zh'),
  end: period.end,
  value: value.toNumber(),
  printed: `${printedValue}${printedUnit}`,
  source: sources.get(source)?.title ?? source,
})
