import type { Catalog } from '#data/catalog/catalog.ts'
import type { Lexicon } from '#data/language/lexicon.ts'
import type { Compilation } from '#data/model/compilation.ts'
import type { Fact } from '#data/model/document-facts.ts'
import type { Observation } from '#data/model/observation.ts'
import { periodOfYearEnd } from '#data/model/period.ts'
import type { ExtractedRow } from '../extract/extract-document.ts'
import { countDigits, leastAgreeing, sayAgreeing, toObservations, verdictOf } from './agreement.ts'
import type { KnownFigures } from './known-figures.ts'

/** Levels printed with fewer digits agree by chance. */
const digits = 4
/** So many times as many must agree as with any other compilation. */
const clearly = 3

interface Knowledge {
  readonly lexicon: Lexicon
  readonly known: () => KnownFigures
}

interface Votes {
  readonly compilation: Compilation
  readonly agreeing: readonly Observation[]
  readonly against: number
}

/**
 * The compilation of a document that does not say it, by its figures that are published already: several levels of whole
 * years are those of one compilation alone, more than are not, and hardly any is that of another alone.
 */
export function compilationOfAgreement(
  rows: readonly ExtractedRow[],
  { lexicon: { catalog }, known }: Knowledge,
): Fact | undefined {
  const readings = toReadings(rows, catalog)
  if (new Set(readings.map(({ value }) => value.toFixed())).size < leastAgreeing) return undefined
  const candidates = new Set(readings.flatMap((reading) => compilationsOf(reading, catalog)))
  const votes = [...candidates].map((each) => votesFor(each, readings, { catalog, figures: known() }))
  const [best, next] = votes.toSorted((a, b) => b.agreeing.length - a.agreeing.length)
  if (!best || best.agreeing.length < leastAgreeing || best.against >= best.agreeing.length) return undefined
  if (next && next.agreeing.length * clearly > best.agreeing.length) return undefined
  return { value: best.compilation, origin: 'agreement', because: sayAgreeing(best.agreeing) }
}

const compilationsOf = ({ indicator }: Observation, { indicators }: Catalog) =>
  indicators.get(indicator)?.compilations ?? []

/** Levels that may be of either compilation, and that tell. */
function toReadings(rows: readonly ExtractedRow[], catalog: Catalog): readonly Observation[] {
  const differing = rows.filter(
    ({ indicator }) => (catalog.indicators.get(indicator)?.compilations ?? []).length >= 2,
  )
  return toObservations(differing, catalog).filter((read) => isTelling(read) && periodOfYearEnd(read.period))
}

const isTelling = ({ measure, qualifier, printedValue }: Observation) =>
  measure === 'level' && qualifier === '' && countDigits(printedValue) >= digits

/** What both compilations print alike tells neither. */
function votesFor(
  compilation: Compilation,
  readings: readonly Observation[],
  { catalog, figures }: { readonly catalog: Catalog; readonly figures: KnownFigures },
): Votes {
  const agreeing = new Map<string, Observation>()
  let against = 0
  for (const reading of readings) {
    const others = compilationsOf(reading, catalog).filter((each) => each !== compilation)
    const verdict = verdictOn(reading, compilation, figures)
    if (verdict === 'differs') against++
    if (verdict === 'agrees' && others.every((each) => verdictOn(reading, each, figures) !== 'agrees'))
      agreeing.set(reading.value.toFixed(), reading)
  }
  return { compilation, agreeing: [...agreeing.values()], against }
}

const verdictOn = (reading: Observation, compilation: Compilation, figures: KnownFigures) =>
  verdictOf(reading, figures.statementsOf({ ...reading, compilation }).filter(isTelling))
