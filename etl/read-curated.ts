import { join } from 'node:path'
import type { Catalog } from '#data/catalog/catalog.ts'
import { applyCorrections, readCorrections } from './apply-corrections.ts'
import { readObservations } from './read-observations.ts'
import { sift } from './sift.ts'
import { validations } from './validate.ts'

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
