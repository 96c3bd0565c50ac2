import type { Article } from '#etl/document.ts'
import type { Particulars, Piece, Reading, TextPiece } from '../format.ts'
import { type PlacedText, sliceText, trimText } from '../text/placed-text.ts'
import { isProse, isTitleLike, titleMark } from '../text/signs.ts'
import { type Contents, type Entry, findContents } from './find-contents.ts'
import { findIssueDate, findIssuePublisher, headLength } from './find-issue.ts'
import {
  canBeTitle,
  endsArticle,
  findCredited,
  findHeadings,
  findStarts,
  type Start,
  titleLines,
} from './find-starts.ts'
import { titleKey } from './title-key.ts'
import { type Draft, toArticle } from './to-article.ts'

/** What the articles of one issue share. */
interface Issue {
  readonly pieces: readonly Piece[]
  /** Cover, imprint and table of contents. */
  readonly front: readonly Piece[]
  readonly shared: Pick<Draft, 'particulars' | 'issued' | 'issuer' | 'sections'>
}

/**
 * Splits what a file holds into its articles. A newsletter, known by its table of contents, by articles that end with their
 * source or link, or by several headings of the first rank, gives one article each; cover, imprint, contents and end matter
 * are left out. Anything else is one article.
 */
export function findArticles({ particulars, pieces: whole }: Reading): Article[] {
  const pieces = splitFlashes(whole)
  const contents = findContents(pieces)
  const starts = startsOf(pieces, contents)
  if (starts.length < 2) return onlyArticle(pieces, particulars)
  const front = pieces.slice(0, contents?.to ?? starts[0]?.at)
  const issued = particulars.published || findIssueDate(front)
  const sections = contents?.sections ?? new Set()
  const issue: Issue = {
    pieces,
    front,
    shared: { particulars: {}, issued, issuer: findIssuePublisher(front), sections },
  }
  return [
    ...preface(issue, starts, contents?.to ?? headLength(pieces)),
    ...starts.flatMap((start, i) => articleAt(issue, start, starts[i + 1]?.at)),
  ]
}

function startsOf(pieces: readonly Piece[], contents: Contents | undefined): readonly Start[] {
  if (contents) return findStarts(pieces, contents)
  const head = headLength(pieces)
  const credited = head > 0 ? findCredited(pieces, head) : []
  if (credited.length >= 2) return credited
  return pieces.filter(endsArticle).length >= 2
    ? findStarts(pieces, undefined, head)
    : findHeadings(pieces, head)
}

/** Text above the first title, such as an editor's note, is an article without title. */
function preface({ pieces, shared }: Issue, starts: readonly Start[], from: number): Article[] {
  const body = pieces.slice(from, starts[0]?.at)
  const hasText = body.some((piece) => piece.kind === 'table' || isProse(piece.text))
  return hasText ? [toArticle({ ...shared, title: [], copies: [], body })] : []
}

function articleAt({ pieces, front, shared }: Issue, start: Start, end = pieces.length): Article[] {
  if (start.endMatter) return []
  const title = textsOf(pieces.slice(start.at, start.at + start.lines)).map(withoutMark)
  const body = pieces.slice(start.at + start.lines, end)
  // A name of a section that the contents print like a title has no text of its own.
  if (body.length === 0 && !start.entry?.numbered) return []
  return [toArticle({ ...shared, title, copies: copiesOf(title, start.entry, front), body })]
}

/** 「◆ 标题」 → 「标题」. */
function withoutMark(text: PlacedText): PlacedText {
  const mark = titleMark.exec(text.text)?.[0].length ?? 0
  return mark === 0 ? text : sliceText(text, mark)
}

/** Where cover and contents print the title, which is worth reading where it holds a figure. */
function copiesOf(
  title: readonly PlacedText[],
  entry: Entry | undefined,
  front: readonly Piece[],
): PlacedText[] {
  const key = titleKey(title.map(({ text }) => text).join(''))
  const listed = entry?.readings.find((_, i) => entry.keys[i] === key) ?? entry?.readings.at(-1)
  const cover = textsOf(front).filter((piece) => titleKey(piece.text) === key)
  return [...cover, ...(listed ? [listed] : [])].filter(
    (copy, i, all) => all.findIndex((other) => samePlace(other, copy)) === i,
  )
}

function samePlace(a: PlacedText, b: PlacedText): boolean {
  return a.places[0]?.line === b.places[0]?.line
}

function textsOf(pieces: readonly Piece[]): PlacedText[] {
  return pieces.filter((piece) => piece.kind === 'text')
}

function onlyArticle(pieces: readonly Piece[], particulars: Particulars): Article[] {
  if (pieces.length === 0) return []
  const { before, title, body } = findTitle(pieces)
  const issued = findIssueDate(before)
  return [
    toArticle({
      title,
      copies: [],
      body: [...before, ...body],
      particulars,
      issued,
      issuer: '',
      sections: new Set(),
    }),
  ]
}

/** A text that is one article: its title, what stands above it, and its body. */
interface Titled {
  readonly before: readonly Piece[]
  readonly title: readonly TextPiece[]
  readonly body: readonly Piece[]
}

/** How many lines may stand above the title of a release: its number, its office, its date. */
const reach = 12

/** Finds the title: the first heading of the highest rank, or the first line above the text that looks like one. */
function findTitle(pieces: readonly Piece[]): Titled {
  const prose = pieces.findIndex(
    (piece) => piece.kind === 'table' || (isProse(piece.text) && !isTitleLike(piece.text)),
  )
  const head = pieces.slice(0, Math.min(reach, prose < 0 ? pieces.length : prose))
  const at = bestOf(head)
  if (at < 0) return { before: [], title: [], body: pieces }
  const end = at + titleLines(pieces, at)
  const title = pieces.slice(at, end).filter((piece) => piece.kind === 'text')
  return { before: pieces.slice(0, at), title, body: pieces.slice(end) }
}

function bestOf(head: readonly Piece[]): number {
  const ranks = head.map((piece) =>
    piece.kind === 'text' && (canBeTitle(piece) || isTagged(piece))
      ? rankOf(piece)
      : Number.POSITIVE_INFINITY,
  )
  const best = ranks.reduce((least, rank) => Math.min(least, rank), Number.POSITIVE_INFINITY)
  return best === Number.POSITIVE_INFINITY ? -1 : ranks.indexOf(best)
}

/** 「【数据点评】10月软件业速览」: a title behind the name of its column. */
function isTagged({ text }: TextPiece): boolean {
  const [tag] = /^【[^【】]{2,12}】/.exec(text) ?? []
  return tag !== undefined && isTitleLike(text.slice(tag.length))
}

/** Headings by their rank, then lines long enough to say something, then the rest. */
function rankOf({ level, text }: TextPiece): number {
  if (level > 0) return level
  return text.length >= 9 ? 7 : 8
}

/** 「【标题】正文」. */
const flash = /^【([^【】]{6,60})】(?=.{20})/

/** 【某局负责人】 speaks; what follows is no report under that title. */
const speaker =
  /(?:记者|主持人|发言人|负责人|嘉宾|代表|委员|专家|教授|院士|[部司局厅处院所]长|主任|主席|书记|经理|总裁|总监|总工程师|[问答])$/

const isFlash = (text: string) => {
  const title = flash.exec(text)?.[1]
  return title !== undefined && !speaker.test(title)
}

/** Where several paragraphs begin with their title in 【】, parts title and text, so that each becomes an article. */
function splitFlashes(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.filter((piece) => piece.kind === 'text' && isFlash(piece.text)).length < 2) return pieces
  return pieces.flatMap<Piece>((piece) => (piece.kind === 'text' ? splitFlash(piece) : [piece]))
}

function splitFlash(piece: TextPiece): TextPiece[] {
  const [found] = isFlash(piece.text) ? (flash.exec(piece.text) ?? []) : []
  if (found === undefined) return [piece]
  const title = sliceText(piece, 1, found.length - 1)
  const text = trimText(sliceText(piece, found.length))
  return [
    { ...piece, ...title, level: 1 },
    { ...piece, ...text, gap: false },
  ]
}
