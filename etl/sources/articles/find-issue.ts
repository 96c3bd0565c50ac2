import type { Piece } from '../format.ts'
import { isProse } from '../text/signs.ts'
import { findDate } from './dates.ts'
import { readByline } from './imprint.ts'

const issueNumber = /第\s?\d{1,4}\s?期|总第?\s?\d{1,4}\s?期|[〔[]\d{4}[〕\]]\s?第?\s?\d{1,4}\s?[期号]/

/** How far into a file the head of a newsletter may reach. */
const reach = 60

/** The number of pieces up to the last line with the number of the issue, 0 where there is none. */
export function headLength(pieces: readonly Piece[]): number {
  const prose = pieces.findIndex(
    (piece) => piece.kind === 'table' || (isProse(piece.text) && piece.text.length > 80),
  )
  const head = pieces.slice(0, Math.min(reach, prose < 0 ? reach : prose))
  return head.findLastIndex((piece) => piece.kind === 'text' && isIssueLine(piece.text)) + 1
}

/** The date of an issue, from its head: 「2024年6月3日 第20期」, 「2024年第20期」 gives the year. */
export function findIssueDate(front: readonly Piece[]): string {
  const texts = front
    .slice(0, reach)
    .flatMap((piece) => (piece.kind === 'text' && piece.text.length < 120 ? [piece.text] : []))
  const dates = texts
    .filter((text) => isIssueLine(text) || text.length <= 30)
    .map((text) => findDate(text) || findWeek(text))
  const year = texts.filter(isIssueLine).map((text) => /(?:19|20)\d{2}/.exec(text)?.[0] ?? '')
  return (
    dates.find((date) => date.length === 10) ?? dates.find((date) => date !== '') ?? year.find(Boolean) ?? ''
  )
}

/** 「2024年第36期（9月2日—9月8日）」: the last day of a weekly. */
function findWeek(text: string): string {
  const year = isIssueLine(text) ? /(?:19|20)\d{2}年/.exec(text)?.[0] : undefined
  const [last] = [...text.matchAll(/\d{1,2}月\d{1,2}日/g)].slice(-1)
  return year && last ? findDate(`${year}${last[0]}`) : ''
}

/** Who makes an issue, from its head: 「某市某局编 2024年6月3日」, else its name 「某市数字经济简报」; '' where neither stands there. */
export function findIssuePublisher(front: readonly Piece[]): string {
  const texts = front.slice(0, reach).flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []))
  const offices = texts.map((text) =>
    /^(.{3,25}?[局厅委办部院])(?:主?编印?|主办|印发)?$/.exec(readByline(text)?.publisher ?? ''),
  )
  return offices.find(Boolean)?.[1] ?? texts.find((text) => nameOfIssue.test(text)) ?? ''
}

const nameOfIssue = /^[\u4e00-\u9fff]{4,20}(?:简报|快报|月报|周报|通讯|信息|动态)$/

/** 「2024年6月3日 第20期」: a line with the number of an issue. */
export function isIssueLine(text: string): boolean {
  return text.length <= 80 && issueNumber.test(text)
}
