import type { Unread } from '#etl/document.ts'
import { notRead, type UnreadKind } from '../unread.ts'
import {
  childOf,
  childrenOf,
  isXmlElement,
  type XmlElement,
  xmlDescendants,
  xmlElements,
} from '../xml/read-xml.ts'
import { readMath } from './read-math.ts'
import { isFilled, type RunLook, readLook, readStyles, type Styles, settingOf } from './read-styles.ts'
import { writeTable } from './write-table.ts'

/** The parts of a Word file that hold text. */
export interface WordParts {
  readonly document: string
  readonly styles: string | undefined
  readonly footnotes: string | undefined
  readonly endnotes: string | undefined
}

/**
 * The text of a Word file as a page: `p` and `h1` to `h6` for paragraphs, tables, and the look of text that is struck,
 * hidden or raised. Text boxes stand behind the paragraph they are fixed to, notes at the end.
 * @throws XmlError for a broken file.
 */
export function wordToHtml(parts: WordParts): { readonly html: string; readonly unread: readonly Unread[] } {
  const writer = new WordWriter(readStyles(parts.styles))
  for (const element of xmlElements(parts.document, 'w:body')) writer.writeBlock(element)
  for (const note of [...notesIn(parts.footnotes, 'w:footnotes'), ...notesIn(parts.endnotes, 'w:endnotes')])
    writer.writeBlocks(note)
  return { html: `<body>${writer.html.join('')}</body>`, unread: writer.sayUnread() }
}

/** The notes of a part; the line above them is a note of a type of its own. */
function notesIn(xml: string | undefined, parent: string): XmlElement[] {
  const notes = xml ? [...xmlElements(xml, parent)] : []
  return notes.filter(({ attributes }) => /^(?:normal)?$/.test(attributes['w:type'] ?? ''))
}

class WordWriter {
  readonly html: string[] = []
  private readonly styles: Styles
  private readonly unread = new Map<UnreadKind, number>()
  /** What the runs of the paragraph being written look like, where they say nothing themselves. */
  private look: RunLook = {}
  /** Whether a coloured cell or table holds what is being written. */
  private isOnFill = false
  /** Content of paragraphs whose end was deleted; it goes on in the next. */
  private carried: XmlElement[] = []
  private boxes: XmlElement[] = []

  constructor(styles: Styles) {
    this.styles = styles
  }

  sayUnread(): Unread[] {
    return [...this.unread].map(([kind, count]) => notRead(count, kind))
  }

  writeBlocks(parent: XmlElement): void {
    for (const child of childrenOf(parent)) this.writeBlock(child)
  }

  writeBlock(element: XmlElement): void {
    const { name } = element
    if (name === 'w:p') this.writeParagraph(element)
    else if (name === 'w:tbl')
      writeTable(element, { html: this.html, writeCell: (cell) => this.writeCell(cell, element) })
    else if (name === 'w:altChunk') this.miss('object')
    else if (name === 'mc:AlternateContent') this.writeBlocks(chosen(element))
    else if (transparent.has(name)) this.writeBlocks(element)
  }

  private writeCell(cell: XmlElement, table: XmlElement): void {
    const outer = this.isOnFill
    const ofTable = childOf(table, 'w:tblPr')
    // A style may colour some rows only; which, is not asked.
    const isStyled = this.styles.fills(settingOf(ofTable, 'w:tblStyle'))
    this.isOnFill ||= isStyled || [childOf(cell, 'w:tcPr'), ofTable].some((each) => isFilled(each) === true)
    this.writeBlocks(cell)
    this.isOnFill = outer
  }

  private writeParagraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, 'w:pPr')
    const content = [...this.carried, ...childrenOf(paragraph)]
    this.carried = []
    if (childOf(childOf(properties, 'w:rPr'), 'w:del')) {
      this.carried = content
      return
    }
    const style = settingOf(properties, 'w:pStyle')
    const tag = tagOf(this.styles.nameOf(style))
    const outer = { look: this.look, boxes: this.boxes }
    this.look = { ...this.styles.lookOf(style), ...(isFilled(properties) ? { filled: true } : {}) }
    this.boxes = []
    this.html.push(`<${tag}>`)
    for (const child of content) this.writeInline(child)
    this.html.push(`</${tag}>`)
    const { boxes } = this
    this.look = outer.look
    this.boxes = outer.boxes
    for (const box of boxes) this.writeBox(box)
  }

  /** What colour a drawn box has is not asked: white letters in it are taken for seen. */
  private writeBox(box: XmlElement): void {
    const outer = this.isOnFill
    this.isOnFill = true
    this.writeBlocks(box)
    this.isOnFill = outer
  }

  private writeInline(element: XmlElement): void {
    const { name } = element
    if (name === 'w:r') this.writeRun(element)
    else if (name === 'w:del' || name === 'w:moveFrom') this.wrap('del', element)
    else if (name === 'm:oMath' || name === 'm:oMathPara') this.writeMath(element)
    else if (name === 'mc:AlternateContent') this.writeInlines(chosen(element))
    else if (transparent.has(name)) this.writeInlines(element)
  }

  private writeInlines(parent: XmlElement): void {
    for (const child of childrenOf(parent)) this.writeInline(child)
  }

  private wrap(tag: string, element: XmlElement): void {
    this.html.push(`<${tag}>`)
    this.writeInlines(element)
    this.html.push(`</${tag}>`)
  }

  private writeRun(run: XmlElement): void {
    const properties = childOf(run, 'w:rPr')
    const look = {
      ...this.look,
      ...this.styles.lookOf(settingOf(properties, 'w:rStyle')),
      ...readLook(properties),
    }
    const isUnseen = look.hidden || (look.white && !look.filled && !this.look.filled && !this.isOnFill)
    const tags = [isUnseen ? 'span hidden' : '', look.struck ? 's' : '', look.raised ? 'sup' : ''].filter(
      Boolean,
    )
    for (const tag of tags) this.html.push(`<${tag}>`)
    this.writeRunParts(run)
    for (const tag of tags.toReversed()) this.html.push(`</${tag.split(' ')[0]}>`)
  }

  private writeRunPart(element: XmlElement): void {
    const { name, attributes } = element
    const written = runParts[name]
    if (written !== undefined) this.html.push(written)
    else if (isText.test(name))
      this.html.push(escaped(element.children.filter((child) => !isXmlElement(child)).join('')))
    else if (isNoteMark.test(name)) this.html.push(`<sup>[${attributes['w:id'] ?? ''}]</sup>`)
    else if (isDrawing.test(name)) this.writeDrawing(element)
    else if (name === 'w:sym') this.writeSymbol(attributes['w:char'] ?? '', attributes['w:font'] ?? '')
    else if (name === 'mc:AlternateContent') this.writeRunParts(chosen(element))
    else if (name === 'w:ruby')
      for (const base of xmlDescendants(element, 'w:rubyBase')) this.writeInlines(base)
  }

  private writeRunParts(parent: XmlElement): void {
    for (const child of childrenOf(parent)) this.writeRunPart(child)
  }

  private writeSymbol(char: string, font: string): void {
    const code = Number.parseInt(char, 16) & 0xff
    const sign = String.fromCharCode(code)
    if (/^symbol$/i.test(font) && /[^a-z]/i.test(sign) && code >= 0x20 && code <= 0x7e)
      this.html.push(escaped(sign))
    else if (font === 'Symbol' && symbols[code]) this.html.push(symbols[code])
    else this.miss('symbol')
  }

  /** The text of a drawing is written behind the paragraph; what else it shows is not read. */
  private writeDrawing(drawing: XmlElement): void {
    const boxes = [...xmlDescendants(drawing, 'w:txbxContent')]
    this.boxes.push(...boxes)
    if (boxes.length > 0) return
    if (drawing.name === 'w:object') this.miss('object')
    else
      for (const shown of xmlDescendants(drawing, 'a:graphicData', 'v:imagedata')) {
        const kind = kindOf(shown)
        if (kind && (kind !== 'picture' || mayHoldText(drawing))) this.miss(kind)
      }
  }

  private writeMath(element: XmlElement): void {
    for (const formula of element.name === 'm:oMath' ? [element] : xmlDescendants(element, 'm:oMath')) {
      const text = readMath(formula)
      if (text === undefined) this.miss('formula')
      else this.html.push(escaped(text))
    }
  }

  private miss(kind: UnreadKind): void {
    this.unread.set(kind, (this.unread.get(kind) ?? 0) + 1)
  }
}

/** Elements that only hold others. */
const transparent = new Set(
  'w:body w:sdt w:sdtContent w:smartTag w:customXml w:hyperlink w:ins w:moveTo w:fldSimple w:dir w:bdo w:footnote w:endnote'.split(
    ' ',
  ),
)

const runParts: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '<br>',
  'w:cr': '<br>',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
}

/** Signs of the font Symbol that stand at figures. */
const symbols: Readonly<Record<number, string>> = {
  176: '°',
  177: '±',
  180: '×',
  163: '≤',
  179: '≥',
  183: '·',
}

/** Of content in several forms the newest that holds something, else the one for old programs. */
function chosen(element: XmlElement): XmlElement {
  const choices = childrenOf(element)
  return (
    choices.find(({ name, children }) => name === 'mc:Choice' && children.length > 0) ??
    choices.at(-1) ??
    element
  )
}

const isText = /^w:(?:t|delText)$/
const isNoteMark = /^w:(?:foot|end)noteReference$/
const isDrawing = /^w:(?:drawing|pict|object)$/

function kindOf({ name, attributes }: XmlElement): UnreadKind | undefined {
  const uri = name === 'v:imagedata' ? '/picture' : (attributes['uri'] ?? '')
  return (['picture', 'chart', 'diagram'] as const).find((kind) => uri.includes(`/${kind}`))
}

/** In English metric units: 914,400 an inch. Marks and lines of decoration are smaller. */
const leastPicture = { width: 1_500_000, height: 500_000 }

function mayHoldText(drawing: XmlElement): boolean {
  const [extent] = xmlDescendants(drawing, 'wp:extent')
  if (!extent) return true
  return (
    Number(extent.attributes['cx']) >= leastPicture.width &&
    Number(extent.attributes['cy']) >= leastPicture.height
  )
}

function tagOf(style: string): string {
  if (style === 'title' || style === '标题') return 'h1'
  const rank = /^(?:heading|标题) ([1-6])$/.exec(style)?.[1]
  return rank ? `h${rank}` : 'p'
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
}
