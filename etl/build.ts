import { join } from 'node:path'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { readIdentities } from '#data/catalog/read-identities.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { Refusal } from '#data/model/observation.ts'
import { rank } from '#data/model/precedence.ts'
import { writeDatabase } from '#data/store/write-database.ts'
import { type Checked, checkFigures } from './check/check-figures.ts'
import { sayFinding } from './check/say-finding.ts'
import type { Knowledge } from './doubts/doubter.ts'
import { openKnownFigures } from './facts/known-figures.ts'
import { judgeInbox, settleInbox, stopsBuild, withSources } from './inbox/judge-inbox.ts'
import { decideInbox, type InboxReading, readInbox } from './inbox/read-inbox.ts'
import { reportInbox } from './inbox/report-inbox.ts'
import { readReview } from './inbox/review.ts'
import { publish } from './publish/publish.ts'
import { loadedFrom, plainInputs, readPublished, readRolledBack } from './publish/published.ts'
import { holdingLock } from './publish/publishing-lock.ts'
import type { BuildReport } from './publish/report.ts'
import { type Publication, toTables } from './publish/to-tables.ts'
import { type Acknowledgement, readAcknowledged } from './read-acknowledged.ts'
import { readCurated } from './read-curated.ts'
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
 * Figures and catalogue → one published database file. Builds of one file wait for each other.
 * @returns what was read, refused and published.
 * @throws BadInput for a broken file, or figures that contradict each other without an explanation; the database that
 * was there stays as it was.
 */
export function build(options: BuildOptions): Promise<BuildReport> {
  return holdingLock(options.out, () => buildAlone(options))
}

/**
 * The same where the published file is not of these inputs, or is broken. One that was loaded is never stale, and one that
 * somebody rolled back to only when the inputs have changed since what it took the place of.
 * @param hashInputs asked when no other build runs any more.
 * @returns the report, or the inputs of the file that stays.
 */
export function buildIfStale(
  options: Omit<BuildOptions, 'inputs'>,
  hashInputs: () => string,
): Promise<BuildReport | { readonly kept: string }> {
  return holdingLock(options.out, async () => {
    const inputs = hashInputs()
    const kept = (await readPublished(options.out))?.inputs
    const stays = kept !== undefined && (plainInputs(kept) === inputs || loadedFrom(kept) !== undefined)
    return stays ? { kept } : buildAlone({ ...options, inputs })
  })
}

async function buildAlone(options: BuildOptions): Promise<BuildReport> {
  const { out, inputs, onStage = () => {} } = options
  const publication = { ...(await assemble(options)), inputs }
  const stopping = publication.checked.findings.filter(stopsBuild)
  if (stopping.length > 0) {
    const said = stopping.map((each) => sayFinding(each, publication.catalog))
    throw new BadInput(
      `有 ${stopping.length} 处数值互相矛盾而未说明，停止发布；请更正数值，或在 data/corrections/acknowledged.csv 写明理由\n${said.join('\n')}`,
    )
  }
  const { about, tables } = toTables(publication)
  const write = async (file: string) => {
    await writeDatabase(file, tables, (table) => onStage(`写入 ${table}`))
    return about
  }
  const undone = await readRolledBack(out)
  const { id } = await publish({ out, write })
  return { ...publication, snapshot: id, out, undone }
}

/**
 * Figures and catalogue, read, sifted and held against each other, ready to be published.
 * @throws BadInput for a broken file of `data`; a broken document of the inbox stops nothing.
 */
export async function assemble({
  dataFolder,
  onStage = () => {},
}: Pick<BuildOptions, 'dataFolder' | 'onStage'>): Promise<Omit<Publication, 'inputs'>> {
  const ground = readGround(dataFolder, onStage)
  const review = readReview(join(dataFolder, 'review'), ground.catalog)
  const files = await readInbox({
    folder: join(dataFolder, 'inbox'),
    review,
    catalog: ground.catalog,
    known: ground.known,
    onFile: (name) => onStage(`阅读 ${name}`),
  })
  onStage('校验')
  return settle(decideInbox(files, review), ground)
}

/** What documents are read and held against: the catalogue, the curated figures, and what a person has acknowledged. */
export interface Ground extends Knowledge {
  readonly refusals: readonly Refusal[]
  readonly counts: Publication['counts']
  readonly acknowledged: readonly Acknowledgement[]
}

/** @throws BadInput for a broken file of `data`. */
export function readGround(dataFolder: string, onStage: (stage: string) => void = () => {}): Ground {
  onStage('读取目录')
  const catalog = readCatalog(join(dataFolder, 'catalog'))
  const identities = readIdentities(join(dataFolder, 'catalog'), catalog)
  onStage('读取数值')
  const { observations: curated, refusals, counts } = readCurated(dataFolder, catalog)
  const acknowledged = readAcknowledged(join(dataFolder, 'corrections'))
  return { catalog, identities, curated, known: openKnownFigures(curated), refusals, counts, acknowledged }
}

/**
 * Documents, as a person has decided on them, held against each other and the curated figures.
 * @throws BadInput for an acknowledgement that nothing needs.
 */
export function settle(reading: InboxReading, ground: Ground): Omit<Publication, 'inputs'> {
  const { identities, curated, refusals, counts, acknowledged } = ground
  const catalog = withSources(ground.catalog, reading.documents)
  const judged = judgeInbox(reading.documents, { ...ground, catalog })
  const settled = settleInbox(judged, (documents) => {
    const observations = rank([...curated, ...documents], catalog.sources)
    return { observations, checked: checkFigures(observations, catalog, identities, acknowledged) }
  })
  if (settled.rows.length === 0) refuseStale(settled.checked)
  return {
    catalog,
    observations: settled.observations,
    refusals,
    checked: settled.checked,
    inbox: reportInbox(reading, settled.rows, settled.held),
    counts: { ...counts, read: counts.read + settled.rows.length },
  }
}

/** Only where no document of the inbox can have put a more precise figure in the place of an acknowledged one. */
function refuseStale({ stale: [first] }: Checked): void {
  if (first)
    throw new BadInput(`${first.place} 例外 ${first.finding} 所指的问题已不存在或已由目录说明，请删去这一行`)
}
