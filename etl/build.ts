import { join } from 'node:path'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { readIdentities } from '#data/catalog/read-identities.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { Issuer } from '#data/model/issuer.ts'
import type { Observation, Refusal } from '#data/model/observation.ts'
import { rank } from '#data/model/precedence.ts'
import type { Source } from '#data/model/source.ts'
import { applyCorrections, readCorrections } from './apply-corrections.ts'
import { type Checked, checkFigures, isStopping } from './check/check-figures.ts'
import { sayFinding } from './check/say-finding.ts'
import { toObservation } from './normalize/to-observation.ts'
import { publish } from './publish/publish.ts'
import type { BuildReport } from './publish/report.ts'
import { type Publication, toTables } from './publish/to-tables.ts'
import { readAcknowledged } from './read-acknowledged.ts'
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
 * @throws BadInput for a broken file, or figures that contradict each other without an explanation; the database that
 * was there stays as it was.
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const { out, inputs, onStage = () => {} } = options
  const publication = { ...(await assemble(options)), inputs }
  const stopping = publication.checked.findings.filter(isStopping)
  if (stopping.length > 0) {
    const said = stopping.map((each) => sayFinding(each, publication.catalog))
    throw new BadInput(
      `有 ${stopping.length} 处数值互相矛盾而未说明，停止发布；请更正数值，或在 data/corrections/acknowledged.csv 写明理由\n${said.join('\n')}`,
    )
  }
  const { snapshot, tables } = toTables(publication)
  await publish(out, tables, (table) => onStage(`写入 ${table}`))
  return { ...publication, snapshot, out }
}

/**
 * Figures and catalogue, read, sifted and held against each other, ready to be published.
 * @throws BadInput for a broken file.
 */
export async function assemble({
  dataFolder,
  onStage = () => {},
}: Pick<BuildOptions, 'dataFolder' | 'onStage'>): Promise<Omit<Publication, 'inputs'>> {
  onStage('读取目录')
  const known = readCatalog(join(dataFolder, 'catalog'))
  const identities = readIdentities(join(dataFolder, 'catalog'), known)
  onStage('读取数值')
  const kept = readObservations(join(dataFolder, 'observations'), known)
  onStage('阅读文件')
  const inbox = await readInbox(join(dataFolder, 'inbox'), known)
  const catalog = withSources(known, inbox.sources)
  const collected = [...kept, ...inbox.rows]
  const corrections = readCorrections(join(dataFolder, 'corrections'))
  const corrected = applyCorrections(collected, corrections)
  onStage('校验')
  const sifted = sift(corrected.rows, catalog)
  const observations = rank(sifted.observations, catalog.sources)
  const acknowledged = readAcknowledged(join(dataFolder, 'corrections'))
  const checked = checkFigures(observations, catalog, identities, acknowledged)
  if (inbox.rows.length === 0) refuseStale(checked)
  return {
    catalog,
    observations,
    refusals: [...corrected.refusals, ...sifted.refusals],
    checked,
    counts: {
      read: collected.length,
      added: corrections.filter(({ action }) => action === 'add').length,
    },
  }
}

/** Only where no document of the inbox can have put a more precise figure in the place of an acknowledged one. */
function refuseStale({ stale: [first] }: Checked): void {
  if (first)
    throw new BadInput(`${first.place} 例外 ${first.finding} 所指的问题已不存在或已由目录说明，请删去这一行`)
}

/** The catalogue with documents of the inbox, and those issuers of them that it does not know. */
const withSources = (catalog: Catalog, sources: readonly Source[]): Catalog => ({
  ...catalog,
  issuers: new Map([...sources.flatMap(({ issuers }) => issuers.map(unknownIssuer)), ...catalog.issuers]),
  sources: new Map([...catalog.sources, ...sources.map((source) => [source.id, source] as const)]),
})

const unknownIssuer = (name: string): [string, Issuer] => [
  name,
  { name: { zh: name, en: name }, aliases: [] },
]

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
