import type { Catalog } from '#data/catalog/catalog.ts'
import concepts from '#data/language/questions/concepts.json' with { type: 'json' }
import questionWords from '#data/language/questions/words.json' with { type: 'json' }
import { type Trie, toTrie } from '#data/language/trie.ts'
import foreign from '#data/language/vocabulary/foreign.json' with { type: 'json' }
import { groupBy } from '#data/model/group-by.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Region } from '#data/model/region.ts'
import type { Intent } from './intent.ts'
import { plainText } from './plain-text.ts'

/** Regions that are asked for together. */
const groupCodes = ['provinces', 'zones', 'clusters', 'cities'] as const
export type Group = (typeof groupCodes)[number]

/** One sense of a word of a question. */
export type Sense =
  /** A piece of the name of an indicator: 软件, 收入. */
  | { readonly is: 'concept'; readonly concepts: readonly string[] }
  /** The whole name of an indicator that is not made of concepts. */
  | { readonly is: 'name'; readonly indicator: string }
  | { readonly is: 'region'; readonly codes: readonly string[] }
  | { readonly is: 'nation' }
  | { readonly is: 'group'; readonly group: Group }
  | { readonly is: 'intent'; readonly intent: Intent }
  | { readonly is: 'measure'; readonly measure: Measure | 'points' }
  | { readonly is: 'per-head' }
  | { readonly is: 'lowest' }
  | { readonly is: 'issuer'; readonly name: string }
  | { readonly is: 'unit'; readonly unit: string; readonly word: string }
  /** 所在的省: the region of which the one named is part. */
  | { readonly is: 'parent' }
  /** 数量, number of. */
  | { readonly is: 'counting' }
  /** 百分之几. */
  | { readonly is: 'percent' }
  | { readonly is: 'and' }
  | { readonly is: 'newest' }
  | { readonly is: 'filler' }
  /** A verb of one character, which in another word may be a piece of it: 递 of 快递. */
  | { readonly is: 'slight' }
  /** What the catalogue knows to be outside of it: 美国, 中国移动. */
  | { readonly is: 'outside' }

export type SenseOf<Kind extends Sense['is']> = Extract<Sense, { is: Kind }>

/** A word and all that it may mean. */
export interface Word {
  readonly text: string
  readonly senses: readonly Sense[]
}

export interface QuestionWords {
  readonly trie: Trie<Word>
  readonly words: ReadonlyMap<string, Word>
}

type Add = (word: string, sense: Sense) => void

/** The words of questions: those of `data/language/questions` and the names of the catalogue. */
export function toQuestionWords(catalog: Catalog): QuestionWords {
  const found = new Map<string, Sense[]>()
  const add: Add = (word, sense) => {
    const key = plainText(word)
    if (key === '') return
    const senses = found.get(key) ?? []
    if (!senses.some((other) => JSON.stringify(other) === JSON.stringify(sense))) senses.push(sense)
    found.set(key, senses)
  }
  addConcepts(add)
  addNames(catalog, add)
  addRegions(catalog, add)
  addGrammar(add)
  addIssuers(catalog, add)
  addUnits(catalog, add)
  const words = new Map([...found].map(([text, senses]) => [text, { text, senses }] as const))
  return { trie: toTrie(words), words }
}

function addConcepts(add: Add): void {
  for (const [code, words] of [...Object.entries(concepts.weak), ...Object.entries(concepts.strong)])
    for (const word of words)
      for (const form of withPlural(word)) add(form, { is: 'concept', concepts: [code] })
  for (const [word, codes] of Object.entries(concepts.compound)) add(word, { is: 'concept', concepts: codes })
}

const withPlural = (word: string) =>
  /^[a-z].*[a-z]{2}$/.test(word) && !word.endsWith('s') ? [word, `${word}s`] : [word]

function addNames({ indicators }: Catalog, add: Add): void {
  for (const { code, name, aliases } of indicators.values())
    for (const word of [name.zh, name.en, ...aliases]) add(word, { is: 'name', indicator: code })
}

function addRegions({ regions }: Catalog, add: Add): void {
  for (const region of regions.values()) addRegion(region, add)
  addAll(add, questionWords.nationwide, { is: 'nation' })
  addAll(add, [...foreign, ...questionWords.outside], { is: 'outside' })
  for (const [word, codes] of Object.entries(questionWords.regions)) add(word, { is: 'region', codes })
}

function addRegion({ code, kind, name, fullName, aliases, abbreviation = '' }: Region, add: Add): void {
  const sense: Sense = kind === 'nation' ? { is: 'nation' } : { is: 'region', codes: [code] }
  const names = [name.zh, name.en, fullName, ...aliases].map(plainText)
  addAll(
    add,
    names.filter((word) => !questionWords.notNames.includes(word)),
    sense,
  )
  if (kind === 'province' && name.zh.length === 2) add(`${name.zh}省`, sense)
  // 吉林市 is another place than 吉林, and not in the catalogue.
  if (kind === 'province' && !fullName.endsWith('市')) add(`${name.zh}市`, { is: 'outside' })
  if (!questionWords.wordsToo.includes(abbreviation)) add(abbreviation, sense)
}

const addAll = (add: Add, words: readonly string[], sense: Sense) => {
  for (const word of words) add(word, sense)
}

function addGrammar(add: Add): void {
  addLists(add, questionWords.intents, (intent) => ({ is: 'intent', intent: intent as Intent }))
  addLists(add, questionWords.measures, (measure) => ({
    is: 'measure',
    measure: measure as Measure | 'points',
  }))
  addLists(add, questionWords.groups, (group) => ({ is: 'group', group: group as Group }))
  addLists(add, plainly, (kind) => ({ is: kind as Plain }))
}

/** Senses that say nothing more than what they are. */
type Plain =
  | 'slight'
  | 'percent'
  | 'counting'
  | 'per-head'
  | 'lowest'
  | 'and'
  | 'parent'
  | 'newest'
  | 'filler'

const plainly: Readonly<Record<Plain, readonly string[]>> = {
  'per-head': questionWords.perHead,
  percent: questionWords.percent,
  counting: questionWords.counting,
  lowest: questionWords.lowest,
  and: questionWords.and,
  parent: questionWords.parents,
  newest: questionWords.newest,
  filler: questionWords.filler,
  slight: questionWords.slight,
}

function addLists(
  add: Add,
  lists: Readonly<Record<string, readonly string[]>>,
  senseOf: (key: string) => Sense,
): void {
  for (const [key, words] of Object.entries(lists)) for (const word of words) add(word, senseOf(key))
}

function addIssuers({ issuers }: Catalog, add: Add): void {
  for (const { name, aliases } of issuers.values())
    for (const word of [name.zh, name.en, ...aliases]) add(word, { is: 'issuer', name: name.zh })
  for (const [word, name] of Object.entries(questionWords.issuers))
    if (issuers.has(name)) add(word, { is: 'issuer', name })
}

const scales = ['万', '亿', '万亿']

/** 亿元, 万户, EFLOPS, US dollars: what a number shall be counted in; a word of several units says none. */
function addUnits({ units, indicators }: Catalog, add: Add): void {
  const words = [
    ...[...units.values()].flatMap(({ code, words }) =>
      Object.keys(words).map((word) => ({ word, unit: code })),
    ),
    ...[...indicators.values()].flatMap(({ unit, printedAs }) =>
      Object.keys(printedAs).map((word) => ({ word, unit })),
    ),
  ]
  for (const [word, unit] of Object.entries(questionWords.currencies)) add(word, { is: 'unit', unit, word })
  for (const [word, meant] of groupBy(words, (each) => each.word)) {
    const [unit, ...others] = new Set(meant.map((each) => each.unit))
    if (word === '' || unit === undefined) continue
    if (others.length > 0) {
      add(word, { is: 'filler' })
      continue
    }
    const spelled = isHan(word) ? [word, ...scales.map((scale) => scale + word)] : [word]
    for (const each of spelled) add(each, { is: 'unit', unit, word })
  }
}

const isHan = (word: string) => /^[\u4e00-\u9fff]/.test(word)
