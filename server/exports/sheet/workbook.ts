import { strFromU8, unzipSync } from 'fflate'
import {
  type Cell,
  type CellValue,
  calculateColumnWidth,
  colToLetter,
  rangeRef,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx'
import type { Language, Text } from '#data/model/language.ts'
import { describeTable, explainUnits } from '#server/exports/about/describe-table.ts'
import { codeWords } from '#server/exports/about/explain-codes.ts'
import { sourceColumns } from '#server/exports/about/source-columns.ts'
import type { ExportTable } from '#server/exports/export-format.ts'
import { defaultFont, headLook, linkLook, looks, wrappedLook } from './looks.ts'

/** What only the rows told. */
export interface Told {
  readonly rows: number
  readonly units: ReadonlySet<string>
  /** Whether some numbers have more digits than Excel keeps. */
  readonly losesDigits: boolean
}

/** Every part of a workbook but the rows of its first sheet, which are written as they come. */
export interface Workbook {
  /** What stands before and behind the rows of the first sheet; the row of headings is among the former. */
  readonly head: string
  readonly tail: string
  /** The number of each look. */
  readonly styles: ReadonlyMap<string, number>
  readonly parts: Readonly<Record<string, Uint8Array>>
}

export const firstSheet = 'xl/worksheets/sheet1.xml'

/** Excel opens no sheet with more links. */
const mostLinks = 65_000
const linksInLine = sourceColumns.filter(({ link }) => link).length

/** How many rows tell how wide a column should be. */
export const mostMeasured = 500

const lookNames = Object.keys(looks)

/**
 * The workbook of a table: 数据 without its rows, 元数据, 来源. The same table has the same styles and widths however many
 * rows it turns out to have.
 * @param widths of the columns of 数据, in characters.
 */
export async function layOutWorkbook(
  table: ExportTable,
  widths: readonly number[],
  told: Told,
): Promise<Workbook> {
  const { language, title, date } = table
  const bytes = await writeXlsx({
    sheets: [dataSheet(table, widths, told.rows), metadataSheet(table, told), sourceSheet(table)],
    defaultFont,
    properties: {
      title: title[language],
      creator: '有据 Youju',
      created: new Date(date),
      modified: new Date(date),
    },
  })
  const { [firstSheet]: sheet = new Uint8Array(), ...parts } = unzipSync(bytes)
  return { ...split(strFromU8(sheet)), parts }
}

/** Takes the row that shows each look once out of the sheet, and reads the looks' numbers from it. */
function split(sheet: string): Pick<Workbook, 'head' | 'tail' | 'styles'> {
  const [, head = '', sample = '', tail = ''] =
    /^(.*?)(<row r="2".*?<\/row>)(<\/sheetData>.*)$/s.exec(sheet) ?? []
  const numbers = [...sample.matchAll(/ s="(\d+)"/g)].map(([, number]) => Number(number))
  return {
    // The extent is not known before the rows are.
    head: head.replace(/<dimension [^>]*>/, ''),
    tail,
    styles: new Map(lookNames.map((name, at) => [name, numbers[at] ?? 0])),
  }
}

const names = {
  data: { zh: '数据', en: 'Data' },
  metadata: { zh: '元数据', en: 'Metadata' },
  sources: { zh: '来源', en: 'Sources' },
} satisfies Record<string, Text>

function dataSheet({ columns, language }: ExportTable, widths: readonly number[], rows: number): WriteSheet {
  return {
    ...fixedHead,
    name: names.data[language],
    columns: widths.map((width) => ({ width })),
    cells: grid([
      columns.map(({ heading }) => headCell(heading[language])),
      lookNames.map((name) => ({ value: 0, style: looks[name] ?? {} })),
    ]),
    autoFilter: { range: rangeRef(0, 0, rows, columns.length - 1) },
  }
}

function metadataSheet(table: ExportTable, told: Told): WriteSheet {
  const { language, catalog, columns, address } = table
  const isAbsolute = !address.startsWith('/')
  const line = (name: string, value: string): CellOf[] => [
    linked(name, undefined),
    linked(value, value === address && isAbsolute ? address : undefined),
  ]
  return {
    ...fixedHead,
    name: names.metadata[language],
    columns: [{ width: 22 }, { width: 100 }],
    cells: grid([
      [headCell(words.item[language]), headCell(words.content[language])],
      ...describeTable(table).map(({ name, value }) => line(name[language], value[language])),
      line(words.rows[language], String(told.rows)),
      ...(told.losesDigits ? [line(words.digits[language], words.lost[language])] : []),
      [headCell(words.units[language]), headCell('')],
      ...explainUnits(told.units, catalog).map(({ id, value }) => line(id, value[language])),
      [headCell(words.columns[language]), headCell('')],
      ...columns.flatMap(({ id, heading }) => [
        line(heading[language], id),
        ...Object.entries(codeWords[id] ?? {}).map(([code, words]) =>
          line('', `${code}  ${words[language]}`),
        ),
      ]),
    ]),
  }
}

function sourceSheet({ language, sources }: ExportTable): WriteSheet {
  const documents = sources()
  const heads = sourceColumns.map(({ heading }) => heading[language])
  const texts = documents.map((source) => sourceColumns.map(({ cell }) => String(cell(source, language))))
  const isLinked = documents.length * linksInLine <= mostLinks
  const lines = documents.map((source, row) =>
    sourceColumns.map(({ link }, at) =>
      linked(texts[row]?.[at] ?? '', isLinked ? link?.(source) : undefined),
    ),
  )
  return {
    ...fixedHead,
    name: names.sources[language],
    columns: heads.map((head, at) => ({
      width: fitWidth([head, ...texts.slice(0, mostMeasured).map((line) => line[at] ?? '')]),
    })),
    cells: grid([heads.map(headCell), ...lines]),
    autoFilter: { range: rangeRef(0, 0, documents.length, sourceColumns.length - 1) },
  }
}

type CellOf = Partial<Cell>

/** The first row stays in sight. */
const fixedHead = { freezePane: { rows: 1 }, rowDefs: new Map([[0, { height: 32 }]]) }

const headCell = (value: string): CellOf => ({ value, style: headLook })

/** Cells by row and column as hucre takes them. */
const grid = (rows: readonly (readonly CellOf[])[]): Map<string, CellOf> =>
  new Map(rows.flatMap((cells, row) => cells.map((cell, column) => [`${row},${column}`, cell] as const)))

const linked = (value: string, target: string | undefined): Partial<Cell> =>
  target === undefined ? { value, style: wrappedLook } : { value, style: linkLook, hyperlink: { target } }

/** A width that shows these texts, or most of them. */
export const fitWidth = (values: readonly CellValue[]) =>
  calculateColumnWidth([...values], { font: defaultFont, minWidth: 8, maxWidth: 44, padding: 3 })

export const lettersOf = (count: number) => Array.from({ length: count }, (_, at) => colToLetter(at))

const words = {
  item: { zh: '项目', en: 'Item' },
  content: { zh: '内容', en: 'Content' },
  rows: { zh: '行数', en: 'Rows' },
  digits: { zh: '位数', en: 'Digits' },
  lost: {
    zh: 'Excel 只保留15位有效数字，本表有更长的数字；要全部位数请用 CSV 或 Parquet。',
    en: 'Excel keeps 15 significant digits and some numbers here have more; CSV and Parquet keep them all.',
  },
  units: { zh: '单位', en: 'Units' },
  columns: { zh: '列（右为程序所用的名称）', en: 'Columns (right: the name for programs)' },
} satisfies Record<string, Record<Language, string>>
