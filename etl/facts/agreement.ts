import type { Catalog } from '#data/catalog/catalog.ts'
import type { Lexicon } from '#data/language/lexicon.ts'
import type { Compilation } from '#data/model/compilation.ts'
import type { Fact } from '#data/model/document-facts.ts'
import { unitCodeOf } from '#data/model/indicator.ts'
import { gapBetween } from '#data/model/interval.ts'
import type { Observation, ObservationRow } from '#data/model/observation.ts'
import { isSamePeriod, periodOfYearEnd, shiftYears } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ExtractedDocument, ExtractedRow } from '../extract/extract-document.ts'
import { toObservation } from '../normalize/to-observation.ts'
import type { KnownFigures } from './known-figures.ts'

export interface Knowledge {
  readonly lexicon: Lexicon
  /** Opened where a text lacks its year, the unit of a table, or the compilation of whole years. */
  readonly known: () => KnownFigures
}

/** So many different levels must be those that are published before they tell a fact of a document. */
const leastAgreeing = 3
/** Levels printed with fewer digits agree by chance: of a year, of a unit or a compilation. */
const digits = { year: 3, other: 4 }

/** The digits of a printed value that say something; levels with few of them agree by chance. */
export const countDigits = (printed: string): number => printed.replace(/^0\.0*|\D/g, '').length

const isTelling = ({ measure, qualifier, printedValue }: Observation, least: number) =>
  measure === 'level' && qualifier === '' && countDigits(printedValue) >= least

/** Rows as observations; those that make none are left out. */
export function toObservations(rows: readonly ObservationRow[], catalog: Catalog): Observation[] {
  return rows.flatMap((row) => {
    const read = toObservation({ id: '', source: '', file: '', line: 0, row }, catalog)
    return 'reason' in read ? [] : [read]
  })
}

/** The levels that speak for a value of a fact, each once, and how many speak against it. */
interface Votes {
  readonly value: string
  readonly agreeing: readonly Observation[]
  readonly against: number
}

/** Whether a reading can be what the statements of its fact say; `unknown` where there are none. */
type Verdict = 'agrees' | 'differs' | 'unknown'

function verdictOf({ interval }: Observation, statements: readonly Observation[]): Verdict {
  if (statements.length === 0) return 'unknown'
  return statements.some((each) => gapBetween(each.interval, interval).isZero()) ? 'agrees' : 'differs'
}

function votesFor(
  value: string,
  readings: readonly Observation[],
  verdictOn: (reading: Observation) => Verdict,
): Votes {
  const agreeing = new Map<string, Observation>()
  let against = 0
  for (const reading of readings) {
    const verdict = verdictOn(reading)
    if (verdict === 'agrees') agreeing.set(reading.value.toFixed(), reading)
    if (verdict === 'differs') against++
  }
  return { value, agreeing: [...agreeing.values()], against }
}

/** The value that several levels speak for, if it is clear from how many speak against it and for the next. */
function elect(
  votes: readonly Votes[],
  isClear: (best: Votes, next: Votes | undefined) => boolean,
  nameOf = ({ region }: Observation): string => region,
): Fact | undefined {
  const [best, next] = votes.toSorted((a, b) => b.agreeing.length - a.agreeing.length)
  if (!best || best.agreeing.length < leastAgreeing || !isClear(best, next)) return undefined
  const told = best.agreeing.slice(0, leastAgreeing)
  const said = told.map((each) => `${nameOf(each)} ${each.printedValue}${each.printedUnit}`)
  return { value: best.value, origin: 'agreement', because: said.join('、') }
}

const candidates = { first: 2005, last: 2040 }

/**
 * The year of a text without one, by the figures of it that are published already: several levels must be those of one
 * year, none those of another, and none may disagree.
 * @param readings what the text says if it is of the year `assumed`.
 */
export function yearOfAgreement(
  readings: readonly Observation[],
  assumed: number,
  known: KnownFigures,
): Fact | undefined {
  const telling = readings.filter((reading) => isTelling(reading, digits.year))
  const votes: Votes[] = []
  for (let year = candidates.first; year <= candidates.last; year++) {
    const ofYear = telling.map((each) => ({ ...each, period: shiftYears(each.period, year - assumed) }))
    votes.push(votesFor(String(year), ofYear, (each) => verdictOf(each, known.statementsOf(each))))
  }
  const isClear = (best: Votes, next?: Votes) => best.against === 0 && !next?.agreeing.length
  return elect(votes, isClear, ({ period }) => formatPeriod(period, 'zh'))
}

const scales = ['', '千', '万', '百万', '亿', '万亿']

/**
 * The unit of tables that leave it out, by the figures of them that are published already: in one unit several levels
 * are those published of the same fact, and more than are not; in no other unit any is.
 * @param readAs the document read as if its tables were in a unit.
 */
export function unitOfAgreement(
  plain: ExtractedDocument,
  readAs: (unit: Fact) => ExtractedDocument,
  { lexicon: { catalog }, known }: Knowledge,
): Fact | undefined {
  const lacking = plain.refusals.filter(({ lacks }) => lacks?.fact === 'unit')
  const places = new Set(lacking.map(({ line, number }) => `${line}:${number?.column}`))
  const families = new Map(
    lacking.map(({ lacks }) => unitsOf(lacks?.indicator ?? '', catalog)).map((units) => [units[0], units]),
  )
  const votes = [...families].flatMap(([unit = '', units]) => {
    const { rows } = readAs({ value: unit, origin: 'agreement', because: '' })
    const own = rows.filter((row) => row.unit === unit && places.has(`${row.line}:${row.column}`))
    return units.map((each) =>
      votesFor(each, levelsIn(each, own, catalog), (reading) =>
        verdictOf(reading, sameFact(reading, known())),
      ),
    )
  })
  return elect(votes, (best, next) => best.against < best.agreeing.length && !next?.agreeing.length)
}

/** 元, 千元, 万元 … of an indicator: all that its levels may be printed in. */
function unitsOf(code: string, { indicators, units }: Catalog): readonly string[] {
  const indicator = indicators.get(code)
  const unit = indicator && units.get(unitCodeOf(indicator, 'level'))
  const words = Object.keys(unit?.words ?? {}).filter((word) => word !== '')
  return unit?.scaled ? scales.map((scale) => scale + (indicator?.counter ?? words[0])) : words
}

/** The levels that tell, as if they were in a unit. */
function levelsIn(unit: string, rows: readonly ExtractedRow[], catalog: Catalog): readonly Observation[] {
  const levels = rows.filter(
    ({ measure, value }) => measure === 'level' && countDigits(value) >= digits.other,
  )
  const inUnit = levels.map((row) => ({ ...row, unit }))
  return toObservations(inUnit, catalog)
}

/** The same fact of any compilation: units do not differ by it. */
const sameFact = (reading: Observation, known: KnownFigures) =>
  known
    .allOf(reading)
    .filter(({ region, period }) => region === reading.region && isSamePeriod(period, reading.period))

/** So many times as many must agree as with any other compilation. */
const clearly = 3

/**
 * The compilation of a document that does not say it, by its figures that are published already: several levels of whole
 * years are those of one compilation alone, more than are not, and hardly any is that of another alone.
 */
export function compilationOfAgreement(
  rows: readonly ExtractedRow[],
  { lexicon: { catalog }, known }: Knowledge,
): Fact | undefined {
  const compilationsOf = ({ indicator }: { readonly indicator: string }) =>
    catalog.indicators.get(indicator)?.compilations ?? []
  const differing = rows.filter((row) => compilationsOf(row).length >= 2)
  const readings = toObservations(differing, catalog).filter(
    (read) => isTelling(read, digits.other) && periodOfYearEnd(read.period),
  )
  if (new Set(readings.map(({ value }) => value.toFixed())).size < leastAgreeing) return undefined
  const verdictAs = (reading: Observation, compilation: Compilation) => {
    const statements = known().statementsOf({ ...reading, compilation })
    return verdictOf(
      reading,
      statements.filter((each) => isTelling(each, digits.other)),
    )
  }
  const votes = [...new Set(readings.flatMap(compilationsOf))].map((compilation) =>
    votesFor(compilation, readings, (reading) => {
      const verdict = verdictAs(reading, compilation)
      const others = compilationsOf(reading).filter((each) => each !== compilation)
      // What both compilations print alike tells neither.
      const isAlike = verdict === 'agrees' && others.some((each) => verdictAs(reading, each) === 'agrees')
      return isAlike ? 'unknown' : verdict
    }),
  )
  return elect(
    votes,
    (best, next) =>
      best.against < best.agreeing.length && (next?.agreeing.length ?? 0) * clearly <= best.agreeing.length,
  )
}
