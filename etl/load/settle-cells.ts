import { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import type { Observation } from '#data/model/observation.ts'
import { rank } from '#data/model/precedence.ts'
import { trustCodes } from '#data/model/trust.ts'
import type { Bulk, Cell } from '#data/store/bulk/open-bulk.ts'
import { addStandings, applyStandings, makeStandings, sharedCells } from '#data/store/bulk/write-numbers.ts'
import { noDuplicates } from '../validate.ts'
import type { Judging } from './judge-file.ts'

/** A number of a file that repeats another of the same source. */
export interface Repeated {
  /** Where it stands in the file. */
  readonly place: number
  readonly detail: string
}

/** How many of the numbers that repeat others are told; the rest is counted. */
const told = 1000

/**
 * Ranks the statements of each fact that has several, as the ordinary road does, and takes out what a source says twice.
 * @param formIds the number of each form with each trust in the table `form`.
 * @returns how many numbers were taken out, and the first of them.
 */
export async function settleCells(bulk: Bulk, judging: Judging, formIds: readonly number[]) {
  await makeStandings(bulk)
  const toObservation = observationsOf(judging, formIds)
  const first: Repeated[] = []
  let repeats = 0
  const cell: Statement[] = []
  const settle = (statements: readonly Statement[]): readonly (readonly Cell[])[] => {
    const { standings, repeated } = settleCell(statements, judging.catalog)
    repeats += repeated.length
    first.push(...repeated.slice(0, told - first.length))
    return standings
  }
  for await (const rows of bulk.stream(sharedCells)) {
    const settled: (readonly Cell[])[] = []
    for (const row of rows as unknown as SharedRow[]) {
      if (!row.follows && cell.length > 0) settled.push(...settle(cell.splice(0)))
      cell.push({ id: row.id, observation: toObservation(row) })
    }
    await addStandings(bulk, settled)
  }
  if (cell.length > 0) await addStandings(bulk, settle(cell))
  await applyStandings(bulk)
  return { repeats, first }
}

interface Statement {
  readonly id: number
  readonly observation: Observation
}

function settleCell(statements: readonly Statement[], catalog: Catalog) {
  const idOf = new Map(statements.map(({ id, observation }) => [observation.id, id]))
  const key = (observation: Observation) => idOf.get(observation.id) ?? null
  const all = statements.map(({ observation }) => observation)
  const found = noDuplicates.find(all, catalog)
  const ranked = rank(
    all.filter((each) => !found.has(each)),
    catalog.sources,
  )
  return {
    standings: [
      ...ranked.map((each): readonly Cell[] => [key(each), each.rank, each.others]),
      ...[...found.keys()].map((each): readonly Cell[] => [key(each), 0, 0]),
    ],
    repeated: [...found].map(([{ id }, detail]) => ({ place: Number(id.split(':').at(-1)), detail })),
  }
}

interface SharedRow {
  readonly id: number
  readonly follows: boolean
  readonly indicator: number
  readonly region: number
  readonly start_month: number
  readonly end_month: number
  readonly form: number
  readonly source: number
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly printed_value: string
  readonly place: string
}

/** Numbers of the store as observations again. */
function observationsOf({ catalog, forms }: Judging, formIds: readonly number[]) {
  const [indicators, regions, sources] = [catalog.indicators, catalog.regions, catalog.sources].map(
    (entries) => [...entries.keys()].sort(),
  )
  const known = forms()
  const formOfId = new Map(formIds.map((id, place) => [id, known[Math.floor(place / trustCodes.length)]]))
  return (row: SharedRow): Observation => {
    const form = formOfId.get(row.form)
    const indicator = indicators?.[row.indicator]
    const region = regions?.[row.region]
    const source = sources?.[row.source]
    if (!form || indicator === undefined || region === undefined || source === undefined)
      throw new Error(`number ${row.id} refers to what the catalogue does not have`)
    return {
      ...form,
      id: `${source}:${row.place}`,
      indicator,
      region,
      source,
      period: { time: form.period.time, start: row.start_month, end: row.end_month },
      value: new Decimal(row.value),
      interval: {
        low: new Decimal(row.low ?? Number.NEGATIVE_INFINITY),
        high: new Decimal(row.high ?? Number.POSITIVE_INFINITY),
      },
      printedValue: row.printed_value,
    }
  }
}
