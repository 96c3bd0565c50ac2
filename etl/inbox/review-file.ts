import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { readCsv } from '#data/csv/read-csv.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { reviewColumns, reviewNotes } from './review.ts'

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
