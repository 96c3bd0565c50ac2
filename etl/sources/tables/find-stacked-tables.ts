import type { Table } from '#etl/document.ts'
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
  const found: (Line | Table)[] = []
  let run: Line[] = []
  const close = () => {
    for (const each of split(run)) found.push(each)
    run = []
  }
  for (const line of lines) {
    if (!('kind' in line) && isCell(line)) run.push(line)
    else {
      close()
      found.push(line)
    }
  }
  close()
  return found
}

const widest = 44
const isCell = ({ content: { text }, level, width }: Line) =>
  level === 0 && width <= widest && !/[。；！？]/.test(text)

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
  const rows = [{ ...lead, texts: head.rest }, ...groups.slice(first + 1, end)].map((group) =>
    rowOf(group, form),
  )
  const cells = [
    head.header.map((line) => cellOf(line, true)),
    ...rows.map((row) => row.map((line) => cellOf(line, false))),
  ]
  const before = [...groups.slice(0, first).flatMap(linesOf), ...head.before]
  return [...before, makeTable(cells), ...groups.slice(end).flatMap(linesOf)]
}

interface Head {
  readonly before: Row
  readonly header: Row
  /** The texts of the first row. */
  readonly rest: Row
}

/** What heads the names of the rows. */
const corner = /^(?:指标(?:名称)?|主要指标|地区(?:名称)?|省份|省市|城市|单位名称|名称|项目|类别|年份|时间)$/

/** The header begins with its corner; where none is found, all columns are counted back from the first row. */
function headOf(texts: Row, form: Form): Head | undefined {
  const columns = form.texts + form.figures
  const at = texts.findIndex((line) => corner.test(textOf(line).replaceAll(/\s/g, '')))
  const start = at < 0 ? texts.length - form.texts - columns : at
  const rest = texts.slice(start + columns)
  const isWhole = start >= 0 && rest.length > 0 && rest.length <= form.texts
  return isWhole
    ? { before: texts.slice(0, start), header: texts.slice(start, start + columns), rest }
    : undefined
}

const nothing = (line: Line): Line => ({ ...line, content: { ...line.content, text: '' } })

const cellOf = (line: Line, header: boolean) => toCell({ content: line.content, header })

const linesOf = ({ texts, figures }: Group) => [...texts, ...figures]

function groupsOf(run: readonly Line[]): Group[] {
  const groups: { texts: Line[]; figures: Line[] }[] = []
  for (const line of run) {
    const last = groups.at(-1)
    if (isNumber(line)) {
      if (last) last.figures.push(line)
      else groups.push({ texts: [], figures: [line] })
    } else if (last && last.figures.length === 0) last.texts.push(line)
    else groups.push({ texts: [line], figures: [] })
  }
  return groups
}

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

function lastRow(groups: readonly Group[], first: number, form: Form): number {
  const end = groups.findIndex((group, at) => at > first && group.figures.length !== form.figures)
  return end < 0 ? groups.length : end
}

/** A row whose unit is left empty has one text less; texts of rows without figures stand before. */
function rowOf({ texts, figures }: Group, form: Form): Row {
  const own = texts.slice(-form.texts)
  const [name] = own
  const isShort = own.length < form.texts
  return [...own, ...(isShort && name ? [nothing(name)] : []), ...figures]
}
