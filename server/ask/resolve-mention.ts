import type { Catalog } from '#data/catalog/catalog.ts'
import concepts from '#data/language/questions/concepts.json' with { type: 'json' }
import {
  combine,
  conceptOfTopic,
  type IndicatorNames,
  isWeak,
  type Scored,
  scoreIndicators,
} from './find-indicators.ts'
import type { Mention, Question } from './question.ts'

/** The indicators that some words of a question may mean. */
export interface Named {
  /** One where the words leave no doubt; several where they may mean any of them; none where they mean nothing known. */
  readonly codes: readonly string[]
  /** Whether nothing is left out that tells indicators apart. */
  readonly isCertain: boolean
  /** Whether the words that may mean something else too, such as 占比, belong to the name. */
  readonly usesMay: boolean
  /** What of a question the words say beside the indicator: 渗透率 is a share of users. */
  readonly isShare: boolean
  /** A topic, of which the headline is taken. */
  readonly isOfTopic?: boolean
}

const nothing: Named = { codes: [], isCertain: false, usesMay: false, isShare: false }

/** Farther than this, words are left out that tell indicators apart. */
const certain = 0.5
/** Nearer than this to each other, two indicators cannot be told apart. */
const indistinct = 0.3
/** As far as another word for the very same thing. */
const byAnyName = 0.05
/** What is farther than the nearest by more than a word is not offered. */
const oneWord = 1.2
const mostOffered = 8

export interface Known {
  readonly catalog: Catalog
  readonly names: IndicatorNames
  /** The plain question. */
  readonly text: string
}

/** What one mention of an indicator means. */
export function resolveMention(mention: Mention, known: Known, counted: Counted = uncounted): Named {
  const named = resolve(mention, known)
  if (named.codes.length < 2) return named
  const codes = countedIn(named.codes, counted, known)
  return { ...named, codes, isCertain: named.isCertain || codes.length === 1 }
}

/** What of a question says how things are counted. */
export type Counted = Pick<Question, 'units' | 'isCounted' | 'measure'>

const uncounted: Counted = { units: [], isCounted: false, measure: undefined }

/** 座机还有多少户: of several, those that are counted so. */
function countedIn(
  codes: readonly string[],
  { units, isCounted, measure }: Counted,
  { catalog: { indicators } }: Known,
): readonly string[] {
  const fitting = codes.filter((code) => {
    const indicator = indicators.get(code)
    return units.some(
      ({ unit, word }) => indicator?.unit === unit && (unit !== 'count' || indicator.counter === word),
    )
  })
  if (fitting.length > 0) return fitting
  if (measure === 'net_add') {
    const stocks = codes.filter((code) => indicators.get(code)?.kind === 'stock')
    if (stocks.length > 0) return stocks
  }
  const things = isCounted ? codes.filter((code) => indicators.get(code)?.unit === 'count') : []
  return things.length > 0 ? things : codes
}

function resolve(mention: Mention, known: Known): Named {
  const { names, concepts: must, may } = mention
  if (names.length > 0 && must.length === 0)
    return { ...nothing, codes: [...new Set(names)], isCertain: true }
  for (const more of may.length > 1 ? [may.flat(), ...may] : may) {
    const found = resolveWith(mention, more, known)
    if (found.isCertain) return { ...found, usesMay: true, isShare: false }
  }
  if (must.length === 0) return nothing
  const plain = resolveWith(mention, [], known)
  if (plain.codes.length > 0) return { ...plain, usesMay: false, isShare: false }
  return asShare(mention, known) ?? nothing
}

/** 5G渗透率: no name of an indicator, but the share of its users. */
function asShare(mention: Mention, known: Known): Named | undefined {
  const isPenetration = (senses: readonly (readonly string[])[]) =>
    senses.some((codes) => codes.includes('penetration'))
  if (!mention.concepts.some(isPenetration)) return undefined
  const concepts = [...mention.concepts.filter((senses) => !isPenetration(senses)), [['users']]]
  const { codes, isCertain } = resolveWith({ ...mention, concepts }, [], known)
  return isCertain ? { codes, isCertain, usesMay: false, isShare: true } : undefined
}

interface Resolved {
  readonly isOfTopic?: boolean
  readonly codes: readonly string[]
  readonly isCertain: boolean
}

function resolveWith(mention: Mention, more: readonly string[], known: Known): Resolved {
  const sets = combine(mention.concepts).map((senses) => new Set([...senses.flat(), ...more]))
  const named = mention.names.flatMap((code) => (sets.some((set) => fits(code, set, known)) ? [code] : []))
  if (named.length > 0) return { codes: [...new Set(named)], isCertain: true }
  if (mention.names.length > 0) return { codes: [], isCertain: false }
  const scored = sets.flatMap((set) => scoreIndicators(set, known.names)).sort((a, b) => a.far - b.far)
  const [exact, ...twins] = new Set(scored.filter(({ far }) => far <= byAnyName).map(({ code }) => code))
  if (exact !== undefined && twins.length === 0 && sets.length === 1 && !isVague(sets))
    return { codes: [exact], isCertain: true }
  const headline = sets.length > 0 && more.every(isWeak) ? headlineOf(sets, known.catalog) : undefined
  if (headline !== undefined) return { codes: [headline], isCertain: true, isOfTopic: true }
  return isVague(sets) ? offerVague(scored, known.catalog) : choose(verbatim(scored, known))
}

const fits = (code: string, set: ReadonlySet<string>, { names }: Known) =>
  [...set].every((concept) => isWeak(concept) || names.all.get(code)?.has(concept))

const vague: ReadonlySet<string> = new Set(concepts.vague)

/** One word that says of what, or what, but not both: 收入, 宽带. */
const isVague = (sets: readonly ReadonlySet<string>[]) =>
  sets.every((set) => {
    const [first, ...others] = [...set].filter((concept) => !isWeak(concept))
    return first !== undefined && others.length === 0 && vague.has(first)
  })

/** What such a word may mean, what is asked for most first. */
function offerVague(scored: readonly Scored[], { topics }: Catalog): Resolved {
  const lead = (code: string) => {
    if (topics.some(({ headline }) => headline === code)) return 1.5
    return topics.some(({ leads }) => leads.includes(code)) ? 0.8 : 0
  }
  const far = ({ code, far }: Scored) => far - lead(code)
  const offered = scored.toSorted((a, b) => far(a) - far(b)).map(({ code }) => code)
  const codes = [...new Set(offered)]
  return { codes: codes.slice(0, mostOffered), isCertain: codes.length === 1 }
}

/** Of several that are named alike, the one whose own name stands in the question word for word. */
function verbatim(scored: readonly Scored[], { catalog: { indicators }, text }: Known): readonly Scored[] {
  const exact = scored.filter(
    ({ code, far }) => far === 0 && text.includes(indicators.get(code)?.name.zh.toLowerCase() ?? '\0'),
  )
  return exact.length === 1 ? exact : scored
}

function choose(scored: readonly Scored[]): Resolved {
  const [best] = scored
  if (!best) return { codes: [], isCertain: false }
  if (best.far < certain) {
    const near = scored.filter(({ far }) => far < best.far + indistinct)
    const isOne = new Set(near.map(({ code }) => code)).size === 1
    const codes = (isOne ? near : scored.filter(({ far }) => far <= best.far + oneWord)).map(
      ({ code }) => code,
    )
    return { codes: [...new Set(codes)].slice(0, mostOffered), isCertain: isOne }
  }
  const offered = scored.filter(({ far }) => far <= best.far + oneWord)
  const codes = [...new Set(offered.map(({ code }) => code))]
  return { codes: codes.slice(0, mostOffered), isCertain: codes.length === 1 && best.far < onlyOne }
}

/** One word may be left out of a name where no other name has the rest. */
const onlyOne = 0.9

/** A topic alone means its headline: 软件. */
function headlineOf(sets: readonly ReadonlySet<string>[], { topics }: Catalog): string | undefined {
  if (sets.some((set) => set.size > 1)) return undefined
  const found = topics.find(({ code }) =>
    sets.some((set) => {
      const strong = [...set].filter((concept) => !isWeak(concept))
      return strong.length === 1 && strong[0] === conceptOfTopic(code)
    }),
  )
  return found?.headline
}
