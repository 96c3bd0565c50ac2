import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { groupBy } from '#data/model/group-by.ts'
import { observationColumns, readingColumns } from '#data/model/observation.ts'
import { joinIssuers, type Source, sourceColumns } from '#data/model/source.ts'
import { type ExtractedRow, extractDocument } from './extract/extract-document.ts'
import { readBytes } from './sources/read-bytes.ts'
import { readDocument } from './sources/read-document.ts'
import { toSource } from './to-source.ts'

interface AdoptOptions {
  readonly files: readonly string[]
  readonly dataFolder: string
  /** Prefix of the ids of the sources. */
  readonly as: string
  /** What the articles were taken from, as readers know it: 某刊 2024年第20期. */
  readonly via: string
}

/**
 * Reads documents and keeps their figures in the project: one file of observations per article, with places but
 * without any of the words, and the articles in the catalogue of sources.
 * @returns how many articles and figures there were.
 * @throws BadInput for a file that cannot be read or figures that are in the project already.
 */
export async function adoptDocuments(options: AdoptOptions) {
  const { dataFolder, as } = options
  const catalog = readCatalog(join(dataFolder, 'catalog'))
  const articles = await readArticles(options, catalog)
  for (const { source } of articles) checkSource(source, catalog)
  const columns = [...observationColumns, ...readingColumns]
  mkdirSync(join(dataFolder, 'observations'), { recursive: true })
  for (const { source, rows } of articles) {
    const csv = stringify(rows, { header: true, columns })
    writeFileSync(join(dataFolder, 'observations', `${source.id}.csv`), csv)
  }
  const sources = stringify(
    articles.map(({ source }) => ({ ...source, issuers: joinIssuers(source) })),
    { header: true, columns: sourceColumns },
  )
  writeFileSync(join(dataFolder, 'catalog', 'sources', `${as}.csv`), sources)
  return { articles: articles.length, figures: articles.reduce((sum, { rows }) => sum + rows.length, 0) }
}

function checkSource({ id, issuers }: Source, catalog: Catalog): void {
  if (catalog.sources.has(id)) throw new BadInput(`来源 ${id} 已在目录中，请换一个 --as`)
  const unknown = issuers.find((name) => !catalog.issuers.has(name))
  if (unknown) throw new BadInput(`${id} 的发布机构「${unknown}」不在 data/catalog/issuers.json 中，请先登记`)
}

/** Each article with figures as a source, with the rows read from it. */
async function readArticles({ files, as, via }: AdoptOptions, catalog: Catalog) {
  const lexicon = toLexicon(catalog)
  const read: { readonly source: Source; readonly rows: ExtractedRow[] }[] = []
  for (const file of files) {
    const document = await readDocument(readBytes(file), file)
    for (const [index, { article, rows }] of extractDocument(document, lexicon).articles.entries())
      if (rows.length > 0)
        read.push({
          source: toSource(article, index, catalog, { prefix: as, via }),
          rows: withoutRepeats(rows),
        })
  }
  return read
}

/** A number that an article says twice is kept once. */
function withoutRepeats(rows: readonly ExtractedRow[]): ExtractedRow[] {
  const keyOf = (row: ExtractedRow) => observationColumns.map((column) => row[column]).join('|')
  return [...groupBy(rows, keyOf).values()].flatMap((same) => same.slice(0, 1))
}
