import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCsv } from '#data/csv/read-csv.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { type ObservationRow, observationColumns, type Refusal } from '#data/model/observation.ts'
import { acknowledgedFile } from './read-acknowledged.ts'
import { csvFilesIn, type ReadRow, readObservations } from './read-observations.ts'
import { sift, validations } from './validate.ts'

/**
 * The curated figures, corrected and sifted.
 * @returns the observations, every row that was refused, and how many rows there were.
 * @throws BadInput for a broken file.
 */
export function readCurated(dataFolder: string, catalog: Catalog) {
  const kept = readObservations(join(dataFolder, 'observations'), catalog)
  const corrections = readCorrections(join(dataFolder, 'corrections'))
  const corrected = applyCorrections(kept, corrections)
  const { rowOf, refused } = sift(corrected.rows, catalog, validations)
  return {
    observations: [...rowOf.keys()],
    refusals: [
      ...corrected.refusals,
      ...refused.map(({ row: { source, file, line, row }, why }) => ({ source, file, line, row, ...why })),
    ],
    counts: {
      read: kept.length,
      added: corrections.filter(({ action }) => action === 'add').length,
    },
  }
}

const correctionColumns = ['action', ...observationColumns, 'reason'] as const

/** What a person decided about one row: strike it out, or add one in its place. */
interface Correction {
  readonly action: string
  readonly source: string
  readonly file: string
  readonly line: number
  readonly row: ObservationRow
  readonly reason: string
}

/** The corrections of a folder, one file per source. */
export function readCorrections(folder: string): Correction[] {
  if (!existsSync(folder)) return []
  const files = csvFilesIn(folder).filter(({ file }) => basename(file) !== acknowledgedFile)
  return files.flatMap(({ file, source }) =>
    readCsv(file, correctionColumns).map(({ line, row }) => {
      const { action = '', reason = '', ...rest } = row
      if (action !== 'strike' && action !== 'add') {
        throw new BadInput(`${file}:${line} action 是「${action}」，应为 strike 或 add`)
      }
      if (reason === '') throw new BadInput(`${file}:${line} 没有写明理由（reason）`)
      return { action, source, file, line, row: rest as ObservationRow, reason }
    }),
  )
}

const sameRow = (a: ObservationRow, b: ObservationRow) =>
  observationColumns.every((column) => a[column] === b[column])

/**
 * Strikes out and adds what the corrections say.
 * @returns the rows that go on, and a refusal for each row struck out.
 * @throws BadInput for a correction that strikes a row which is not there, or stands there twice.
 */
export function applyCorrections(
  rows: readonly ReadRow[],
  corrections: readonly Correction[],
): { rows: ReadRow[]; refusals: Refusal[] } {
  const refusals = corrections.filter(({ action }) => action === 'strike').map((each) => strike(rows, each))
  const struck = new Set(refusals.map(({ file, line }) => `${file}:${line}`))
  const added = corrections
    .filter(({ action }) => action === 'add')
    .map(({ source, file, line, row, reason }): ReadRow => {
      return { id: `${source}:c${line}`, source, file, line, row, correction: reason }
    })
  return { rows: [...rows.filter(({ file, line }) => !struck.has(`${file}:${line}`)), ...added], refusals }
}

function strike(rows: readonly ReadRow[], { source, file, line, row, reason }: Correction): Refusal {
  const [match, ...more] = rows.filter((each) => each.source === source && sameRow(each.row, row))
  if (!match) throw new BadInput(`${file}:${line} 要剔除的行在 ${source} 中找不到，请逐列核对`)
  if (more.length > 0)
    throw new BadInput(`${file}:${line} 要剔除的行在 ${match.file} 中有 ${more.length + 1} 处`)
  return {
    source,
    file: match.file,
    line: match.line,
    reason: 'corrected-away',
    detail: reason,
    row: match.row,
  }
}
