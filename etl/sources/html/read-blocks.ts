import type { Piece } from '../format.ts'
import { foldText } from '../text/fold-text.ts'
import { raise } from '../text/note-marks.ts'
import { concatTexts, editText, type PlacedText, placed, trimText } from '../text/placed-text.ts'
import { endsSentence, isSectionHeading, startsItem } from '../text/signs.ts'
import { type Element, isBlock, isElement, isSkipped, isText, type Node, rawText, textsIn } from './nodes.ts'
import type { Locate } from './place-text.ts'
import { isDataTable, readTable } from './read-table.ts'

/** Deeper than this nothing is read; pages made by people stay far above it. */
const deepest = 300

/** The paragraphs, headings and tables below an element, in the order of the page. */
export function readBlocks(root: Element, locate: Locate): Piece[] {
  const reader = new BlockReader(locate)
  reader.readChildren(root, 0, 0)
  reader.finish(0)
  return reader.pieces
}

/** A paragraph, or what of it stands between two line breaks, and how much of it is links. */
interface Run {
  readonly text: PlacedText
  readonly linked: number
}

class BlockReader {
  readonly pieces: Piece[] = []
  /** The runs of the paragraph that line breaks have ended. */
  private runs: Run[] = []
  private parts: PlacedText[] = []
  private linked = 0
  private readonly locate: Locate

  constructor(locate: Locate) {
    this.locate = locate
  }

  readChildren(element: Element, level: number, depth: number): void {
    if (depth > deepest) return
    for (const child of element.childNodes) this.read(child, level, depth + 1)
  }

  /** Ends a paragraph. */
  finish(level: number): void {
    this.breakLine()
    for (const run of joinRuns(this.runs)) this.addPiece(run, level)
    this.runs = []
  }

  private breakLine(): void {
    const text = trimText(concatTexts(this.parts, () => ''))
    if (text.text !== '') this.runs.push({ text, linked: this.linked })
    this.parts = []
    this.linked = 0
  }

  private addPiece({ text: joined, linked }: Run, level: number): void {
    const isMenu = level === 0 && joined.text.length < 80 && linked > 0.8 * joined.text.length
    if (isMenu) return
    const { text, places } = foldText(joined, {
      keepGaps: joined.text.length <= 80 && !/[。；]/.test(joined.text),
    })
    if (text !== '') this.pieces.push({ kind: 'text', text, places, level, gap: true })
  }

  private read(node: Node, level: number, depth: number): void {
    // A heading goes on over a line break.
    if (node.nodeName === 'br' && level > 0) return
    if (isText(node)) this.parts.push(collapse(this.locate(node)))
    else if (isElement(node) && !isSkipped(node)) this.readElement(node, level, depth)
  }

  private readElement(element: Element, level: number, depth: number): void {
    const { tagName } = element
    if (tagName === 'br') this.breakLine()
    else if (tagName === 'table' && isDataTable(element)) this.readTable(element, level)
    else if (isBlock(element)) this.readBlock(element, level, depth)
    else if (tagName === 'sup') this.readRaised(element)
    else this.readInline(element, level, depth)
  }

  private readTable(table: Element, level: number): void {
    this.finish(level)
    this.pieces.push(readTable(table, (element) => textOf(element, this.locate)))
  }

  private readBlock(element: Element, level: number, depth: number): void {
    this.finish(level)
    const own = /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : level
    this.readChildren(element, own, depth)
    this.finish(own)
  }

  private readInline(element: Element, level: number, depth: number): void {
    if (element.tagName === 'a') this.linked += rawText(element).trim().length
    this.readChildren(element, level, depth)
  }

  /** Raised digits become raised characters, of which the marks of notes are left out when the text is folded. */
  private readRaised(element: Element): void {
    const texts = [...textsIn(element)].map((node) => collapse(this.locate(node)))
    if (texts.length > 0) this.parts.push(raise(concatTexts(texts, () => '')))
  }
}

/** Puts a sentence that line breaks cut together again. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && goesOn(last.text.text, run.text.text))
      joined[joined.length - 1] = {
        text: concatTexts([last.text, run.text], () => ''),
        linked: last.linked + run.linked,
      }
    else joined.push(run)
  }
  return joined
}

/** Words after which a number must come, and a number with a unit that needs words before it. */
const expectsMore =
  /[，、]$|(?:同比|环比|增长|下降|增加|减少|提高|回落|净增|净减|达到?|实现|完成|分别|占|较|比|为|和|与|及|约|超过?|突破)$/
const isRest = /^(?:[，。；、）)”》%]|\d[\d,]*(?:\.\d+)?\s?(?:%|[万亿]|个百分点))/

/** Whether a sentence goes on over a line break; what ends with a sign of its own or begins like an item does not. */
function goesOn(before: string, after: string): boolean {
  if (endsSentence(before) || startsItem(after) || isSectionHeading(after)) return false
  return (
    expectsMore.test(before.slice(-8)) || (isRest.test(after.slice(0, 24)) && /[\u4e00-\u9fff]$/.test(before))
  )
}

/** The text of a table cell, its paragraphs parted by spaces. */
function textOf(element: Element, locate: Locate): PlacedText {
  const lines = readBlocks(element, locate).filter((piece) => piece.kind === 'text')
  const { startLine = 1, startCol = 1 } = element.sourceCodeLocation ?? {}
  return lines.length > 0 ? concatTexts(lines, () => ' ') : placed('', startLine, startCol)
}

/** Any white space of a page is one space. */
function collapse(text: PlacedText): PlacedText {
  const runs = text.text.matchAll(/[ \t\n\r\f]{2,}|[\t\n\r\f]/g)
  return editText(
    text,
    [...runs].map(({ 0: run, index }) => ({ start: index, end: index + run.length, text: ' ' })),
  )
}
