import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalog } from '#data/catalog/catalog.ts'
import type { Source } from '#data/model/source.ts'
import { readArticles } from './read-articles.ts'
import type { ReadRow } from './read-observations.ts'

/**
 * Reads the documents that an operator has put into a folder.
 * @returns the articles with figures as sources, and their rows with the words they were read from.
 * @throws BadInput for a file that is no document.
 */
export async function readInbox(
  folder: string,
  catalog: Catalog,
): Promise<{ sources: Source[]; rows: ReadRow[] }> {
  const articles = await readArticles({ files: documentsIn(folder), catalog })
  return {
    sources: articles.map(({ source }) => source),
    rows: articles.flatMap(({ source, rows }) =>
      rows.map((row, index) => ({
        id: `${source.id}:${index + 1}`,
        source: source.id,
        file: source.carrier,
        line: Number(row.line),
        row,
      })),
    ),
  }
}

/** The files of the folder, the hidden ones left out. */
function documentsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .sort()
}
