import { type Compilation, compilationCodes, compilations } from '#data/model/compilation.ts'
import type { Question } from '#server/input.ts'
import type { ExportRow } from './export-row.ts'

const questionNames: Readonly<Record<Question, string>> = {
  series: '序列',
  compare: '地区比较',
  compare_latest: '各地区最新',
  observations: '数值',
}

/**
 * The Content-Disposition of a file: its name in ASCII, and in Chinese for every browser that reads `filename*`.
 * @param rows what the file holds; one indicator or region is named, several are counted, and one compilation or period
 * is named.
 */
export function nameFile(question: Question, extension: string, rows: readonly ExportRow[]): string {
  const compilation = only(rows, 'compilation') || undefined
  const period = only(rows, 'period')?.replaceAll('/', '_')
  const codes = [only(rows, 'indicator'), only(rows, 'region'), compilation, period]
  const names = [
    only(rows, 'indicator_name') ?? count(rows, 'indicator', '项指标'),
    only(rows, 'region_name') ?? count(rows, 'region', '个地区'),
    isCompilation(compilation) ? compilations[compilation].name.zh : undefined,
    period,
  ]
  const ascii = ['youju', question, ...codes].filter((part) => part !== undefined).join('-')
  const chinese = ['有据', questionNames[question], ...names].filter((part) => part !== undefined).join('-')
  return `attachment; filename="${ascii}.${extension}"; filename*=UTF-8''${encodeName(`${chinese}.${extension}`)}`
}

const isCompilation = (code: string | undefined): code is Compilation =>
  compilationCodes.some((each) => each === code)

const valuesOf = (rows: readonly ExportRow[], column: keyof ExportRow) =>
  new Set(rows.map((row) => row[column]))

function only(rows: readonly ExportRow[], column: keyof ExportRow): string | undefined {
  const [first, ...others] = valuesOf(rows, column)
  return others.length === 0 ? first : undefined
}

const count = (rows: readonly ExportRow[], column: keyof ExportRow, what: string) =>
  `${valuesOf(rows, column).size}${what}`

/** RFC 8187 leaves fewer characters unencoded than encodeURIComponent does. */
const encodeName = (name: string) =>
  encodeURIComponent(name.replace(/[/\\:*?"<>|]/g, '_')).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
