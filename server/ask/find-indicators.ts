import type { Catalog } from '#data/catalog/catalog.ts'
import concepts from '#data/language/questions/concepts.json' with { type: 'json' }
import { groupBy } from '#data/model/group-by.ts'
import { plainText } from './plain-text.ts'
import { type Splitter, splitQuestion } from './split-question.ts'

const weak: ReadonlySet<string> = new Set(Object.keys(concepts.weak))
/** Words that most names leave out as often as they have them. */
const light: ReadonlySet<string> = new Set(concepts.light)

/** What a concept weighs that a name has and a question leaves out. */
const weightOf = (concept: string) => (weak.has(concept) ? 0.1 : light.has(concept) ? 0.4 : 1)

export const isWeak = (concept: string) => weak.has(concept)

interface NamedBy {
  readonly concepts: ReadonlySet<string>
  /** Its own name, rather than another word for it. */
  readonly isOwn: boolean
}

/** The names of each indicator, as sets of concepts. */
export interface IndicatorNames {
  readonly names: ReadonlyMap<string, readonly NamedBy[]>
  /** All concepts of all its names. */
  readonly all: ReadonlyMap<string, ReadonlySet<string>>
  /** The indicators of whose names it is a piece. */
  readonly having: ReadonlyMap<string, readonly string[]>
  /** Names that are made of nothing but concepts. */
  readonly isWhole: ReadonlySet<string>
}

/** Every name of every indicator as the concepts that it is made of; what is not made of them is left out. */
export function toIndicatorNames({ indicators }: Catalog, splitter: Splitter): IndicatorNames {
  const names = new Map<string, NamedBy[]>()
  const isWhole = new Set<string>()
  const implied = new Map<string, readonly string[]>()
  for (const { code, name, aliases, topic } of indicators.values()) {
    implied.set(code, Object.hasOwn(concepts.topics, topic) ? [conceptOfTopic(topic)] : [])
    const own = [name.zh, name.en]
    const found = [...own, ...aliases].flatMap((word) => {
      const sets = conceptsOf(word, splitter)
      if (sets.length > 0) isWhole.add(word)
      return sets.map((concepts) => ({ concepts, isOwn: own.includes(word) }))
    })
    names.set(code, withoutTwins(found))
  }
  const all = new Map(
    [...names].map(([code, sets]) => [
      code,
      new Set([...sets.flatMap(({ concepts }) => [...concepts]), ...(implied.get(code) ?? [])]),
    ]),
  )
  const having = new Map<string, string[]>()
  for (const [code, known] of all)
    for (const concept of known) having.set(concept, [...(having.get(concept) ?? []), code])
  return { names, all, having, isWhole }
}

/** Each set of concepts once; as its own name where it is that too. */
function withoutTwins(names: readonly NamedBy[]): NamedBy[] {
  const keyOf = ({ concepts }: NamedBy) => [...concepts].sort().join(' ')
  return [...groupBy(names, keyOf).values()].flatMap(
    (twins) => twins.find(({ isOwn }) => isOwn) ?? twins.slice(0, 1),
  )
}

/** What the industry of a topic is called: 电信新兴业务收入 is the 新兴业务收入 of telecommunications. */
export const conceptOfTopic = (topic: string): string =>
  (concepts.topics as Readonly<Record<string, string>>)[topic] ?? topic

/** The sets of concepts that a name may be; none where a piece of it is no concept. */
function conceptsOf(name: string, splitter: Splitter): Set<string>[] {
  const pieces = splitQuestion(plainText(name).replaceAll('、', ' '), splitter)
  const senses = pieces.map((piece) =>
    piece.kind === 'word'
      ? piece.word.senses.flatMap((sense) => (sense.is === 'concept' ? [sense.concepts] : []))
      : [],
  )
  const isConcept = senses.every((each) => each.length > 0)
  const isJoint = (at: number) => {
    const piece = pieces[at]
    return piece?.kind === 'word' && piece.word.senses.some(({ is }) => is === 'and' || is === 'filler')
  }
  if (!isConcept && !senses.every((each, at) => each.length > 0 || isJoint(at))) return []
  return combine(senses.filter((each) => each.length > 0)).map((each) => new Set(each.flat()))
}

/** One of each, in all ways; no more than a few. */
export function combine<Item>(choices: readonly (readonly Item[])[]): Item[][] {
  return choices.reduce<Item[][]>(
    (made, options) => made.flatMap((each) => options.map((option) => [...each, option])).slice(0, 32),
    [[]],
  )
}

export interface Scored {
  readonly code: string
  /** 0 for its own name; below 0.5 where only words are left out that say nothing; 1 and more where it is one of several. */
  readonly far: number
}

/** The indicators that may be meant by a set of concepts, the nearest first: those whose names have all of them. */
export function scoreIndicators(
  asked: ReadonlySet<string>,
  { names, all, having }: IndicatorNames,
): Scored[] {
  const strong = [...asked].filter((concept) => !weak.has(concept))
  const [rarest] = strong.map((concept) => having.get(concept) ?? []).toSorted((a, b) => a.length - b.length)
  return (rarest ?? [])
    .filter((code) => strong.every((concept) => all.get(code)?.has(concept)))
    .map((code) => ({ code, far: Math.min(...(names.get(code) ?? []).map((name) => farFrom(asked, name))) }))
    .sort((a, b) => a.far - b.far)
}

function farFrom(asked: ReadonlySet<string>, { concepts: named, isOwn }: NamedBy): number {
  let far = isOwn ? 0 : 0.05
  for (const concept of named) if (!asked.has(concept)) far += weightOf(concept)
  for (const concept of asked) if (!named.has(concept)) far += weak.has(concept) ? 0.05 : 0.3
  return far
}
