import { type Compilation, compilationCodes, type SeriesCompilation } from './compilation.ts'
import { type Method, type Transform, transformCodes } from './derive/derived.ts'
import { type Measure, measureCodes } from './measure.ts'
import type { Status } from './observation.ts'
import { admits, type Basis, bases, type Period, parsePeriod, printPeriod, type Time } from './period.ts'

/** What a number says, whoever says it: everything that must be equal for two statements to be of one fact. */
export interface Fact {
  readonly indicator: string
  readonly region: string
  readonly period: Period
  /** Through which the period is seen: January–March as the first quarter, or as the cumulative of month 3. */
  readonly basis: Basis
  readonly measure: Measure
  readonly compilation: SeriesCompilation
  /** The whole of a share: an indicator, `region:CODE`, or ''. */
  readonly of: string
  readonly comparedTo: string
  readonly transform: Transform
  /** The period that is 100 of an index, '' of all else. */
  readonly indexBase: string
  /** '' of what is or was, final or preliminary. */
  readonly hoped: '' | Hoped
}

const hopes = ['expected', 'target'] as const
/** A status of facts that stand beside what is: a plan, a forecast. */
type Hoped = (typeof hopes)[number]

/*
 * `software_revenue~CN~2024-Q1~cumulative~yoy_pct`: indicator, region, period and basis, then whatever is not usual, in
 * the order of `optional`. Every word is of one list only, so that none has to hold the place of another, and every
 * sign stands unescaped in a path: the slash of a period is `..`, the colon of a reference `.`.
 */

const between = '~'
const escaped = (text: string) => text.replaceAll('/', '..').replaceAll(':', '.')
const unescaped = (text: string) => text.replaceAll('..', '/').replaceAll('.', ':')

interface Optional {
  /** '' where it is as usual. */
  readonly print: (fact: Fact) => string
  /** What a word says; undefined when it is none of these. */
  readonly read: (word: string) => Partial<Fact> | undefined
}

const isOneOf = <Word extends string>(words: readonly Word[], word: string): word is Word =>
  words.some((each) => each === word)

const after = (prefix: string, word: string) =>
  word.startsWith(prefix) && word !== prefix ? unescaped(word.slice(prefix.length)) : undefined

const optional: readonly Optional[] = [
  {
    print: ({ measure }) => (measure === 'level' ? '' : measure),
    read: (word) => (isOneOf<Measure>(measureCodes, word) ? { measure: word } : undefined),
  },
  {
    print: ({ compilation }) => compilation,
    read: (word) => (isOneOf<Compilation>(compilationCodes, word) ? { compilation: word } : undefined),
  },
  {
    print: ({ of }) => of && `of.${escaped(of)}`,
    read: (word) => {
      const of = after('of.', word)
      return of === undefined ? undefined : { of }
    },
  },
  {
    print: ({ comparedTo }) => comparedTo && `vs.${escaped(comparedTo)}`,
    read: (word) => {
      const comparedTo = after('vs.', word)
      return comparedTo === undefined ? undefined : { comparedTo }
    },
  },
  {
    print: ({ transform, indexBase }) =>
      transform === 'none' ? '' : transform + (indexBase && `.${escaped(indexBase)}`),
    read: (word) => {
      const base = parsePeriod(after('index.', word) ?? '', 'span')
      if (base) return { transform: 'index', indexBase: printPeriod(base) }
      return word !== 'index' && isOneOf<Transform>(transformCodes, word) ? { transform: word } : undefined
    },
  },
  {
    print: ({ hoped }) => hoped,
    read: (word) => (isOneOf(hopes, word) ? { hoped: word } : undefined),
  },
]

/** The id of a fact, the same in every version: made of unreserved characters only. */
export function printFactId(fact: Fact): string {
  const { indicator, region, period, basis } = fact
  const needed = [indicator, region, escaped(printPeriod(period)), basis]
  return [...needed, ...optional.map(({ print }) => print(fact)).filter((word) => word !== '')].join(between)
}

const usual = {
  measure: 'level',
  compilation: '',
  of: '',
  comparedTo: '',
  transform: 'none',
  indexBase: '',
  hoped: '',
} as const

/**
 * Reads an id, whatever the order of its optional words and however its periods are spelled: whoever wants the one
 * spelling prints what was read and compares.
 * @returns undefined for what names no fact: a part is missing, unknown or there twice, or the basis does not admit the period.
 */
export function parseFactId(text: string): Fact | undefined {
  const [indicator = '', region = '', period = '', basis = '', ...rest] = text.split(between)
  if (indicator === '' || region === '' || !isOneOf(bases, basis)) return undefined
  const read = parsePeriod(unescaped(period), timeOf(basis))
  if (!read || !admits[basis](read)) return undefined
  const said = rest.map((word) => optional.findIndex((each) => each.read(word) !== undefined))
  if (said.includes(-1) || new Set(said).size < said.length) return undefined
  const parts = rest.map((word, at) => optional[said[at] ?? -1]?.read(word))
  return Object.assign({ indicator, region, period: read, basis, ...usual }, ...parts)
}

const timeOf = (basis: Basis): Time => (basis === 'stock' ? 'moment' : 'span')

/** Where a point of an answer stands: what its series, comparison or item says of all its points. */
interface PlaceOfPoint {
  readonly indicator: string
  readonly region: string
  readonly measure?: Measure
  readonly compilation: SeriesCompilation
  readonly basis: Basis
  readonly of?: string
  readonly indexBase?: string | null
}

interface PointNamed {
  readonly period: string
  readonly time: Time
  readonly status: Status
  readonly comparedTo: string
  readonly derived: { readonly method: Method; readonly against: string } | null
}

/** By which transform a question has numbers made by a method; undefined where none does. */
const transformOf: Readonly<Record<Method, Transform | undefined>> = {
  decumulate: 'decumulate',
  quarter: 'decumulate',
  implied_base: 'implied_base',
  prior_stock: 'implied_base',
  change: 'change',
  pct_change: 'pct_change',
  yoy: 'yoy',
  share: 'share',
  per_head: 'per_head',
  per_gdp: 'per_gdp',
  regions_sum: 'none',
  index: 'index',
  cagr: undefined,
}

/**
 * The id of the fact that a point of an answer states, so that its evidence can be asked for: `/evidence/ID`.
 * @param place the series of /series, or the indicator, region, compilation and basis beside a point of another answer.
 * @returns undefined for a number that is no fact of its own, such as the growth that a target requires.
 */
export function factIdOf(place: PlaceOfPoint, point: PointNamed): string | undefined {
  const { indicator, region, compilation, basis } = place
  const period = parsePeriod(point.period, point.time)
  const { derived } = point
  const transform = derived ? transformOf[derived.method] : 'none'
  if (!period || transform === undefined) return undefined
  return printFactId({
    ...{ indicator, region, period, basis, compilation, transform },
    measure: derived ? 'level' : (place.measure ?? 'level'),
    of: transform === 'share' ? (derived?.against ?? '') : derived ? '' : (place.of ?? ''),
    comparedTo: point.comparedTo,
    indexBase: transform === 'index' ? (place.indexBase ?? '') : '',
    hoped: hopedOf(point.status),
  })
}

/** Whether a status makes a fact of its own. */
export const hopedOf = (status: Status): '' | Hoped => (isOneOf(hopes, status) ? status : '')
