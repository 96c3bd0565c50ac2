import type { Catalog } from '#data/catalog/catalog.ts'
import { periodOfYearEnd } from '#data/model/period.ts'
import { toObservation } from '../normalize/to-observation.ts'
import { holdRow } from './apply-review.ts'
import type { InboxDocument, InboxRow } from './inbox.ts'

/** Fewer provinces side by side are those that a release names. */
const fewestProvinces = 3

/**
 * A document whose tables give provinces in whole years, of indicators that have several compilations, holds these
 * numbers until somebody knows of which compilation they are: annual tables look like those of the monthly statistics.
 * Prose is taken as express.
 */
export function waitForCompilation(document: InboxDocument, catalog: Catalog): InboxDocument {
  if (document.facts.compilation) return document
  const rows = document.rows.filter((row) => mayBeOfEither(row, catalog))
  const levels = rows.filter(({ row }) => row.measure === 'level').map(({ row }) => row.region)
  const provinces = new Set(levels.filter((code) => catalog.regions.get(code)?.kind === 'province'))
  if (provinces.size < fewestProvinces) return document
  const waiting = new Set(rows)
  const why = { fate: 'waiting', because: 'lacks-compilation', detail: '' } as const
  return {
    ...document,
    rows: document.rows.filter((row) => !waiting.has(row)),
    held: [...document.held, ...rows.map((row) => holdRow(row, why))],
  }
}

function mayBeOfEither(read: InboxRow, catalog: Catalog): boolean {
  const { compilations = [] } = catalog.indicators.get(read.row.indicator) ?? {}
  if (compilations.length < 2 || isOfProse(read.row)) return false
  const figure = toObservation(read, catalog)
  return !('reason' in figure) && periodOfYearEnd(figure.period) !== undefined
}

/** A row that a person has mended has no rule: where its document lacks the compilation, it does too. */
const isOfProse = ({ rule }: InboxRow['row']) => rule !== undefined && rule !== 'table'
