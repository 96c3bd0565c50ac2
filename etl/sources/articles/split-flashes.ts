import type { Piece, TextPiece } from '../format.ts'
import { sliceText, trimText } from '../text/placed-text.ts'

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
export function splitFlashes(pieces: readonly Piece[]): readonly Piece[] {
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
