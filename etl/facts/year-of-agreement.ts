import type { Fact } from '#data/model/document-facts.ts'
import type { Observation } from '#data/model/observation.ts'
import { shiftYears } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { countDigits, leastAgreeing, verdictOf } from './agreement.ts'
import type { KnownFigures } from './known-figures.ts'

/** Levels printed with fewer digits agree by chance. */
const digits = 3
const candidates = { first: 2005, last: 2040 }

interface Votes {
  readonly year: number
  readonly agreeing: readonly Observation[]
  readonly against: number
}

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
  const telling = readings.filter(
    ({ measure, qualifier, printedValue }) =>
      measure === 'level' && qualifier === '' && countDigits(printedValue) >= digits,
  )
  const votes: Votes[] = []
  for (let year = candidates.first; year <= candidates.last; year++)
    votes.push(votesFor(year, telling, year - assumed, known))
  const [best, next] = votes.toSorted((a, b) => b.agreeing.length - a.agreeing.length)
  if (!best || best.agreeing.length < leastAgreeing || best.against > 0) return undefined
  if (next && next.agreeing.length > 0) return undefined
  return { value: String(best.year), origin: 'agreement', because: sayAgreeing(best.agreeing) }
}

function votesFor(year: number, telling: readonly Observation[], years: number, known: KnownFigures): Votes {
  const agreeing = new Map<string, Observation>()
  let against = 0
  for (const reading of telling) {
    const shifted = { ...reading, period: shiftYears(reading.period, years) }
    const verdict = verdictOf(reading, known.statementsOf(shifted))
    if (verdict === 'agrees') agreeing.set(reading.value.toFixed(), shifted)
    if (verdict === 'differs') against++
  }
  return { year, agreeing: [...agreeing.values()], against }
}

const sayAgreeing = (agreeing: readonly Observation[]) =>
  agreeing
    .slice(0, leastAgreeing)
    .map(
      ({ period, printedValue, printedUnit }) =>
        `${formatPeriod(period, 'zh')} ${printedValue}${printedUnit}`,
    )
    .join('、')

/** The year that a text is read as of while its own is unknown: any will do, as its periods move with it. */
export const assumedYear = 2024
