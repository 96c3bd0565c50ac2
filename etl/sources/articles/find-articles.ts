import type { Article } from '#etl/document.ts'
import type { Particulars, Piece, Reading } from '../format.ts'
import { type PlacedText, sliceText } from '../text/placed-text.ts'
import { isProse, titleMark } from '../text/signs.ts'
import { type Contents, type Entry, findContents } from './find-contents.ts'
import { findIssueDate, findIssuePublisher, headLength } from './find-issue.ts'
import { endsArticle, findCredited, findHeadings, findStarts, type Start } from './find-starts.ts'
import { findTitle } from './find-title.ts'
import { splitFlashes } from './split-flashes.ts'
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
