import {
  childOf,
  childrenOf,
  isXmlElement,
  rootOf,
  type XmlElement,
  xmlDescendants,
} from '../xml/read-xml.ts'
import { printNumber } from './number-format.ts'
import { type LookOf, odsLooks } from './ods-looks.ts'
import { type Merge, plainText, type Sheet, type SheetCell, type TextRun, type Workbook } from './sheet.ts'

/** Told how many cells there are so far, repeated ones too, before they are made; throws where they are too many. */
type Count = (cells: number) => void

/**
 * A workbook from the parts `content.xml` and `styles.xml` of an OpenDocument spreadsheet; undefined for another document.
 * A cell holds what is seen, its text; dates and numbers come printed.
 * @throws XmlError
 */
export function readOds(content: string, styles: string, count: Count): Workbook | undefined {
  const root = rootOf(content)
  const body = childOf(childOf(root, 'office:body'), 'office:spreadsheet')
  if (!body) return undefined
  const lookOf = odsLooks(rootOf(styles), root)
  let total = 0
  const add = (more: number) => {
    total += more
    count(total)
  }
  // What is kept of the sheets of other files is marked by its source.
  const tables = childrenOf(body).filter(
    (each) => each.name === 'table:table' && !childOf(each, 'table:table-source'),
  )
  return { sheets: tables.map((table) => readTable(table, lookOf, add)), epoch: 1900 }
}

const rowGroups = ['table:table-row-group', 'table:table-header-rows', 'table:table-rows']
const columnGroups = ['table:table-column-group', 'table:table-header-columns', 'table:table-columns']

/** The rows or columns of a table in order, out of their groups. */
function inGroups(element: XmlElement, name: string, groups: readonly string[]): XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    child.name === name ? [child] : groups.includes(child.name) ? inGroups(child, name, groups) : [],
  )
}

/** A number of times or cells, 1 where none is said that a sheet could have. */
function numberOf({ attributes }: XmlElement, name: string): number {
  const said = attributes[`table:number-${name}`] ?? ''
  return /^[1-9]\d{0,6}$/.test(said) ? Number(said) : 1
}

/** Columns that look alike, up to one. */
interface Columns {
  readonly end: number
  readonly hidden: boolean
  readonly style: string | undefined
}

function readTable(table: XmlElement, lookOf: LookOf, count: Count): Sheet {
  const columns = readColumns(table, lookOf)
  const rows = new Map<number, readonly SheetCell[]>()
  const hiddenRows = new Set<number>()
  const merges: Merge[] = []
  let next = 0
  for (const row of inGroups(table, 'table:table-row', rowGroups)) {
    const times = numberOf(row, 'rows-repeated')
    const found = readCells(row, { columns, lookOf, count })
    if (found.length > 0) {
      count(found.length * (times - 1))
      const cells = found.map(({ cell }) => cell)
      for (let number = next; number < next + times; number++) {
        rows.set(number, cells)
        if (isHidden(row, 'table-row', lookOf)) hiddenRows.add(number)
        merges.push(...found.flatMap(({ cell, source }) => mergeAt(number, cell.column, source)))
      }
    }
    next += times
  }
  return {
    name: table.attributes['table:name'] ?? '',
    hidden: lookOf('table', table.attributes['table:style-name']).hidden,
    rows,
    merges,
    hiddenRows,
    hiddenColumns: hiddenOf(columns),
    drawn: drawnOn(table),
  }
}

function isHidden({ attributes }: XmlElement, family: string, lookOf: LookOf): boolean {
  const shown = attributes['table:visibility'] ?? 'visible'
  return shown !== 'visible' || lookOf(family, attributes['table:style-name']).hidden
}

function readColumns(table: XmlElement, lookOf: LookOf): Columns[] {
  let end = 0
  return inGroups(table, 'table:table-column', columnGroups).map((column) => {
    end += numberOf(column, 'columns-repeated')
    const style = column.attributes['table:default-cell-style-name']
    return { end, hidden: isHidden(column, 'table-column', lookOf), style }
  })
}

/** More columns no sheet has. */
const mostColumns = 16_384

function hiddenOf(columns: readonly Columns[]): Set<number> {
  const hidden = new Set<number>()
  let at = 0
  for (const each of columns)
    for (; at < Math.min(each.end, mostColumns); at++) if (each.hidden) hidden.add(at)
  return hidden
}

interface Known {
  readonly columns: readonly Columns[]
  readonly lookOf: LookOf
  readonly count: Count
}

/** The cells of a row that hold something, each with its element; what a merged cell covers is not seen. */
function readCells(row: XmlElement, { columns, lookOf, count }: Known) {
  const found: { readonly cell: SheetCell; readonly source: XmlElement }[] = []
  let next = 0
  for (const source of childrenOf(row)) {
    const times = numberOf(source, 'columns-repeated')
    const read = source.name === 'table:table-cell' ? readValue(source, lookOf) : nothing
    if (!isEmpty(read)) {
      count(times)
      for (let column = next; column < next + times; column++) {
        const style =
          source.attributes['table:style-name'] ??
          row.attributes['table:default-cell-style-name'] ??
          columns.find(({ end }) => column < end)?.style ??
          'Default'
        const { struck, white } = lookOf('table-cell', style)
        found.push({ source, cell: { column, struck, white, ...read } })
      }
    }
    next += times
  }
  return found
}

type Value = Pick<SheetCell, 'value' | 'format'>

const nothing: Value = { value: [], format: 'General' }
const isEmpty = ({ value }: Value) => typeof value === 'object' && value.length === 0

function readValue(cell: XmlElement, lookOf: LookOf): Value {
  const lines = childrenOf(cell).filter(({ name }) => name === 'text:p')
  const runs = lines.flatMap((line, i) => [
    ...(i === 0 ? [] : plainText('\n')),
    ...runsOf(line, lookOf, { struck: false, raised: false }),
  ])
  const number = Number(cell.attributes['office:value'] ?? Number.NaN)
  if (runs.length > 0) return { value: number < 0 ? runs.map(withMinus) : runs, format: 'General' }
  // An empty text beside a number: its format shows nothing of it.
  if (lines.length > 0 && !Number.isNaN(number)) return { value: number, format: ';;;' }
  return { value: withoutText(cell, number), format: 'General' }
}

/** A number below zero may be seen in brackets, behind a triangle or in red; as in the other workbooks it has a minus. */
function withMinus(run: TextRun): TextRun {
  if (!/\d/.test(run.text) || /[-−–]/.test(run.text)) return run
  return { ...run, text: `-${run.text.replace(/[()（）▲△]/g, '').trim()}` }
}

/** What some programs store without its text, as it is seen where no format says more. */
function withoutText({ attributes }: XmlElement, number: number): SheetCell['value'] {
  const type = attributes['office:value-type']
  if (type === 'percentage') return plainText(`${printNumber(100 * number, 'General')}%`)
  if (!Number.isNaN(number)) return number
  const text =
    attributes['office:string-value'] ?? attributes['office:date-value'] ?? attributes['office:boolean-value']
  if (text !== undefined) return plainText(text)
  return attributes['table:formula'] !== undefined && type === undefined ? undefined : []
}

/** The text of a paragraph in stretches that look alike; the reading aids of Japanese and notes are left out. */
function runsOf(element: XmlElement, lookOf: LookOf, look: Omit<TextRun, 'text'>): readonly TextRun[] {
  return element.children.flatMap((child) => {
    const text = isXmlElement(child) ? signOf(child) : child.replace(/[ \t\r\n]+/g, ' ')
    if (text !== undefined) return text === '' ? [] : [{ ...look, text }]
    if (!isXmlElement(child) || /^(?:text:ruby-text|text:note|office:|draw:)/.test(child.name)) return []
    const own = lookOf('text', child.attributes['text:style-name'])
    return runsOf(child, lookOf, {
      struck: look.struck || own.struck,
      raised: look.raised || own.raised,
    })
  })
}

/** What an element in a text stands for, undefined where it holds text itself. */
function signOf({ name, attributes }: XmlElement): string | undefined {
  if (name === 'text:s') return ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 1000))
  if (name === 'text:tab') return '\t'
  return name === 'text:line-break' ? '\n' : undefined
}

function mergeAt(top: number, left: number, cell: XmlElement): Merge[] {
  const right = left + numberOf(cell, 'columns-spanned') - 1
  const bottom = top + numberOf(cell, 'rows-spanned') - 1
  return right > left || bottom > top ? [{ top, bottom, left, right }] : []
}

/** Shapes lie on the sheet or in the cell to which they are bound; a chart has a picture of itself beside it. */
function drawnOn(table: XmlElement): Sheet['drawn'] {
  const frames = [...xmlDescendants(table, 'draw:frame', 'draw:custom-shape')]
  const has = (frame: XmlElement, ...names: string[]) => !xmlDescendants(frame, ...names).next().done
  const charts = frames.filter((frame) => has(frame, 'draw:object', 'draw:object-ole'))
  const others = frames.filter((frame) => !charts.includes(frame))
  const boxes = others.filter((frame) => has(frame, 'text:p'))
  const pictures = others.filter((frame) => !boxes.includes(frame) && has(frame, 'draw:image'))
  return { pictures: pictures.length, charts: charts.length, boxes: boxes.length }
}
