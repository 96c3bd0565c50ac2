import type { Catalog } from '#data/catalog/catalog.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { isLatin, spellingOf } from '#data/model/unit.ts'
import { type Cue, cueWords } from './cues.ts'
import { normalize } from './normalize.ts'
import type { Home, Sense } from './token.ts'
import { beginsWord, type Trie, toTrie } from './trie.ts'
import currencies from './vocabulary/currencies.json' with { type: 'json' }
import directions from './vocabulary/directions.json' with { type: 'json' }
import foreign from './vocabulary/foreign.json' with { type: 'json' }
import homes from './vocabulary/homes.json' with { type: 'json' }
import periods from './vocabulary/periods.json' with { type: 'json' }
import terms from './vocabulary/terms.json' with { type: 'json' }
import transparent from './vocabulary/transparent.json' with { type: 'json' }
import zones from './vocabulary/zones.json' with { type: 'json' }

/** Everything a word of the lexicon can mean. */
export interface Entry {
  senses: Sense[]
  readonly classes: Set<Cue>
  region?: string
  /** Several regions in one word: 东中西部. */
  regions?: readonly string[]
  home?: Home
  topic?: string
  period?: {
    months?: readonly [number, number]
    yearOffset?: number
    year?: number
    flag?: 'moment' | 'now' | 'same' | 'before' | 'only' | 'toDate' | 'coming'
  }
  /** A longer word that hides the shorter ones in it. */
  term?: true
  /** Where it may be two words of which the second goes on: 中国 | 移动电话 in 中国移动. */
  splits?: readonly Split[]
}

interface Split {
  readonly first: Entry
  readonly length: number
}

/** A printed unit: its spelling and the unit's code. */
export interface UnitWord {
  readonly spelling: string
  readonly code: string
}

/** The words of the catalogue and of the grammar, compiled for one pass over a text. */
export interface Lexicon {
  readonly words: Trie<Entry>
  readonly units: Trie<UnitWord>
  /** The entry of exactly this normalized word. */
  find(word: string): Entry | undefined
  readonly catalog: Catalog
}

/** Where the catalogue does not reach: 全球, 美国. */
export const abroad = 'abroad'

/** Compiles the lexicon from the catalogue and the lists in `words/`. */
export function toLexicon(catalog: Catalog): Lexicon {
  const entries = new Map<string, Entry>()
  const at = (word: string): Entry => {
    const key = normalize(word).text
    const entry = entries.get(key) ?? { senses: [], classes: new Set() }
    entries.set(key, entry)
    return entry
  }
  for (const indicator of catalog.indicators.values()) addIndicator(indicator, at)
  for (const { code, name, fullName, aliases } of catalog.regions.values()) {
    for (const word of [name.zh, fullName, ...aliases]) at(word).region = code
  }
  for (const { code, words } of catalog.topics) for (const word of words) at(word).topic = code
  addGrammar(at)
  const words = toTrie(entries)
  for (const [word, entry] of entries) {
    const splits = isName(entry) ? [] : splitsOf(word, entries, words)
    if (splits.length > 0) entry.splits = splits
  }
  return {
    words,
    units: toUnitTrie(catalog),
    find: (word) => entries.get(word),
    catalog,
  }
}

const isName = ({ senses, region }: Entry) => senses.length > 0 || region !== undefined

/** The words that a word begins with and whose rest begins a longer word. */
function splitsOf(word: string, entries: ReadonlyMap<string, Entry>, words: Trie<Entry>): readonly Split[] {
  return Array.from(word, (_, length) => length).flatMap((length) => {
    const first = length > 0 ? entries.get(word.slice(0, length)) : undefined
    return first && beginsWord(words, word.slice(length)) ? [{ first, length }] : []
  })
}

function addIndicator({ code, name, aliases, inContext }: Indicator, at: (word: string) => Entry): void {
  for (const word of [name.zh, ...aliases].flatMap(withCounted)) {
    const entry = at(word)
    if (!entry.senses.some((sense) => sense.code === code)) entry.senses.push({ code })
  }
  for (const { words, topic, after, alone } of inContext) {
    const sense: Sense = {
      code,
      ...(topic === undefined ? {} : { topic }),
      ...(after ? { after } : {}),
      ...(alone ? { alone } : {}),
    }
    for (const word of words) at(word).senses.push(sense)
  }
}

/** 5G用户, 5G在网用户, 5G期末用户, 5G用户期末数. */
function withCounted(word: string): readonly string[] {
  const [, stem = ''] = /^(.+)用户$/.exec(word) ?? []
  return stem === '' ? [word] : [word, `${stem}在网用户`, `${stem}期末用户`, `${word}期末数`]
}

function addGrammar(at: (word: string) => Entry): void {
  for (const [cue, words] of cueWords) for (const word of words) at(word).classes.add(cue)
  addPeriods(at)
  addReached(at)
  for (const word of transparent) at(word).classes.add('transparent')
  for (const word of terms) at(word).term = true
  for (const word of foreign) at(word).region ??= abroad
  for (const [word, codes] of Object.entries(zones)) at(word).regions = codes
  addHomes(at)
}

/** 下滑至, 回落到: any verb of a move may say where it led. */
function addReached(at: (word: string) => Entry): void {
  for (const verb of [...directions.up, ...directions.down].filter((word) => word.length > 1)) {
    for (const word of [`${verb}至`, `${verb}到`]) {
      at(word).classes.add('to')
      at(word).classes.add('transparent')
    }
  }
}

function addHomes(at: (word: string) => Entry): void {
  for (const level of ['province', 'city', 'place'] as const) {
    for (const word of homes.all[level]) at(word).home = { level, own: false }
    for (const word of homes.own[level]) at(word).home = { level, own: true }
  }
}

const counts = ['', '', '两 二', '三', '四', '五', '六', '七', '八', '九', '十', '十一']

/** 四月份, 四月末: in digits a month is read as a date. */
function addMonthNames(at: (word: string) => Entry): void {
  counts.forEach((words, month) => {
    for (const name of month === 1 ? ['一'] : words.split(' ').filter(Boolean)) {
      at(`${name}月份`).period = { months: [month, month] }
      for (const end of ['末', '底'])
        at(`${name}月${end}`).period = { months: [month, month], flag: 'moment' }
    }
  })
}

/** 前7个月, 首七个月, 前7月份: the first so many months. */
function addFirstMonths(at: (word: string) => Entry): void {
  counts.forEach((words, last) => {
    for (const count of words === '' ? [] : [String(last), ...words.split(' ')]) {
      for (const word of [
        `前${count}个月`,
        `首${count}个月`,
        `头${count}个月`,
        `前${count}月`,
        `前${count}月份`,
      ])
        at(word).period = { months: [1, last] }
    }
  })
}

function addPeriods(at: (word: string) => Entry): void {
  addFirstMonths(at)
  addMonthNames(at)
  for (const [word, months] of Object.entries(periods.months)) {
    const [first = 1, last = 12] = months
    at(word).period = { months: [first, last] }
  }
  for (const [word, yearOffset] of Object.entries(periods.years)) at(word).period = { yearOffset }
  for (const [word, yearOffset] of Object.entries(periods.before))
    at(word).period = { yearOffset, flag: 'before' }
  for (const [word, year] of Object.entries(periods.plans)) {
    at(word).period = { year, months: [1, 12], flag: 'moment' }
  }
  for (const word of periods.toDate) at(word).period = { yearOffset: 0, flag: 'toDate' }
  for (const word of periods.coming) at(word).period = { flag: 'coming' }
  for (const word of periods.thisMonth) at(word).period = { flag: 'only' }
  for (const word of periods.now) at(word).period = { flag: 'now' }
  for (const [word, yearOffset] of Object.entries(periods.yearEnds)) {
    at(word).period = { yearOffset, months: [1, 12], flag: 'moment' }
  }
  for (const word of periods.ends) at(word).period = { months: [1, 12], flag: 'moment' }
  for (const [word, yearOffset] of Object.entries(periods.same))
    at(word).period = { yearOffset, flag: 'same' }
}

/** The printed units of the catalogue, as they are found in a text. */
export const toUnitTrie = (catalog: Catalog): Trie<UnitWord> => toTrie(unitWords(catalog))

function unitWords({ units, indicators }: Catalog): [string, UnitWord][] {
  const ownWords = [...indicators.values()].flatMap(({ unit, printedAs }) =>
    Object.keys(printedAs).map((word): [string, UnitWord] => [
      word.toLowerCase(),
      { spelling: word, code: unit },
    ]),
  )
  const words = [...units.values()].flatMap((unit) =>
    Object.keys(unit.words)
      .filter((word) => word !== '')
      .map((word): [string, UnitWord] => [
        word.toLowerCase(),
        { spelling: spellingOf(word, unit), code: unit.code },
      ]),
  )
  const all = [...words, ...ownWords, ...currencies.flatMap(foreignMoney)]
  return [...all, ...all.filter(([word]) => isLatin(word)).map(([word, unit]) => counted(word, unit))]
}

/** 亿港元 and 亿元港币 print no unit of the catalogue, lest 亿 be read as 亿元. */
const foreignMoney = (name: string): [string, UnitWord][] =>
  [name, `元${name}`].map((word) => [word, { spelling: name, code: 'foreign' }])

/** 11.2个GB, as people say it. */
const counted = (word: string, unit: UnitWord): [string, UnitWord] => [`个${word}`, unit]
