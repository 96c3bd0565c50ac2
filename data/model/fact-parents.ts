import type { SeriesCompilation } from './compilation.ts'
import { denominators, type Method } from './derive/derived.ts'
import type { Fact } from './fact-id.ts'
import { admits, type Basis, basesOf, type Period, parsePeriod, periodOfYearEnd } from './period.ts'

/** How a number was made, as answers say it. */
interface Made {
  readonly method: Method
  readonly against: string
  /** Regions of a sum without a figure of their own. */
  readonly missing: readonly string[]
}

/** What of the catalogue tells the parents. */
interface Known {
  /** The compilation of another indicator that goes with that of the fact. */
  readonly compilationOf: (indicator: string) => SeriesCompilation
  /** The regions that make up that of the fact. */
  readonly members: readonly string[]
}

type Parents = (fact: Fact, made: Made, known: Known) => readonly Fact[]

/** The level that a derived fact is made of, at another period. */
const level = (fact: Fact, period: Period, more: Partial<Fact> = {}): Fact => {
  const own = { ...fact, of: '', comparedTo: '', transform: 'none', indexBase: '', period, ...more } as const
  return { ...own, basis: more.basis ?? basisFor(period, fact.basis) }
}

/** The basis of a fact where it admits the period of its parent; a population stands at a moment beside a year. */
function basisFor(period: Period, wanted: Basis): Basis {
  if (admits[wanted](period)) return wanted
  return admits.cumulative(period) ? 'cumulative' : (basesOf(period)[0] ?? wanted)
}

const periodNamed = ({ against }: Made, { period: { time } }: Fact): Period => {
  const period = parsePeriod(against, time)
  if (!period) throw new Error(`${against} is no period`)
  return period
}

/** The level of the period itself and that of the one it is measured against; one where they are the same. */
const levels: Parents = (fact, made) => {
  const [own, other] = [level(fact, fact.period), level(fact, periodNamed(made, fact))]
  const isOne = own.period.start === other.period.start && own.period.end === other.period.end
  return isOne ? [own] : [own, other]
}

const cumulatives: Parents = (fact, made) => {
  const earlier = periodNamed(made, fact)
  const period = { ...earlier, end: fact.period.end }
  return [period, earlier].map((each) => level(fact, each, { basis: 'cumulative' }))
}

const divided =
  (method: keyof typeof denominators): Parents =>
  (fact, _, { compilationOf }) => {
    const indicator = denominators[method]
    const period = method === 'per_head' ? periodOfYearEnd(fact.period) : fact.period
    const own = level(fact, fact.period)
    return period ? [own, level(fact, period, { indicator, compilation: compilationOf(indicator) })] : [own]
  }

const share: Parents = (fact, { against }, { compilationOf }) => {
  const [kind, region = ''] = against.split(':')
  const whole = kind === 'region' ? { region } : { indicator: against, compilation: compilationOf(against) }
  return [level(fact, fact.period), level(fact, fact.period, whole)]
}

const impliedBase: Parents = (fact, made) => {
  const later = level(fact, periodNamed(made, fact))
  return [later, { ...later, measure: 'yoy_pct' }]
}

const priorStock: Parents = (fact, made) => {
  const later = level(fact, periodNamed(made, fact))
  const span: Period = { time: 'span', start: fact.period.end + 1, end: later.period.end }
  return [later, level(fact, span, { measure: 'net_add' })]
}

const parts: Parents = (fact, { missing }, { members }) =>
  members.filter((region) => !missing.includes(region)).map((region) => level(fact, fact.period, { region }))

const none: Parents = () => []

/** The facts that each method makes a number of, in the order in which its formula names them: A, B. */
const parentsBy: Readonly<Record<Method, Parents>> = {
  decumulate: cumulatives,
  quarter: cumulatives,
  implied_base: impliedBase,
  prior_stock: priorStock,
  change: levels,
  pct_change: levels,
  yoy: levels,
  share,
  per_head: divided('per_head'),
  per_gdp: divided('per_gdp'),
  regions_sum: parts,
  index: levels,
  cagr: none,
}

/** The facts that a derived number is made of: printed ones, or sums of printed ones. */
export const parentsOf = (fact: Fact, made: Made, known: Known): readonly Fact[] =>
  parentsBy[made.method](fact, made, known)
