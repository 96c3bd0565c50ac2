import type { Piece, TextPiece } from '../format.ts'
import { isMarkedTitle, isNoise, isProse, isSectionHeading, isTitleLike, startsItem } from '../text/signs.ts'
import { type Contents, contentsHeading, type Entry } from './find-contents.ts'
import { isIssueLine } from './find-issue.ts'
import { findLink, findSourceNote, isOrganisation, readByline, readParticulars } from './imprint.ts'
import { likeness, titleKey } from './title-key.ts'

/** Where an article begins: `lines` pieces from `at` on are its title. */
export interface Start {
  readonly at: number
  readonly lines: number
  /** The line of the table of contents that names it. */
  readonly entry?: Entry
  /** Set on what stands after the articles: who made the newsletter. */
  readonly endMatter?: true
}

const endMatter =
  /^(?:主编简介|编者简介|编辑部|关于我们|(?:本刊|机构|单位|作者)简介|版权声明|免责声明|联系(?:我们|方式)|征稿启事|订阅方式)/

/** Whether an article ends with this piece: its source in brackets, or the link to its original. */
export function endsArticle(piece: Piece): boolean {
  return piece.kind === 'text' && (findSourceNote(piece.text) !== undefined || findLink(piece.text) !== '')
}

/** The titles of the articles from `from` on: those of the contents, and what looks like one after an article has ended. */
export function findStarts(
  pieces: readonly Piece[],
  contents: Contents | undefined,
  from = contents?.to ?? 0,
): Start[] {
  const titles = new Titles(contents?.titles ?? [])
  const names = namesIn(pieces.slice(0, contents?.from ?? 0))
  const look = { pieces, names, numbered: from > 0 }
  const starts: Start[] = []
  let ended = contents === undefined
  for (let at = from; at < pieces.length; at++) {
    const start = titles.startAt(pieces, at) ?? (ended ? untold(look, at) : undefined)
    ended = isOver(pieces[at], ended && !start)
    if (!start) continue
    starts.push(start)
    at += start.lines - 1
  }
  return starts
}

/** Headings that are titles because there are several and each has its text: of the first rank, or marked with ◆. */
export function findHeadings(pieces: readonly Piece[], head: number): Start[] {
  const ranked = headingsWhere(pieces, (piece) => piece.level === 1 && canBeTitle(piece))
  if (ranked.length >= 2 || head === 0) return ranked.length >= 2 ? ranked : []
  const marked = headingsWhere(pieces, ({ text }) => isMarkedTitle(text))
  return marked.length >= 2 ? marked : []
}

/** Titles of an issue that have their source right below. */
export function findCredited(pieces: readonly Piece[], head: number): Start[] {
  return pieces.flatMap((piece, at) => {
    if (at < head || piece.kind !== 'text' || !canBeTitle(piece)) return []
    const lines = titleLines(pieces, at)
    const isCredited = isCredit(pieces[at + lines]) && headsText(pieces, at + lines + 1)
    return isCredited ? [{ at, lines }] : []
  })
}

function isCredit(piece: Piece | undefined): boolean {
  if (piece?.kind !== 'text') return false
  const said = readParticulars(piece.text) ?? readByline(piece.text)
  return said?.publisher !== undefined || findSourceNote(piece.text)?.start === 0
}

function headingsWhere(pieces: readonly Piece[], isTitle: (piece: TextPiece) => boolean): Start[] {
  return pieces.flatMap((piece, at) =>
    piece.kind === 'text' && isTitle(piece) && headsText(pieces, at + 1) ? [{ at, lines: 1 }] : [],
  )
}

function isOver(piece: Piece | undefined, before: boolean): boolean {
  if (piece?.kind !== 'text') return false
  return endsArticle(piece) || (before && !isProse(piece.text))
}

interface Look {
  readonly pieces: readonly Piece[]
  /** The names in the imprint, which head what the newsletter says about its makers. */
  readonly names: ReadonlySet<string>
  /** Whether titles may be numbered: in a newsletter, where something stands before the articles. */
  readonly numbered: boolean
}

/** A title that the contents do not name, with the text it heads. */
function untold({ pieces, names, numbered }: Look, at: number): Start | undefined {
  const piece = pieces[at]
  if (piece?.kind !== 'text') return undefined
  if (endMatter.test(piece.text) || names.has(titleKey(piece.text))) return { at, lines: 1, endMatter: true }
  const isTitle = canBeTitle(piece) || isMarkedTitle(piece.text) || (numbered && isNumberedTitle(pieces, at))
  if (!isTitle) return undefined
  const lines = titleLines(pieces, at)
  // A word or two above a table are part of its head.
  if (piece.text.length < 10 && pieces[at + lines]?.kind === 'table') return undefined
  return headsText(pieces, at + lines) ? { at, lines } : undefined
}

/** After the end of an article 「二、某省发布…」 is a title, unless it is the name of a section and the title comes below. */
function isNumberedTitle(pieces: readonly Piece[], at: number): boolean {
  const [piece, next] = pieces.slice(at, at + 2)
  const isNumbered = piece?.kind === 'text' && isSectionHeading(piece.text, 1)
  return isNumbered && next?.kind === 'text' && !canBeTitle(next)
}

/** Whether a piece may be the title of an article. */
export function canBeTitle({ text, level }: TextPiece): boolean {
  if (
    isSectionHeading(text) ||
    isNoise(text) ||
    isOrganisation(text) ||
    readParticulars(text) ||
    readByline(text)
  )
    return false
  if (isIssueLine(text) || contentsHeading.test(text)) return false
  return isTitleLike(text) || (level > 0 && text.length <= 100)
}

/** A title may go on in a subtitle, in brackets, or, where lines are wrapped, on the next line. */
export function titleLines(pieces: readonly Piece[], at: number): number {
  let lines = 1
  for (let next = pieces[at + 1]; next?.kind === 'text' && lines < 4; next = pieces[at + lines]) {
    const goesOn = isSubtitle(next) || (!next.gap && next.level === levelOf(pieces[at]) && canBeTitle(next))
    if (!goesOn || next.text.length > 60) break
    lines++
  }
  return lines
}

/** 「——某某」 or 「（征求意见稿）」 below a title. */
function isSubtitle(piece: Piece): boolean {
  if (piece.kind !== 'text' || findSourceNote(piece.text)) return false
  return piece.text.length <= 60 && /^(?:——|（[^（）]{2,20}）$)/.test(piece.text)
}

function levelOf(piece: Piece | undefined): number {
  return piece?.kind === 'text' ? piece.level : 0
}

/** Within a few pieces of particulars and headings the text itself must begin. */
function headsText(pieces: readonly Piece[], from: number): boolean {
  for (const piece of pieces.slice(from, from + 4)) {
    if (piece.kind === 'table' || isProse(piece.text)) return true
    if (endsArticle(piece) || piece.level === 1) return false
  }
  return false
}

/** The names in the imprint: 「主编 某某研究院」 gives the institute. */
function namesIn(pieces: readonly Piece[]): ReadonlySet<string> {
  const role = /^(?:指导单位|主管单位?|主办单位?|承办单位?|协办单位?|学术支持|联合主编|主编|编印|编辑出版)/
  const keys = pieces.flatMap((piece) => (piece.kind === 'text' ? [titleKey(piece.text)] : []))
  return new Set(keys.map((key) => key.replace(role, '')).filter((key) => key.length >= 6))
}

/** The titles of the contents that have not been met yet. */
class Titles {
  private readonly exact = new Map<string, Entry>()
  private readonly open: Set<Entry>

  constructor(entries: readonly Entry[]) {
    this.open = new Set(entries)
    for (const entry of entries) for (const key of entry.keys) this.exact.set(key, entry)
  }

  /** The title printed here on up to four lines: the one that agrees with an entry, or comes nearest. */
  startAt(pieces: readonly Piece[], at: number): Start | undefined {
    if (this.open.size === 0) return undefined
    const found = keysFrom(pieces, at).map((key, i) => ({ lines: i + 1, ...this.nearest(key) }))
    const best = found.reduce((most, next) => (next.likeness > most.likeness ? next : most), {
      lines: 0,
      likeness: 0,
      entry: undefined,
    })
    if (!best.entry || best.likeness < 0.8) return undefined
    this.open.delete(best.entry)
    const below = pieces.slice(at + best.lines, at + 4).findIndex((piece) => !isSubtitle(piece))
    return { at, lines: best.lines + Math.max(below, 0), entry: best.entry }
  }

  /** Articles come about in the order of the contents, so only the next few can be meant by a title that differs. */
  private nearest(key: string): { entry: Entry | undefined; likeness: number } {
    const same = this.exact.get(key)
    let nearest = { entry: same, likeness: same && this.open.has(same) ? 1 : 0 }
    if (nearest.likeness === 1 || key.length < 8) return nearest
    let looked = 0
    for (const entry of this.open) {
      const most = entry.keys.reduce((best, known) => Math.max(best, likeness(known, key)), 0)
      if (most > nearest.likeness) nearest = { entry, likeness: most }
      if (++looked === 6) break
    }
    return nearest
  }
}

/** The keys of one, two, three and four lines from here on, as long as they can be lines of a title. */
function keysFrom(pieces: readonly Piece[], at: number): string[] {
  const keys: string[] = []
  for (const piece of pieces.slice(at, at + 4)) {
    if (piece.kind !== 'text' || !canBePartOfTitle(piece, keys.length > 0)) break
    keys.push((keys.at(-1) ?? '') + titleKey(piece.text))
  }
  return keys
}

/** Only the first line of a title can be numbered. */
function canBePartOfTitle(piece: TextPiece, goesOn: boolean): boolean {
  if (goesOn && (isSectionHeading(piece.text) || startsItem(piece.text))) return isSubtitle(piece)
  return piece.text.length <= 120 && !piece.text.endsWith('。') && !endsArticle(piece)
}
