import { readCatalog } from '#data/catalog/read-catalog.ts'
import { readIdentities } from '#data/catalog/read-identities.ts'
import { observationColumns } from '#data/model/observation.ts'
import { rank } from '#data/model/precedence.ts'
import { findClaims, findContradictions } from '#etl/check/find-contradictions.ts'
import { openLedger } from '#etl/check/ledger.ts'
import { toObservation } from '#etl/normalize/to-observation.ts'

export const catalog = readCatalog('data/catalog')
const identities = readIdentities('data/catalog', catalog)

/** A ledger of figures written as `web-020 software_revenue,CN,2024,level,137276,亿元,,,actual,`. */
export function ledgerOf(figures: readonly string[]) {
  const observations = figures.map((figure, index) => {
    const [source = '', cells = ''] = figure.split(' ')
    const values = cells.split(',')
    const row = Object.fromEntries(
      observationColumns.map((column, at) => [column, values[at] ?? '']),
    ) as Record<(typeof observationColumns)[number], string>
    const place = { id: `${source}:${index + 2}`, source, file: `${source}.csv`, line: index + 2, row }
    const observation = toObservation(place, catalog)
    if ('reason' in observation) throw new Error(`${figure}: ${observation.reason}`)
    return observation
  })
  return openLedger(rank(observations, catalog.sources), catalog, identities)
}

/** The contradictions among some figures. */
export function contradictionsAmong(figures: readonly string[]) {
  const ledger = ledgerOf(figures)
  return findContradictions(findClaims(ledger), ledger)
}
