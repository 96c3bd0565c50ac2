import type { Decimal } from 'decimal.js'
import { exactDouble } from '#data/model/exact-double.ts'
import type { Refusal } from '#data/model/observation.ts'
import { judgeInto } from '#data/store/bulk/judged-rows.ts'
import type { Bulk, Cell } from '#data/store/bulk/open-bulk.ts'
import { oddRows, rowsAt } from '#data/store/bulk/write-numbers.ts'
import { publishedAfterPeriod } from '../validate.ts'
import { placeOfReason } from './judge-combinations.ts'
import { type Judging, toReadRow } from './judge-file.ts'
import { observe } from './observe.ts'

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
export async function explainRows(
  bulk: Bulk,
  judging: Judging,
  places: readonly number[],
): Promise<Refusal[]> {
  if (places.length === 0) return []
  const refusals: Refusal[] = []
  for await (const rows of bulk.stream(rowsAt(places)))
    refusals.push(...rows.map((raw) => explainRow(raw, judging)))
  return refusals
}

function explainRow(raw: Readonly<Record<string, unknown>>, judging: Judging): Refusal {
  const { source, file, line, row, ...read } = toReadRow(raw, judging)
  const judged = observe({ source, file, line, row, ...read }, judging.catalog, judging.isDated)
  const where = { source, file, line, row }
  if ('reason' in judged) return { ...where, ...judged }
  const detail = publishedAfterPeriod.find([judged], judging.catalog).get(judged)
  if (detail === undefined) throw new Error(`${file}:${line} is refused in SQL and stands in TypeScript`)
  return { ...where, reason: publishedAfterPeriod.reason, detail }
}
