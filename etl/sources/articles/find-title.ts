import type { Piece, TextPiece } from '../format.ts'
import { isProse, isTitleLike } from '../text/signs.ts'
import { canBeTitle, titleLines } from './find-starts.ts'

/** A text that is one article: its title, what stands above it, and its body. */
interface Titled {
  readonly before: readonly Piece[]
  readonly title: readonly TextPiece[]
  readonly body: readonly Piece[]
}

/** How many lines may stand above the title of a release: its number, its office, its date. */
const reach = 12

/** Finds the title: the first heading of the highest rank, or the first line above the text that looks like one. */
export function findTitle(pieces: readonly Piece[]): Titled {
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
