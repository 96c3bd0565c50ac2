import type { Cell, Table } from '#etl/document.ts'
import { concatTexts, sliceText } from '../text/placed-text.ts'
import { replaceRuns } from '../text/replace-runs.ts'
import type { Line } from '../text/split-lines.ts'
import { isFigure, makeTable, toCell } from './make-table.ts'

type Row = readonly Line[]

/** Cells that stand below each other, read in their order: texts, then the figures they name. */
interface Group {
  readonly texts: Row
  readonly figures: Row
}

/** How many texts (name, unit) and how many figures a row of the table has. */
interface Form {
  readonly texts: number
  readonly figures: number
}

/**
 * Turns runs of short lines that are the cells of a table, one below the other, into tables; the rest stays. Text copied
 * from a page often looks so. It takes three rows of one form, of three cells or more, below a header of as many.
 */
export function findStackedTables(lines: readonly (Line | Table)[]): (Line | Table)[] {
  return replaceRuns(lines, isCell, split)
}

const widest = 64
type CellLine = Line & { readonly level: 0 }
const isCell = (line: Line | Table): line is CellLine =>
  !('kind' in line) && line.level === 0 && line.width <= widest && !/[。；！？]/.test(line.content.text)

const textOf = ({ content: { text } }: Line) => text.replace(/\s*\|$/, '')
const isNumber = (line: Line) => isFigure(textOf(line))

function split(run: readonly Line[]): (Line | Table)[] {
  const groups = groupsOf(run)
  const form = formOf(groups)
  const first = form ? groups.findIndex((group) => isFirstRow(group, form)) : -1
  const lead = groups[first]
  const head = form && lead ? headOf(lead.texts, form) : undefined
  if (!form || !lead || !head) return [...run]
  const end = lastRow(groups, first, form)
  const rows = [{ ...lead, texts: head.rest }, ...groups.slice(first + 1, end)]
  const before = [...groups.slice(0, first).flatMap(linesOf), ...head.before]
  const cells = [
    ...head.header.map((row) => row.map((line) => cellOf(line, true))),
    ...rows.map((group) => rowOf(group, form).map((line) => cellOf(line, false))),
  ]
  const table = makeTable(cells, captionOf(before))
  return [...before, table, ...split(groups.slice(end).flatMap(linesOf))]
}

interface Head {
  readonly before: Row
  readonly header: readonly Row[]
  /** The texts of the first row. */
  readonly rest: Row
}

/** What heads the names of the rows. */
const corner = /^(?:指标(?:名称)?|主要指标|地区(?:名称)?|省份|省市|城市|单位名称|名称|项目|类别|年份|时间)$/
const isCorner = (line: Line) => corner.test(textOf(line).replaceAll(/\s/g, ''))
/** 「1. 用户规模」 heads some rows. */
const isSection = (line: Line) =>
  /^(?:[\d一二三四五六七八九十]{1,2}[.、．]|（[一二三四五六七八九十]）)/.test(textOf(line))

/** The header begins with its corner; where none is found, all columns are counted back from the first row. */
function headOf(texts: Row, form: Form): Head | undefined {
  const columns = form.texts + form.figures
  const at = texts.findIndex(isCorner)
  const start = at < 0 ? texts.length - form.texts - columns : at
  if (start < 0) return undefined
  const before = texts.slice(0, start)
  const own = texts.slice(start)
  const plain = own.slice(columns)
  const named = plain.findIndex((line) => !isSection(line))
  const rest = plain.slice(Math.max(named, 0))
  if (rest.length > 0 && rest.length <= form.texts) return { before, header: [own.slice(0, columns)], rest }
  const heads = own.slice(0, -form.texts)
  const joined = joinWrapped(heads)
  const header = joined.length === columns ? [joined] : twoRows(heads, columns)
  return header && { before, header, rest: own.slice(-form.texts) }
}

/** 「本年本月止」 「累计到达」: one head on two lines. */
function joinWrapped(heads: Row): Row {
  const joined: Line[] = []
  for (const line of heads) {
    const last = joined.at(-1)
    const isRest = /^(?:累计|[（(±])/.test(textOf(line)) && /(?:止|同期|同比)$/.test(last ? textOf(last) : '')
    if (last && isRest) {
      const parts = [last, line].map((part) => sliceText(part.content, 0, textOf(part).length))
      joined[joined.length - 1] = { ...last, content: concatTexts(parts, () => '') }
    } else joined.push(line)
  }
  return joined
}

/** Some heads stand over several columns, whose own heads repeat: 收入, 利润 over 本期, 增长. */
function twoRows(texts: Row, columns: number): readonly Row[] | undefined {
  const spanning = texts.length - columns
  for (let single = 1; spanning > 0 && single < columns; single++) {
    const width = (columns - single) / spanning
    if (!Number.isInteger(width) || width < 2) continue
    const below = texts.slice(single + spanning)
    if (!below.every((line, at) => textOf(line) === textOf(below[at % width] ?? line))) continue
    const singles = texts.slice(0, single)
    const above = texts.slice(single, single + spanning).flatMap((line) => Array<Line>(width).fill(line))
    return [
      [...singles, ...above],
      [...singles, ...below],
    ]
  }
  return undefined
}

/** 「2023年指标完成情况 单位：万元」, right above; it remains a line of its own too. */
function captionOf(before: Row): string {
  const last = before.slice(-2).map(textOf)
  return last.filter((text) => /单位\s?[:：]|^表|(?:情况|指标|一览|统计|目标)/.test(text)).join(' ')
}

const nothing = (line: Line): Line => ({ ...line, content: { ...line.content, text: '' } })

/** Without the bar that a page's table may have left behind. */
function cellOf(line: Line, header: boolean): Cell {
  const content = sliceText(line.content, 0, textOf(line).length)
  return toCell({ content, header })
}

const linesOf = ({ texts, figures }: Group) => [...texts, ...figures]

function groupsOf(run: readonly Line[]): Group[] {
  const groups: { texts: Line[]; figures: Line[] }[] = []
  for (const line of run) {
    const last = groups.at(-1)
    if (textOf(line) === '') continue
    if (last && isNumber(line)) last.figures.push(line)
    else if (last && isHeading(last)) last.texts.push(...last.figures.splice(0), line)
    else groups.push({ texts: [line], figures: [] })
  }
  return groups
}

/** Texts so far, or texts and years. */
const isHeading = ({ figures }: Group) => figures.every(isYear)

/** 2023, 2024 below each other head columns. */
const isYear = (line: Line) => /^(?:19|20)\d{2}$/.test(textOf(line))

/** The commonest form, if it makes a table. */
function formOf(groups: readonly Group[]): Form | undefined {
  const counts = new Map<string, number>()
  for (const { texts, figures } of groups) {
    const key = `${texts.length} ${figures.length}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [[key = '', times = 0] = []] = [...counts].toSorted(([, a], [, b]) => b - a)
  const [texts = 0, figures = 0] = key.split(' ').map(Number)
  const isForm = times >= 2 && texts >= 1 && texts <= 2 && figures >= 1 && texts + figures >= 3
  return isForm ? { texts, figures } : undefined
}

/** The first row, whose texts follow those of the header. */
const isFirstRow = ({ texts, figures }: Group, form: Form) =>
  figures.length === form.figures && texts.length > form.texts

/** Another header begins another table. */
function lastRow(groups: readonly Group[], first: number, form: Form): number {
  const end = groups.findIndex(
    ({ texts, figures }, at) => at > first && (figures.length !== form.figures || texts.some(isCorner)),
  )
  return end < 0 ? groups.length : end
}

/** A row whose unit is left empty has one text less; texts of rows without figures stand before. */
function rowOf({ texts, figures }: Group, form: Form): Row {
  const own = texts.slice(-form.texts)
  const [name] = own
  const isShort = own.length < form.texts
  return [...own, ...(isShort && name ? [nothing(name)] : []), ...figures]
}
