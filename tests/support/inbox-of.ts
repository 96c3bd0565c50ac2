import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { observationColumns } from '#data/model/observation.ts'
import { sourceColumns } from '#data/model/source.ts'
import { assemble, build } from '#etl/build.ts'
import { inbox } from '#etl/inbox/inbox-command.ts'
import { dataFolder } from './data-folder.ts'

/**
 * A data folder with documents in its inbox, gone when the test is over.
 * @param documents path below the inbox → content.
 * @param curated rows of the observation format, published beside them.
 */
export function folderWith(
  documents: Readonly<Record<string, string | Uint8Array>>,
  curated: readonly string[] = [],
) {
  const folder = dataFolder({})
  for (const [name, content] of Object.entries(documents)) {
    mkdirSync(dirname(join(folder, 'inbox', name)), { recursive: true })
    writeFileSync(join(folder, 'inbox', name), content)
  }
  if (curated.length > 0) {
    writeFileSync(
      join(folder, 'observations', 'own.csv'),
      `${[observationColumns.join(','), ...curated].join('\n')}\n`,
    )
    const line = ['own', '工业和信息化部', '', '公报', '', '2025-01-31', 'issue', '', 'primary', 'express']
    writeFileSync(join(folder, 'catalog', 'sources', 'own.csv'), stringify([sourceColumns, line]))
  }
  return folder
}

/** Builds the database of a data folder. */
export const buildFrom = (folder: string) =>
  build({ dataFolder: folder, out: join(folder, 'build', 'test.duckdb'), inputs: 'test' })

/** Both accounts of what a build publishes, with what it takes of the documents. */
export async function inboxOf(folder: string) {
  const { inbox: report, observations } = await assemble({ dataFolder: folder })
  const published = observations.filter(({ source: id }) => id.startsWith('doc-'))
  return { ...report, published, values: published.map(({ printedValue }) => printedValue).sort() }
}

/** Asks the inbox as the command does. */
export const askInbox = (folder: string, more: Partial<Parameters<typeof inbox>[0]> = {}) =>
  inbox({ dataFolder: folder, accept: [], reject: [], file: undefined, facts: {}, ...more })
