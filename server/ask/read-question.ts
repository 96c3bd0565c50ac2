import questionWords from '#data/language/questions/words.json' with { type: 'json' }
import { groupBy } from '#data/model/group-by.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Intent } from './intent.ts'
import type { Mention, Question, Quoted } from './question.ts'
import type { Piece } from './split-question.ts'
import type { TimePiece } from './times.ts'
import type { Sense, SenseOf } from './words.ts'

const kindsOf = (piece: Piece): readonly Sense[] => (piece.kind === 'word' ? piece.word.senses : [])
const senseOf = <Kind extends Sense['is']>(piece: Piece | undefined, kind: Kind): SenseOf<Kind> | undefined =>
  piece && (kindsOf(piece).find(({ is }) => is === kind) as SenseOf<Kind> | undefined)

/** Senses by which a word takes part in a question; a word that has one of them need not mean a concept. */
const ownWork: ReadonlySet<Sense['is']> = new Set([
  'intent',
  'measure',
  'per-head',
  'filler',
  'group',
  'newest',
  'and',
  'unit',
  'percent',
  'counting',
  'lowest',
])

/**
 * What the pieces of a question say.
 * @param text the plain question, of which they are pieces
 */
export function readQuestion(
  text: string,
  pieces: readonly Piece[],
  mended: Question['mended'] = [],
): Question {
  const { mentions, whole } = partMentions(pieces)
  const senses = groupBy(pieces.flatMap(kindsOf), ({ is }) => is)
  const all = <Kind extends Sense['is']>(kind: Kind) =>
    (senses.get(kind) ?? []) as unknown as readonly SenseOf<Kind>[]
  const groups = all('group').map(({ group }) => group)
  const measures = all('measure').map(({ measure }) => measure)
  return {
    text,
    mended: [...mended, ...pieces.flatMap(mendedIn)],
    unknown: pieces.flatMap(unknownIn),
    intents: new Set<Intent>(all('intent').map(({ intent }) => intent)),
    mentions: mentions.map(toMention).filter(isMeant),
    whole: [toMention(whole)].find(isMeant),
    regions: [...new Set(all('region').flatMap(({ codes }) => codes))],
    isNationNamed: all('nation').length > 0,
    group: groups.find((group) => group !== 'provinces') ?? groups[0],
    times: pieces.flatMap((piece): TimePiece[] => (piece.kind === 'time' ? [piece.time] : [])),
    isNewest: all('newest').length > 0,
    measure: chosenOf(measures),
    isInPercent: all('percent').length > 0,
    isInPoints: measures.includes('points'),
    isPerHead: all('per-head').length > 0,
    isLowest: all('lowest').length > 0,
    isOfGrowth: pieces.some((piece) => piece.kind === 'word' && growthNouns.has(piece.word.text)),
    isOfParent: all('parent').length > 0,
    isCounted: all('counting').length > 0,
    isOfRegionInRegion: isRegionInRegion(pieces),
    issuers: [...new Set(all('issuer').map(({ name }) => name))],
    units: all('unit'),
    quoted: pieces.flatMap((piece): Quoted[] => (piece.kind === 'quantity' ? [piece] : [])),
  }
}

/** 拉动…增长几个百分点: the word that says most. */
const precedence = ['contribution_pp', 'mom_pct', 'net_add', 'yoy_pct'] as const

const chosenOf = (measures: readonly (Measure | 'points')[]) =>
  precedence.find((measure) => measures.includes(measure))

const mendedIn = (piece: Piece) =>
  piece.kind === 'word' && piece.written !== undefined ? [{ from: piece.written, to: piece.word.text }] : []

const growthNouns: ReadonlySet<string> = new Set(questionWords.growthNouns)

/** What nothing knows, and what is known to be outside of the catalogue. */
function unknownIn(piece: Piece): string[] {
  if (piece.kind === 'unknown') return [piece.text]
  return piece.kind === 'word' && senseOf(piece, 'outside') ? [piece.word.text] : []
}

const isNamePart = (piece: Piece) =>
  senseOf(piece, 'concept') !== undefined || senseOf(piece, 'name') !== undefined
const mustName = (piece: Piece) => isNamePart(piece) && !kindsOf(piece).some(({ is }) => ownWork.has(is))

/** 占 between two regions, neither of them the nation. */
function isRegionInRegion(pieces: readonly Piece[]): boolean {
  const opening = pieces.findIndex((piece) => piece.kind === 'word' && opensWhole.has(piece.word.text))
  const isRegion = (piece: Piece) => senseOf(piece, 'region') !== undefined
  return opening > 0 && pieces.slice(0, opening).some(isRegion) && pieces.slice(opening).some(isRegion)
}

/** What is named before 占, and behind it. */
interface Parts {
  readonly mentions: readonly (readonly Piece[])[]
  readonly whole: readonly Piece[]
}

/** The names in a question, parted where words part them: 5G基站和4G基站, 信息技术服务占软件收入. */
function partMentions(pieces: readonly Piece[]): Parts {
  const opening = pieces.findIndex(
    (piece, at) =>
      partsWhole(piece) && pieces.slice(0, at).some(mustName) && pieces.slice(at + 1).some(mustName),
  )
  const [before, behind] = opening < 0 ? [pieces, []] : [pieces.slice(0, opening), pieces.slice(opening)]
  const mentions: Piece[][] = [[]]
  let isParted = false
  for (const piece of before) {
    if (partsNames(piece)) isParted = true
    if (!isNamePart(piece)) continue
    const isNext = isParted && mustName(piece) && mentions.at(-1)?.some(mustName)
    if (isNext) mentions.push([piece])
    else mentions.at(-1)?.push(piece)
    if (mustName(piece)) isParted = false
  }
  return { mentions, whole: behind.filter(isNamePart) }
}

/** 和, 与; and 包含在 between two indicators. */
const partsNames = (piece: Piece) =>
  senseOf(piece, 'and') !== undefined || senseOf(piece, 'intent')?.intent === 'definition'

const opensWhole = new Set([
  '占',
  '占到',
  '占了',
  'as a share of',
  'as a percentage of',
  'share of',
  'percent of',
  'in',
  'out of',
])
const partsWhole = (piece: Piece) =>
  piece.kind === 'word' && opensWhole.has(piece.word.text) && senseOf(piece, 'intent')?.intent === 'share'

function toMention(pieces: readonly Piece[]): Mention {
  const conceptsIn = (piece: Piece) =>
    kindsOf(piece).flatMap((sense) => (sense.is === 'concept' ? [sense.concepts] : []))
  const namesIn = (piece: Piece) =>
    kindsOf(piece).flatMap((sense) => (sense.is === 'name' ? [sense.indicator] : []))
  return {
    concepts: pieces
      .filter(mustName)
      .map(conceptsIn)
      .filter((senses) => senses.length > 0),
    may: pieces.filter((piece) => !mustName(piece)).flatMap(conceptsIn),
    names: pieces.filter((piece) => conceptsIn(piece).length === 0).flatMap(namesIn),
  }
}

const isMeant = ({ concepts, names, may }: Mention) => concepts.length + names.length + may.length > 0
