import type { Catalog } from '#data/catalog/catalog.ts'
import type { Lexicon } from '#data/language/lexicon.ts'
import type { Fact } from '#data/model/document-facts.ts'
import { unitCodeOf } from '#data/model/indicator.ts'
import type { Observation } from '#data/model/observation.ts'
import { isSamePeriod } from '#data/model/period.ts'
import type { ExtractedDocument, ExtractedRow } from '../extract/extract-document.ts'
import { countDigits, leastAgreeing, sayAgreeing, toObservations, verdictOf } from './agreement.ts'
import type { KnownFigures } from './known-figures.ts'

/** Levels printed with fewer digits agree by chance. */
const digits = 4
const scales = ['', '千', '万', '百万', '亿', '万亿']

interface Knowledge {
  readonly lexicon: Lexicon
  readonly known: () => KnownFigures
}

interface Votes {
  readonly unit: string
  readonly agreeing: readonly Observation[]
  readonly against: number
}

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
    return units.map((each) => votesFor(each, levelsIn(each, own, catalog), known()))
  })
  const [best, ...others] = votes.toSorted((a, b) => b.agreeing.length - a.agreeing.length)
  if (!best || best.agreeing.length < leastAgreeing || best.against >= best.agreeing.length) return undefined
  if (others.some(({ agreeing }) => agreeing.length > 0)) return undefined
  return { value: best.unit, origin: 'agreement', because: sayAgreeing(best.agreeing) }
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
  const levels = rows.filter(({ measure, value }) => measure === 'level' && countDigits(value) >= digits)
  return toObservations(
    levels.map((row) => ({ ...row, unit })),
    catalog,
  )
}

/** The same fact of any compilation: units do not differ by it. */
function votesFor(unit: string, readings: readonly Observation[], known: KnownFigures): Votes {
  const agreeing = new Map<string, Observation>()
  let against = 0
  for (const reading of readings) {
    const { region, period } = reading
    const same = known
      .allOf(reading)
      .filter((other) => other.region === region && isSamePeriod(other.period, period))
    const verdict = verdictOf(reading, same)
    if (verdict === 'agrees') agreeing.set(reading.value.toFixed(), reading)
    if (verdict === 'differs') against++
  }
  return { unit, agreeing: [...agreeing.values()], against }
}
