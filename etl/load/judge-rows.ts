import type { Decimal } from 'decimal.js'
import { exactDouble } from '#data/model/exact-double.ts'
import type { Refusal } from '#data/model/observation.ts'
import { judgeInto } from '#data/store/bulk/judged-rows.ts'
import type { Bulk, Cell } from '#data/store/bulk/open-bulk.ts'
import { type Counted, oddRows, readRefusedPlaces, rowsAt } from '#data/store/bulk/write-numbers.ts'
import { noDuplicates, publishedAfterPeriod } from '../validate.ts'
import { observe, placeOfReason, reasonsInOrder } from './judge-combinations.ts'
import { type Judging, toReadRow } from './judge-file.ts'
import type { RefusedRows } from './load-report.ts'
import type { Repeated } from './settle-cells.ts'

/** Judges the numbers of very many digits one by one. */
export async function judgeOdd(bulk: Bulk, judging: Judging): Promise<void> {
  const endOf = (end: Decimal) => (end.isFinite() ? exactDouble(end) : null)
  await judgeInto(bulk, 'odd', oddRows, (raw): readonly Cell[] => {
    const read = toReadRow(raw, judging)
    const judged = observe(read, judging.catalog, judging.isDated)
    if ('reason' in judged) return [read.line, placeOfReason(judged.reason), null, null, null]
    const { value, interval } = judged
    return [read.line, null, exactDouble(value), endOf(interval.low), endOf(interval.high)]
  })
}

/** Says why rows are refused, as the ordinary road would. */
async function explainRows(bulk: Bulk, judging: Judging, places: readonly number[]): Promise<Refusal[]> {
  if (places.length === 0) return []
  const refusals: Refusal[] = []
  for await (const rows of bulk.stream(rowsAt(places)))
    refusals.push(...rows.map((raw) => explainRow(raw, judging)))
  return refusals
}

function explainRow(raw: Readonly<Record<string, unknown>>, judging: Judging): Refusal {
  const read = toReadRow(raw, judging)
  const { id, ...where } = read
  const judged = observe(read, judging.catalog, judging.isDated)
  if ('reason' in judged) return { ...where, ...judged }
  const detail = publishedAfterPeriod.find([judged], judging.catalog).get(judged)
  if (detail === undefined) throw new Error(`${id} is refused in SQL and stands in TypeScript`)
  return { ...where, reason: publishedAfterPeriod.reason, detail }
}

/** How many refused rows are kept in the database, with what was said of them; the others are counted. */
const refusalsKept = 1000

/** How many rows are refused for each reason, with the first of them explained. */
export async function refusedByReason(
  bulk: Bulk,
  judging: Judging,
  counted: readonly Counted[],
): Promise<RefusedRows[]> {
  const refused = counted.flatMap(({ reason, ...told }) => (reason === null ? [] : { reason, ...told }))
  const places = refused.flatMap(({ first }) => first)
  const examples = await explainRows(bulk, judging, places)
  return refused.map(({ reason, rows, first }) => ({
    reason: reasonOf(reason),
    rows,
    examples: examples.filter(({ line }) => first.includes(line)),
  }))
}

function reasonOf(place: number) {
  const reason = reasonsInOrder[place]
  if (reason === undefined) throw new Error(`there is no reason ${place}`)
  return reason
}

/** The first rows that repeat others, as refusals, and what they make in the report. */
export async function repeatedRows(bulk: Bulk, judging: Judging, first: readonly Repeated[]) {
  const detailOf = new Map(first.map(({ place, detail }) => [place, detail]))
  const refusals: Refusal[] = []
  if (first.length > 0) {
    for await (const rows of bulk.stream(rowsAt([...detailOf.keys()])))
      for (const raw of rows) {
        const { id: _, ...where } = toReadRow(raw, judging)
        refusals.push({ ...where, reason: noDuplicates.reason, detail: detailOf.get(where.line) ?? '' })
      }
  }
  const asReason = (rows: number): RefusedRows[] =>
    rows === 0 ? [] : [{ reason: noDuplicates.reason, rows, examples: refusals.slice(0, 3) }]
  return { refusals, asReason }
}

/** Writes the first refused rows into the database. @returns how many. */
export async function keepRefusals(
  bulk: Bulk,
  judging: Judging,
  repeated: readonly Refusal[],
): Promise<number> {
  const places = await readRefusedPlaces(bulk, refusalsKept)
  const refusals = [...(await explainRows(bulk, judging, places)), ...repeated]
    .sort((a, b) => a.line - b.line)
    .slice(0, refusalsKept)
  await bulk.append('store.refusal', refusals.map(toCells))
  return refusals.length
}

const toCells = ({ source, file, line, reason, detail, row }: Refusal): readonly Cell[] => [
  source,
  file,
  line,
  reason,
  detail,
  JSON.stringify(row),
]
