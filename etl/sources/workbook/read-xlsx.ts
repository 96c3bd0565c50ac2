import { childOf, childrenOf, rootOf, type XmlElement, xmlDescendants, xmlElements } from '../xml/read-xml.ts'
import {
  builtInFormats,
  type Merge,
  plainText,
  type Sheet,
  type SheetCell,
  type TextRun,
  type Workbook,
} from './sheet.ts'

/** Gives the text of a part of the file by its path, undefined where there is none. */
type PartOf = (path: string) => string | undefined

/** Told how many cells there are so far; throws where they are too many. */
type Count = (cells: number) => void

/** A workbook from the parts of an Excel file. @throws XmlError */
export function readXlsx(part: PartOf, count: Count): Workbook {
  const root = rootOf(part('xl/workbook.xml') ?? '')
  const targets = relationsOf('xl/workbook.xml', part)
  let total = 0
  const add = (more: number) => {
    total += more
    count(total)
  }
  const shared: (readonly TextRun[])[] = []
  for (const text of xmlElements(
    part(targets.byType('sharedStrings') ?? 'xl/sharedStrings.xml') ?? '',
    's:sst',
  )) {
    shared.push(runsOf(text))
    add(1)
  }
  const looks = readLooks(part(targets.byType('styles') ?? 'xl/styles.xml') ?? '')
  const sheets = childrenOf(childOf(root, 's:sheets')).flatMap(({ attributes }): Sheet[] => {
    const path = targets.byId(attributes['r:id'] ?? '')
    if (path === undefined || !/worksheets\//.test(path)) return []
    const hidden = /hidden/i.test(attributes['state'] ?? '')
    return [
      readSheet({
        name: attributes['name'] ?? '',
        hidden,
        path,
        part,
        shared,
        looks,
        count: add,
      }),
    ]
  })
  const epoch = isOn(childOf(root, 's:workbookPr')?.attributes['date1904']) ? 1904 : 1900
  return { sheets, epoch }
}

const isOn = (value: string | undefined) => value === '1' || value === 'true'

/** Where the relations of a part lead, by id and by the end of their type. */
function relationsOf(path: string, part: PartOf) {
  const folder = path.replace(/[^/]*$/, '')
  const relations = childrenOf(rootOf(part(`${folder}_rels/${path.slice(folder.length)}.rels`) ?? '')).map(
    ({ attributes }) => ({
      id: attributes['Id'],
      type: attributes['Type'] ?? '',
      target: resolve(folder, attributes['Target'] ?? ''),
    }),
  )
  return {
    byId: (id: string) => relations.find((each) => each.id === id)?.target,
    byType: (type: string) => relations.find((each) => each.type.endsWith(`/${type}`))?.target,
  }
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  return `${folder}${target}`.replace(/(?:^|(?<=\/))[^/]+\/\.\.\//g, '')
}

/** The text of `<si>` or `<is>`, in runs; the reading aids of Japanese are left out. */
function runsOf(element: XmlElement): readonly TextRun[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 's:t') return plainText(textOf(child))
    if (child.name !== 's:r') return []
    const font = childOf(child, 's:rPr')
    const raised = childOf(font, 's:vertAlign')?.attributes['val'] === 'superscript'
    const text = textOf(childOf(child, 's:t'))
    return text === '' ? [] : [{ text, struck: isStruck(font), raised }]
  })
}

/** Text with the signs that Excel writes as _x000D_. */
function textOf(element: XmlElement | undefined): string {
  const text = element?.children.filter((child) => typeof child === 'string').join('') ?? ''
  return text.replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}

interface SheetParts {
  readonly name: string
  readonly hidden: boolean
  readonly path: string
  readonly part: PartOf
  readonly shared: readonly (readonly TextRun[])[]
  readonly looks: readonly Look[]
  /** Told how many cells each row has. */
  readonly count: Count
}

function readSheet({ name, hidden, path, part, shared, looks, count }: SheetParts): Sheet {
  const xml = part(path) ?? ''
  const rows = new Map<number, readonly SheetCell[]>()
  const hiddenRows = new Set<number>()
  let next = 0
  for (const row of xmlElements(xml, 's:sheetData')) {
    const { attributes } = row
    const number = attributes['r'] === undefined ? next : Number(attributes['r']) - 1
    next = number + 1
    const cells = readCells(row, { shared, looks })
    count(cells.length)
    if (cells.length > 0) rows.set(number, cells)
    if (isOn(attributes['hidden']) || Number(attributes['ht'] ?? 1) === 0) hiddenRows.add(number)
  }
  const merges = [...xmlElements(xml, 's:mergeCells')].flatMap(({ attributes }) =>
    mergeOf(attributes['ref'] ?? ''),
  )
  return {
    name,
    hidden,
    rows,
    merges,
    hiddenRows,
    hiddenColumns: new Set([...xmlElements(xml, 's:cols')].flatMap(hiddenColumnsOf)),
    drawn: drawnOn(path, part),
  }
}

function hiddenColumnsOf({ attributes }: XmlElement): number[] {
  if (!isOn(attributes['hidden']) && Number(attributes['width'] ?? 1) !== 0) return []
  const [first, last] = [Number(attributes['min']), Number(attributes['max'])]
  return Array.from({ length: Math.min(last - first + 1, 16_384) }, (_, i) => first - 1 + i)
}

function readCells(row: XmlElement, known: Pick<SheetParts, 'shared' | 'looks'>): SheetCell[] {
  let next = 0
  return childrenOf(row).flatMap((cell) => {
    const column = columnOf(cell.attributes['r'] ?? '') ?? next
    next = column + 1
    const look = known.looks[Number(cell.attributes['s'] ?? 0)] ?? { format: 'General', struck: false }
    const value = readValue(cell, known.shared)
    const isEmpty = value === undefined && !childOf(cell, 's:f')
    return isEmpty ? [] : [{ column, value, ...look }]
  })
}

/** Undefined where the cell has no value. */
function readValue(cell: XmlElement, shared: SheetParts['shared']): SheetCell['value'] {
  const type = cell.attributes['t'] ?? 'n'
  const inline = childOf(cell, 's:is')
  if (inline) return runsOf(inline)
  const value = childOf(cell, 's:v')
  const text = textOf(value)
  if (!value || (text === '' && type !== 'str')) return undefined
  if (type === 's') return shared[Number(text)]
  if (type === 'b') return plainText(text === '1' ? 'TRUE' : 'FALSE')
  const number = type === 'n' ? Number(text) : Number.NaN
  return Number.isNaN(number) ? plainText(text) : number
}

/** `AB12` is column 27. */
function columnOf(reference: string): number | undefined {
  const letters = /^\$?([A-Z]{1,3})/i.exec(reference)?.[1]?.toUpperCase() ?? ''
  return letters === ''
    ? undefined
    : [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1
}

function mergeOf(reference: string): Merge[] {
  const found = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/i.exec(reference)
  const [left, right] = [columnOf(found?.[1] ?? ''), columnOf(found?.[3] ?? '')]
  if (!found || left === undefined || right === undefined) return []
  return [{ left, right, top: Number(found[2]) - 1, bottom: Number(found[4]) - 1 }]
}

function drawnOn(path: string, part: PartOf): Sheet['drawn'] {
  const drawing = relationsOf(path, part).byType('drawing')
  const root = drawing === undefined ? undefined : rootOf(part(drawing) ?? '')
  const all = root ? [...xmlDescendants(root, 'xdr:pic', 'xdr:graphicFrame', 'xdr:sp')] : []
  const count = (name: string) => all.filter((each) => each.name === name).length
  const boxes = all.filter((each) => each.name === 'xdr:sp' && [...xmlDescendants(each, 'a:t')].length > 0)
  return { pictures: count('xdr:pic'), charts: count('xdr:graphicFrame'), boxes: boxes.length }
}

/** How the cells of a style look. */
type Look = Pick<SheetCell, 'format' | 'struck' | 'white'>

/** The looks of the styles of an Excel file, from `xl/styles.xml`, by their number. */
function readLooks(xml: string): readonly Look[] {
  const root = rootOf(xml)
  const below = (name: string) => childrenOf(childOf(root, name))
  const formats = new Map(
    below('s:numFmts').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  )
  const fonts = below('s:fonts').map((font) => ({ struck: isStruck(font), white: isWhite(font, 's:color') }))
  const filled = below('s:fills').map(isFilled)
  return below('s:cellXfs').map(({ attributes }) => {
    const numberOf = (name: string) => Number(attributes[name] ?? 0)
    const id = numberOf('numFmtId')
    const { struck = false, white = false } = fonts[numberOf('fontId')] ?? {}
    return {
      format: formats.get(id) ?? builtInFormats.get(id) ?? 'General',
      struck,
      white: white && !filled[numberOf('fillId')],
    }
  })
}

/** Whether a font strikes its letters. */
function isStruck(font: XmlElement | undefined): boolean {
  const strike = childOf(font, 's:strike')
  return strike !== undefined && !/^(?:0|false)$/.test(strike.attributes['val'] ?? '')
}

/** White by its code, its place in the old palette, or as the first colour of the theme. */
function isWhite(parent: XmlElement | undefined, name: string): boolean {
  const { rgb, indexed, theme, tint = '0' } = childOf(parent, name)?.attributes ?? {}
  if (rgb !== undefined) return /^(?:[\da-f]{2})?f{6}$/i.test(rgb)
  return indexed === '1' || indexed === '9' || (theme === '0' && Number(tint) === 0)
}

function isFilled(fill: XmlElement): boolean {
  if (childOf(fill, 's:gradientFill')) return true
  const pattern = childOf(fill, 's:patternFill')
  const type = pattern?.attributes['patternType'] ?? 'none'
  return type !== 'none' && !(type === 'solid' && isWhite(pattern, 's:fgColor'))
}
