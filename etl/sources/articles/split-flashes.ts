import type { Piece, TextPiece } from '../format.ts'
import { sliceText, trimText } from '../text/placed-text.ts'

/** 「【标题】正文」. */
const flash = /^【([^【】]{6,60})】(?=.{20})/

/** Where several paragraphs begin with their title in 【】, parts title and text, so that each becomes an article. */
export function splitFlashes(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.filter((piece) => piece.kind === 'text' && flash.test(piece.text)).length < 2) return pieces
  return pieces.flatMap<Piece>((piece) => (piece.kind === 'text' ? splitFlash(piece) : [piece]))
}

function splitFlash(piece: TextPiece): TextPiece[] {
  const [found] = flash.exec(piece.text) ?? []
  if (found === undefined) return [piece]
  const title = sliceText(piece, 1, found.length - 1)
  const text = trimText(sliceText(piece, found.length))
  return [
    { ...piece, ...title, level: 1 },
    { ...piece, ...text, gap: false },
  ]
}
