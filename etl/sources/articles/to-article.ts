import type { Article, Block, Paragraph } from '#etl/document.ts'
import type { Particulars, Piece, TextPiece } from '../format.ts'
import { concatTexts, editText, type PlacedText, sliceText, trimText } from '../text/placed-text.ts'
import { isNoise, isProse, isReporterLine, isSectionHeading, isTitleLike, titleMark } from '../text/signs.ts'
import { attachCaptions } from './attach-captions.ts'
import { findDateInLink } from './dates.ts'
import { isIssueLine } from './find-issue.ts'
import {
  dateInTitle,
  findDateNote,
  findLink,
  findShortSource,
  findSourceNote,
  isOrganisation,
  isPeriodLine,
  officeInTitle,
  readByline,
  readParticulars,
} from './imprint.ts'
import { titleKey } from './title-key.ts'

/** An article before its particulars have been read from its text. */
export interface Draft {
  /** The lines of its title, none where it has no title. */
  readonly title: readonly PlacedText[]
  /** Where else the title is printed: in the table of contents, on the cover. */
  readonly copies: readonly PlacedText[]
  readonly body: readonly Piece[]
  /** What the file says in its properties. */
  readonly particulars: Particulars
  /** The date of the issue. */
  readonly issued: string
  /** Who makes the issue, '' where nobody says. */
  readonly issuer: string
  /** The keys of the names of sections. */
  readonly sections: ReadonlySet<string>
}

/** Reads source, date and link of an article and leaves them, with page furniture, out of its blocks. */
export function toArticle(draft: Draft): Article {
  const title = withoutTableNumber(titleOf(draft), draft.body)
  const { found, office, kept } = takeParticulars(draft, titleKey(title?.text ?? ''))
  const url = draft.particulars.url || found.url || ''
  const titles = [...draft.copies, ...(title ? [title] : [])].map(toHeading)
  return {
    title: draft.particulars.title || title?.text || found.title || '',
    ...(draft.particulars.isNamedByFile ? { isNamedByFile: true } : {}),
    publisher:
      draft.particulars.publisher ||
      found.publisher ||
      office ||
      officeInTitle(title?.text ?? '') ||
      draft.issuer,
    published:
      draft.particulars.published ||
      found.published ||
      dateFromLink(url, draft.issued) ||
      draft.issued ||
      dateInTitle(title?.text ?? firstLine(draft.body)),
    url,
    line: lineOf(title) ?? lineOfPiece(draft.body[0]),
    blocks: [...titles, ...attachCaptions(kept.map(toBlock))],
  }
}

/** One line, without the spaces that only part its lines on the page. */
function titleOf({ title, copies }: Draft): PlacedText | undefined {
  if (title.length === 0) return undefined
  const joined = concatTexts(title, () => ' ')
  const model = copies.find(({ text }) => titleKey(text) === titleKey(joined.text))
  return model ? spacedLike(joined, model.text) : joined
}

/** 「16-38 分地区互联网主要指标」: the number of a table in a yearbook. */
const tableNumber =
  /^\d{1,2}[-—]\d{1,2}(?:[-—]\d{1,2})?\s?(?=[\u4e00-\u9fff])(?![月日年个家岁万亿季时点百千成号期])/

function withoutTableNumber(title: PlacedText | undefined, body: readonly Piece[]): PlacedText | undefined {
  const number = title && body.some(({ kind }) => kind === 'table') ? tableNumber.exec(title.text) : null
  return title && number ? sliceText(title, number[0].length) : title
}

function spacedLike(title: PlacedText, model: string): PlacedText {
  const pauses = new Set([...model.matchAll(/ /g)].map(({ index }) => titleKey(model.slice(0, index)).length))
  const extra = [...title.text.matchAll(/(?<=[^ -~]) | (?=[^ -~])/g)].filter(
    ({ index }) => !pauses.has(titleKey(title.text.slice(0, index)).length),
  )
  return editText(
    title,
    extra.map(({ index }) => ({ start: index, end: index + 1, text: '' })),
  )
}

interface Taken {
  found: Particulars
  /** The office that stands above or below the text, which is its publisher where no source is named. */
  office: string
  kept: Piece[]
}

/** How many lines of source, date and author may stand between a title and the text. */
const headLines = 6

function takeParticulars({ body, sections }: Draft, title: string): Taken {
  const lastProse = body.findLastIndex((piece) => piece.kind === 'table' || isProse(piece.text))
  const taken: Taken = { found: {}, office: '', kept: [] }
  for (const [i, piece] of body.entries()) {
    if (piece.kind === 'table' || (isPeriodLine(piece.text) && isAboveTable(body, i))) taken.kept.push(piece)
    else if (!isFurniture(piece, sections, title) && !(i < headLines && isIssueName(piece)))
      take(piece, i < headLines || i > lastProse, taken)
  }
  return taken
}

/** Whether but short lines part a piece from the table below it. */
function isAboveTable(body: readonly Piece[], at: number): boolean {
  const below = body.slice(at + 1, at + 4).find((piece) => piece.kind === 'table' || piece.text.length > 20)
  return below?.kind === 'table'
}

/** 「某省数据动态（2024年第8期）」 above the first article. */
const isIssueName = ({ text }: TextPiece) => isIssueLine(text) && !isProse(text)

function isFurniture({ text }: TextPiece, sections: ReadonlySet<string>, title: string): boolean {
  if (text === '' || isNoise(text) || /^(?:资料|数据|图片)来源：.{1,80}$/.test(text)) return true
  if (text.length > 100) return false
  const key = titleKey(text)
  return sections.has(key) || (key === title && key !== '')
}

/** Takes what a piece says about its article and keeps the rest of it. */
function take(piece: TextPiece, atEdge: boolean, taken: Taken): void {
  const { text } = piece
  const note = findSourceNote(text) ?? (atEdge ? findDateNote(text) : undefined)
  const said = note ?? saidBy(text, atEdge)
  if (said) taken.found = { ...saidOf(said), ...taken.found }
  if (atEdge && isOrganisation(text)) taken.office ||= text
  const isTaken =
    said !== undefined || isReporterLine(text) || (atEdge && isOrganisation(text)) || isFigureSource(text)
  const rest = note ? trimText(sliceText(piece, 0, note.start)) : piece
  if (rest.text !== '' && (note || !isTaken)) taken.kept.push({ ...piece, ...rest })
}

/** Only what is not empty counts as said. */
const saidOf = (said: Particulars): Particulars =>
  Object.fromEntries(Object.entries(said).filter(([name, value]) => particulars.has(name) && value))
const particulars = new Set(['publisher', 'published', 'url', 'title'])

/** 「来源：某公司」 in the middle of a text belongs to a picture. */
function isFigureSource(text: string): boolean {
  return /^.{0,4}来源：/.test(text) && readParticulars(text) !== undefined
}

/** What a line says that holds nothing but particulars; some can only be told at the head or foot of an article. */
function saidBy(text: string, atEdge: boolean): Particulars | undefined {
  const url = findLink(text)
  if (url) return { url }
  const publisher = findShortSource(text)
  if (publisher) return { publisher }
  return atEdge ? (readParticulars(text) ?? readByline(text)) : undefined
}

function toHeading({ text, places }: PlacedText): Block {
  return { kind: 'heading', text, places }
}

function toBlock(piece: Piece, at: number, pieces: readonly Piece[]): Block {
  if (piece.kind === 'table') return piece
  const { text, places } = piece
  const kind: Paragraph['kind'] = isHeading(piece, pieces[at + 1]) ? 'heading' : 'paragraph'
  return { kind, text, places }
}

/** 「■ 软件业（1—10月累计）」. */
const isMarkedHeading = (text: string) =>
  titleMark.test(text) && /^[\u4e00-\u9fff]{2,16}(?:（[^（）]{2,16}）)?$/.test(text.replace(titleMark, ''))

/** 「电信业务收入：311.6亿元」, 「软件产品：收入1685亿元，增长10%」 are no headings; 「山东：5G基站达22.4万个」 is one. */
const valueLine = /：(?:[-+]?[\d.,]+(?![\d.,a-z])|.*\d.*，|.*，.*\d)/i

/** Marked as a heading, numbered like one, or a short line above a longer text. */
function isHeading({ text, level }: TextPiece, next: Piece | undefined): boolean {
  if (level > 0) return text.length <= 100
  if (isSectionHeading(text, 1) || isMarkedHeading(text)) return true
  if (valueLine.test(text)) return false
  return (
    text.length <= 40 &&
    isTitleLike(text) &&
    !isOrganisation(text) &&
    next?.kind === 'text' &&
    isProse(next.text)
  )
}

/** The day in the link, where the issue can have reprinted it: at most a year before. */
function dateFromLink(url: string, issued: string): string {
  const date = findDateInLink(url)
  if (date === '' || issued === '') return date
  const oldest = `${Number(issued.slice(0, 4)) - 1}${issued.slice(4)}`
  return date.slice(0, issued.length) <= issued && date >= oldest ? date : ''
}

function firstLine([first]: readonly Piece[]): string {
  return first?.kind === 'text' ? first.text : ''
}

function lineOf(text: PlacedText | undefined): number | undefined {
  return text?.places[0]?.line
}

function lineOfPiece(piece: Piece | undefined): number {
  if (piece?.kind === 'table') return piece.rows[0]?.[0]?.line ?? 1
  return lineOf(piece) ?? 1
}
