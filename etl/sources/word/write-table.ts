import { childOf, childrenOf, type XmlElement } from '../xml/read-xml.ts'
import { settingOf } from './read-styles.ts'

interface Writer {
  readonly html: string[]
  writeCell(cell: XmlElement): void
}

/** A cell and the columns it covers; `height` grows with the cells below that continue it. */
interface Placed {
  readonly cell: XmlElement
  readonly start: number
  readonly span: number
  height: number
}

/** A table with its merged cells and header rows as a page has them. */
export function writeTable(table: XmlElement, { html, writeCell }: Writer): void {
  const rows = rowsOf(table)
  const placed = placeCells(rows)
  html.push('<table>')
  for (const [i, row] of rows.entries()) {
    const properties = childOf(row, 'w:trPr')
    const tag = childOf(properties, 'w:tblHeader') ? 'th' : 'td'
    html.push(childOf(properties, 'w:del') ? '<tr class="line-through">' : '<tr>')
    for (const { cell, span, height } of placed[i] ?? []) {
      html.push(`<${tag} colspan="${span}" rowspan="${height}">`)
      writeCell(cell)
      html.push(`</${tag}>`)
    }
    html.push('</tr>')
  }
  html.push('</table>')
}

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:smartTag'])

/** Elements of a name, also those that a control or a revision wraps. */
function elementsOf(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === name) return [child]
    return wrappers.has(child.name) ? elementsOf(child, name) : []
  })
}

const rowsOf = (table: XmlElement) => elementsOf(table, 'w:tr')

function placeCells(rows: readonly XmlElement[]): Placed[][] {
  let above: ReadonlyMap<number, Placed> = new Map()
  return rows.map((row) => {
    const placed = cellsOf(row).map((each) => ({
      ...each,
      own: each.goesOn ? above.get(each.start) : undefined,
    }))
    const kept = placed.map(({ own, cell, start, span }) => own ?? { cell, start, span, height: 0 })
    for (const cell of kept) cell.height++
    above = new Map(kept.flatMap((cell, i) => (placed[i]?.merges ? [[cell.start, cell]] : [])))
    return kept.filter(({ height }) => height === 1)
  })
}

/** The cells of a row with the columns they stand in, and whether they merge with others below or above. */
function cellsOf(row: XmlElement) {
  let start = Number(settingOf(childOf(row, 'w:trPr'), 'w:gridBefore') || 0)
  return elementsOf(row, 'w:tc').map((cell) => {
    const properties = childOf(cell, 'w:tcPr')
    const span = Math.min(Number(settingOf(properties, 'w:gridSpan') || 1), 200)
    const merge = childOf(properties, 'w:vMerge')
    const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart'
    start += span
    return { cell, start: start - span, span, merges: merge !== undefined, goesOn }
  })
}
