import type { Catalog } from '#data/catalog/catalog.ts'
import { simplify } from '#data/language/simplify.ts'
import { groupBy } from '#data/model/group-by.ts'
import { parsePeriod } from '#data/model/period.ts'
import { powerOf, toBase } from '#data/model/unit.ts'

/** A labelled or an extracted row, by column. */
export type Row = Readonly<Record<string, string>>

export interface Score {
  readonly labelled: number
  readonly extracted: number
  readonly right: number
  /** Right, and of comparison, whole, status and qualifier as well. */
  readonly full: number
  readonly missed: readonly Row[]
  readonly wrong: readonly Row[]
  /** Each labelled row that was found, with what it was found as. */
  readonly pairs: readonly (readonly [labelled: Row, extracted: Row])[]
  /** The core rows by genre, where the labels name one. */
  readonly labelledBy: ReadonlyMap<string, { readonly found: number; readonly all: number }>
}

const fullFields = ['compared_to', 'of', 'status', 'qualifier'] as const
/** What makes two rows say the same of one number. */
const keyFields = ['region', 'period', 'measure', 'indicator'] as const

/** Compares extracted rows with labelled ones, number by number. Rows of tier `other` may bear another indicator. */
export function score(labelled: readonly Row[], extracted: readonly Row[], catalog: Catalog): Score {
  const byPlace = groupBy(labelled, placeOf)
  const taken = new Set<Row>()
  const pairs: [Row, Row][] = []
  const wrong: Row[] = []
  for (const row of extracted) {
    const free = (byPlace.get(placeOf(row)) ?? []).filter(
      (one) => !taken.has(one) && agrees(one, row, catalog),
    )
    const match = free.find((one) => isFull(one, row)) ?? free[0]
    if (match) {
      taken.add(match)
      pairs.push([match, row])
    } else wrong.push(row)
  }
  return {
    labelled: labelled.length,
    extracted: extracted.length,
    right: pairs.length,
    full: pairs.filter(([one, row]) => isFull(one, row)).length,
    missed: labelled.filter((row) => !taken.has(row)),
    wrong,
    pairs,
    labelledBy: byGenre(labelled, taken),
  }
}

function byGenre(labelled: readonly Row[], taken: ReadonlySet<Row>): Score['labelledBy'] {
  const core = labelled.filter(({ tier }) => tier !== 'other')
  return new Map(
    [...groupBy(core, ({ genre = '' }) => genre)].map(([genre, rows]) => [
      genre,
      { found: rows.filter((row) => taken.has(row)).length, all: rows.length },
    ]),
  )
}

const placeOf = ({ doc = '', line = '' }: Row) => `${doc}:${line}`

function agrees(labelled: Row, extracted: Row, catalog: Catalog): boolean {
  if (labelled['tier'] !== 'other' && labelled['indicator'] !== extracted['indicator']) return false
  const same = (['region', 'measure'] as const).every((field) => labelled[field] === extracted[field])
  return (
    same && endOf(labelled) === endOf(extracted) && baseOf(labelled, catalog) === baseOf(extracted, catalog)
  )
}

/** A quarter is its months, however it is written; a net addition is labelled by the span or by its last month. */
function endOf({ measure = '', period = '' }: Row): string {
  const span = parsePeriod(period, 'span')
  if (!span) return period
  return measure === 'net_add' || measure === 'level_change' ? `${span.end}` : `${span.start}/${span.end}`
}

/** The value in the base unit, whichever way it is printed. */
function baseOf({ value = '', unit: printed = '' }: Row, { units }: Catalog): string {
  const unit = simplify(printed)
  for (const entry of units.values()) {
    const power = powerOf(unit, entry)
    if (power !== undefined) return `${toBase(value, power).toFixed()} ${entry.code}`
  }
  return `${value} ${unit}`
}

const isFull = (labelled: Row, extracted: Row) =>
  fullFields.every((field) => (labelled[field] ?? '') === (extracted[field] ?? ''))

/** The fields in which a missed row differs from the nearest extracted one of its line. */
export function differences(missed: Row, wrong: readonly Row[], catalog: Catalog): readonly string[] {
  const near = wrong.filter(
    (row) => placeOf(row) === placeOf(missed) && baseOf(row, catalog) === baseOf(missed, catalog),
  )
  const differing = near.map((row) => keyFields.filter((field) => row[field] !== missed[field]))
  return differing.toSorted((a, b) => a.length - b.length)[0] ?? ['nothing read']
}
