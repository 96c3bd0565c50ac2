import { join } from 'node:path'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import type { Observation, Refusal } from '#data/model/observation.ts'
import { rank } from '#data/model/precedence.ts'
import type { Source } from '#data/model/source.ts'
import { applyCorrections, readCorrections } from './apply-corrections.ts'
import { toObservation } from './normalize/to-observation.ts'
import { publish } from './publish/publish.ts'
import type { BuildReport } from './publish/report.ts'
import { toTables } from './publish/to-tables.ts'
import { readInbox } from './read-inbox.ts'
import { type ReadRow, readObservations } from './read-observations.ts'
import { validations } from './validate/index.ts'

export interface BuildOptions {
  /** The folder with catalog/, observations/, corrections/ and perhaps inbox/. */
  readonly dataFolder: string
  /** Where the database file goes. */
  readonly out: string
  /** Hash of the inputs, kept to tell later whether the file is stale. */
  readonly inputs: string
  readonly onStage?: (stage: string) => void
}

/**
 * Figures and catalogue → one published database file.
 * @returns what was read, refused and published.
 * @throws BadInput for a broken file; the database that was there stays as it was.
 */
export async function build({
  dataFolder,
  out,
  inputs,
  onStage = () => {},
}: BuildOptions): Promise<BuildReport> {
  onStage('读取目录')
  const known = readCatalog(join(dataFolder, 'catalog'))
  onStage('读取数值')
  const kept = readObservations(join(dataFolder, 'observations'), known)
  onStage('阅读文件')
  const inbox = await readInbox(join(dataFolder, 'inbox'), known)
  const catalog = withSources(known, inbox.sources)
  const collected = [...kept, ...inbox.rows]
  const corrections = readCorrections(join(dataFolder, 'corrections'))
  const corrected = applyCorrections(collected, corrections)
  onStage('校验')
  const { observations, refusals } = sift(corrected.rows, catalog)
  const publication = {
    catalog,
    observations: rank(observations, catalog.sources),
    refusals: [...corrected.refusals, ...refusals],
    counts: {
      read: collected.length,
      added: corrections.filter(({ action }) => action === 'add').length,
    },
    inputs,
  }
  const { snapshot, tables } = toTables(publication)
  await publish(out, tables, (table) => onStage(`写入 ${table}`))
  return { ...publication, snapshot, out }
}

const withSources = (catalog: Catalog, sources: readonly Source[]): Catalog => ({
  ...catalog,
  sources: new Map([...catalog.sources, ...sources.map((source) => [source.id, source] as const)]),
})

/** Parts the rows that can stand from those that cannot. */
function sift(
  rows: readonly ReadRow[],
  catalog: Catalog,
): { observations: Observation[]; refusals: Refusal[] } {
  const refusals: Refusal[] = []
  const rowOf = new Map<Observation, ReadRow>()
  for (const row of rows) {
    const result = toObservation(row, catalog)
    if ('reason' in result) refusals.push(refuse(row, result))
    else rowOf.set(result, row)
  }
  for (const { reason, find } of validations) {
    for (const [observation, detail] of find([...rowOf.keys()], catalog)) {
      const row = rowOf.get(observation)
      if (row) refusals.push(refuse(row, { reason, detail }))
      rowOf.delete(observation)
    }
  }
  return { observations: [...rowOf.keys()], refusals }
}

function refuse({ source, file, line, row }: ReadRow, why: Pick<Refusal, 'reason' | 'detail'>): Refusal {
  return { source, file, line, row, reason: why.reason, detail: why.detail }
}
