import { toUnitTrie } from '#data/language/lexicon.ts'
import questionWords from '#data/language/questions/words.json' with { type: 'json' }
import { type Trie, toTrie } from '#data/language/trie.ts'
import type { Store } from '#data/store/open-store.ts'
import { onceFor } from '#server/queries/once-for.ts'
import { type Decision, decide, type Reading } from './decide.ts'
import { type IndicatorNames, toIndicatorNames } from './find-indicators.ts'
import { answerIntent } from './intents/index.ts'
import type { Outcome } from './intents/outcome.ts'
import { targetsOf } from './intents/target.ts'
import { alikeInPinyin, respell, type Spellings, toMender, toSpellings, withOtherCharacter } from './mend.ts'
import { plainText } from './plain-text.ts'
import type { Question } from './question.ts'
import { readQuestion } from './read-question.ts'
import { isSlight, type Piece, type Splitter, splitQuestion } from './split-question.ts'
import type { Today } from './times.ts'
import { type QuestionWords, toQuestionWords, type Word } from './words.ts'

/** What questions are read with: the words of a catalogue, once for each store. */
interface Reader {
  readonly trie: Trie<Word>
  readonly units: Splitter['units']
  readonly names: IndicatorNames
  readonly words: QuestionWords
}

const anyDay: Today = { year: 2000, month: 1 }

/** Names that concepts make are found by their concepts; only the others are words of their own. */
export const readerOf = onceFor(async ({ catalog }: Store): Promise<Reader> => {
  const units = toUnitTrie(catalog)
  const all = toQuestionWords(catalog)
  const { words } = all
  const pieces = [...words].flatMap(([text, { senses }]) => {
    const own = senses.filter(({ is }) => is === 'concept' || is === 'and' || is === 'filler')
    return own.length > 0 ? [[text, { text, senses: own }] as const] : []
  })
  const names = toIndicatorNames(catalog, { trie: toTrie(pieces), units, today: anyDay })
  const isWhole = new Set([...names.isWhole].map(plainText))
  const known = [...words].flatMap(([text, { senses }]) => {
    const own = senses.filter(({ is }) => is !== 'name' || !isWhole.has(text))
    return own.length > 0 ? [[text, { text, senses: own }] as const] : []
  })
  return { trie: toTrie(known), units, names, words: all }
})

/** A question, what it was decided to mean, and what came of it. */
export interface Asked {
  readonly question: Question
  readonly decision: Decision
  readonly reading: Reading | undefined
  readonly outcome: Outcome | undefined
}

const wholeFirst =
  /^(?:what|which|how large a) (?:share|portion|percentage|proportion|fraction|part) of (.+?) (?:is|was|are|were|did|does|comes? from|came from|went to|go to) (.+)$/i

const shareIn = /\b(share|portion|percentage|proportion) of (.+?) in (?:all |total |the )?(.+)$/i

/** What portion of the whole was the part, and the share of the part in the whole: the part as a share of the whole. */
const partFirst = (q: string) =>
  q.trim().replace(wholeFirst, '$2 as a share of $1').replace(shareIn, '$2 as a share of $3')

/** How words sound: made when a question has the first word that nobody knows. */
const spellingsOf = onceFor(async (store: Store): Promise<Spellings> => {
  const { words } = await readerOf(store)
  return toSpellings(words, store.catalog)
})

/**
 * Reads a question and looks up what it asks for.
 * @param today the day from which 去年 counts.
 */
export async function ask(store: Store, q: string, today: Today): Promise<Asked> {
  const readings = await understand(store, q, today)
  const [first] = readings
  if (!first) throw new Error('a question is read in no way')
  const choices = readings.flatMap(({ decision }) =>
    'reading' in decision ? [decision.reading] : decision.kind === 'choice' ? decision.readings : [],
  )
  const { question, decision } = first
  if (readings.length > 1 && new Set(choices.map((each) => JSON.stringify(each))).size > 1)
    return {
      question,
      decision: { kind: 'choice', readings: choices },
      reading: undefined,
      outcome: undefined,
    }
  if (decision.kind !== 'reading')
    return {
      question,
      decision: await withTargets(store, question, decision),
      reading: undefined,
      outcome: undefined,
    }
  const { reading } = decision
  return { question, decision, reading, outcome: await answerIntent[reading.intent](store, reading) }
}

/** 贵州2025年的目标: where no indicator is named, those that have a target are offered. */
async function withTargets(store: Store, { mentions }: Question, decision: Decision): Promise<Decision> {
  if (decision.kind !== 'choice' || mentions.length > 0) return decision
  const [reading] = decision.readings
  if (reading?.intent !== 'target') return decision
  const codes = await targetsOf(store, reading)
  return codes.length > 0
    ? { kind: 'choice', readings: codes.map((code) => ({ ...reading, indicators: [code] })) }
    : decision
}

type Read = Pick<Asked, 'question' | 'decision'>

/** A question as it is written; where nobody knows a word of it, in all likely spellings that are understood. */
export async function understand(store: Store, q: string, today: Today): Promise<Read[]> {
  const found = await inLikelySpellings(store, q, today)
  if (found.every(isUnderstood)) return found
  const shorter = withoutIntroduction(q)
  const again = shorter === q ? [] : await inLikelySpellings(store, shorter, today)
  return again.length > 0 && again.every(isUnderstood) ? again : found
}

const isUnderstood = ({ question }: Read) => question.unknown.length === 0

async function inLikelySpellings(store: Store, q: string, today: Today): Promise<Read[]> {
  const { trie, units, names } = await readerOf(store)
  const text = plainText(partFirst(q))
  const piecesOf = (each: string, mend?: Splitter['mend']) =>
    splitQuestion(each, { trie, units, today, ...(mend && { mend }) })
  const readAs = (each: string, pieces: readonly Piece[]): Read => {
    const question = readQuestion(each, pieces, each === text ? [] : [{ from: text, to: each }])
    return { question, decision: decide(question, { catalog: store.catalog, names, today }) }
  }
  const pieces = piecesOf(text)
  const asWritten = readAs(text, pieces)
  const doubtful = pieces.filter((piece) => piece.kind === 'unknown' || isSlight(piece))
  if (doubtful.length === 0) return [asWritten]
  const spellings = await spellingsOf(store)
  const respelled = respell(text, asWritten.question.unknown, spellings)
  const texts = respelled.flatMap((each) => alikeInPinyin(each, store.catalog))
  const mended = (texts.length > 0 ? texts : [text]).map((each) =>
    readAs(each, piecesOf(each, toMender(spellings, each))),
  )
  const understood = mended.filter(isUnderstood)
  if (understood.length > 0) return clearestOf(understood)
  const places = doubtful
    .filter(({ start, end }) => end - start === 1)
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at))
  const others = withOtherCharacter(text, places, spellings)
    .map((each) => readAs(each, piecesOf(each)))
    .filter(isUnderstood)
  return others.length > 0 ? others.map(asGuess) : [asWritten]
}

/** Of several spellings those that leave no choice, where there are such: 5g基站多少 rather than 5g几占多少. */
function clearestOf(found: Read[]): Read[] {
  const clear = found.filter(({ decision }) => decision.kind === 'reading')
  return clear.length > 0 ? clear : found
}

/** One other character may be a slip, or another word: 软件园收入 is no 软件业收入. It is offered, and not taken. */
const asGuess = ({ question, decision }: Read): Read =>
  decision.kind === 'reading'
    ? { question, decision: { kind: 'choice', readings: [decision.reading] } }
    : { question, decision }

/** A question without the clauses in which its author speaks of himself: 我是研究生，…. */
function withoutIntroduction(q: string): string {
  const clauses = q.split(/(?<=[，,。；;！!？?\n])/)
  const own = clauses.filter((clause) => !introductions.some((word) => clause.toLowerCase().includes(word)))
  return own.length > 0 ? own.join('') : q
}

const introductions: readonly string[] = questionWords.intro
