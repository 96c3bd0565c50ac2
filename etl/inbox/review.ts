import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCsv } from '#data/csv/read-csv.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { type DocumentFacts, type FactName, factNameCodes } from '#data/model/document-facts.ts'
import { type ObservationRow, observationColumns } from '#data/model/observation.ts'
import { inCodes, toFacts } from '../facts/told-facts.ts'

/** The columns of `data/review/<document>.csv`; the last two may be left out. */
export const reviewColumns = ['action', 'fact', 'line', 'column', ...observationColumns] as const
const reviewNotes = ['quote', 'reason'] as const

/**
 * What a person may decide: `accept` a row as it was read, `mend` the rows of a number, `reject` a row or, with only
 * line and column, a number; `fact`: a fact of the document and its `value`.
 */
const reviewActions = ['accept', 'mend', 'reject', 'fact'] as const
export type ReviewAction = (typeof reviewActions)[number]

/** A line of a file of decisions. */
export interface Decision {
  readonly document: string
  /** `data/review/doc-….csv:3`. */
  readonly place: string
  readonly action: Exclude<ReviewAction, 'fact'>
  readonly line: number
  readonly column: number
  readonly row: ObservationRow
  readonly reason: string
}

export interface Review {
  readonly decisions: readonly Decision[]
  /** Each because of the place of its line. */
  readonly facts: DocumentFacts
}

/**
 * The decisions of a folder, by document.
 * @throws BadInput for a line that says no decision, or of a region or indicator that the catalogue lacks, with its place.
 */
export function readReview(folder: string, catalog: Catalog): ReadonlyMap<string, Review> {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return new Map(
    names
      .sort()
      .map((name) => [basename(name, '.csv'), readReviewFile(join(folder, name), catalog)] as const),
  )
}

function readReviewFile(file: string, catalog: Catalog): Review {
  const document = basename(file, '.csv')
  const decisions: Decision[] = []
  let facts: DocumentFacts = {}
  for (const { line, row } of readCsv(file, reviewColumns, [...reviewNotes])) {
    const place = `${file}:${line}`
    const action = reviewActions.find((each) => each === row['action'])
    if (!action)
      throw new BadInput(`${place} action 是「${row['action']}」，应为 ${reviewActions.join('、')} 之一`)
    if (action === 'fact') facts = { ...facts, ...readFact(row, place, catalog) }
    else decisions.push({ document, place, action, ...readPlace(row, place), ...readDecided(row) })
  }
  return { decisions, facts }
}

function readFact(row: Readonly<Record<string, string>>, place: string, catalog: Catalog): DocumentFacts {
  const fact: FactName | undefined = factNameCodes.find((each) => each === row['fact'])
  if (!fact) throw new BadInput(`${place} fact 是「${row['fact']}」，应为 ${factNameCodes.join('、')} 之一`)
  const { value = '' } = row
  if (value === '') throw new BadInput(`${place} 没有写明 ${fact} 的值（value）`)
  const known = inCodes({ [fact]: value }, catalog, () => place)
  return toFacts(known, 'review', place)
}

function readPlace({ line, column }: Readonly<Record<string, string>>, place: string) {
  if (!/^\d+$/.test(line ?? '') || !/^\d+$/.test(column ?? ''))
    throw new BadInput(`${place} line、column 应为数字在文件中的行和列`)
  return { line: Number(line), column: Number(column) }
}

function readDecided(row: Readonly<Record<string, string>>) {
  const columns = observationColumns.map((column) => [column, row[column] ?? ''] as const)
  return { row: Object.fromEntries(columns) as unknown as ObservationRow, reason: row['reason'] ?? '' }
}

/** A line of `data/review/<document>.csv`, by column; what is left out is empty. */
export type ReviewLine = Readonly<Record<string, string | number>>

const columns = [...reviewColumns, ...reviewNotes]

/** Adds lines at the end of a file of decisions; what others write there at the same time stays. */
export function addLines(file: string, lines: readonly ReviewLine[]): void {
  if (lines.length === 0) return
  mkdirSync(dirname(file), { recursive: true })
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const isNew = before.trim() === ''
  const added = stringify([...lines], { header: isNew, columns: isNew ? columns : columnsOf(file) })
  appendFileSync(file, `${isNew || before.endsWith('\n') ? '' : '\n'}${added}`)
}

/** As often is a file read again that others change while lines are taken out of it. */
const attempts = 20

/**
 * Takes lines out of a file of decisions; one without lines goes.
 * @returns how many were there.
 * @throws BadInput where others change the file again and again.
 */
export function removeLines(
  file: string,
  isMeant: (line: Readonly<Record<string, string>>) => boolean,
): number {
  if (!existsSync(file)) return 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = readFileSync(file, 'utf8')
    const lines = readCsv(file, reviewColumns, [...reviewNotes]).map(({ row }) => row)
    const kept = lines.filter((line) => !isMeant(line))
    if (kept.length === lines.length) return 0
    if (replace(file, before, kept)) return lines.length - kept.length
  }
  throw new BadInput(`${file} 正被别的程序不断改写，没有撤销；请稍后再试`)
}

/** Only what was read is replaced: lines that others added since are read first. */
function replace(file: string, before: string, kept: readonly Readonly<Record<string, string>>[]): boolean {
  const unfinished = `${file}.${process.pid}.tmp`
  writeFileSync(unfinished, stringify([...kept], { header: true, columns: columnsOf(file) }))
  try {
    if (readFileSync(file, 'utf8') !== before) return false
    if (kept.length === 0) rmSync(file)
    else renameSync(unfinished, file)
    return true
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** The columns of a file in its own order: a person may have left out those for notes. */
function columnsOf(file: string): string[] {
  const [header = ''] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, 1)
  const own = header.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
  readCsv(file, reviewColumns, [...reviewNotes])
  return own
}
