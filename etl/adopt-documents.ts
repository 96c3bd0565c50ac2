import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { observationColumns, readingColumns } from '#data/model/observation.ts'
import { joinIssuers, type Source, sourceColumns } from '#data/model/source.ts'
import { type ExtractedRow, extractDocument } from './extract/extract-document.ts'
import { readBytes } from './sources/read-bytes.ts'
import { readDocument } from './sources/read-document.ts'
import { toSource } from './to-source.ts'

interface AdoptOptions {
  readonly files: readonly string[]
  readonly dataFolder: string
  readonly as: string
  readonly via: string
}

/**
 * Reads documents and keeps their figures in the project: one file of observations per article, with places but
 * without any of the words, and the articles in the catalogue of sources.
 * @returns how many articles and figures there were.
 * @throws BadInput for a file that cannot be read or figures that are in the project already.
 */
export async function adoptDocuments({ files, dataFolder, as, via }: AdoptOptions) {
  const catalog = readCatalog(join(dataFolder, 'catalog'))
  const articles = await readArticles({ files, catalog, as, via })
  for (const { source } of articles) {
    if (catalog.sources.has(source.id)) throw new BadInput(`来源 ${source.id} 已在目录中，请换一个 --as`)
    const unknown = source.issuers.find((name) => !catalog.issuers.has(name))
    if (unknown)
      throw new BadInput(`${source.id} 的发布机构「${unknown}」不在 data/catalog/issuers.json 中，请先登记`)
  }
  const columns = [...observationColumns, ...readingColumns]
  mkdirSync(join(dataFolder, 'observations'), { recursive: true })
  for (const { source, rows } of articles) {
    const csv = stringify(withoutRepeats(rows), { header: true, columns })
    writeFileSync(join(dataFolder, 'observations', `${source.id}.csv`), csv)
  }
  const sources = stringify(
    articles.map(({ source }) => ({ ...source, issuers: joinIssuers(source) })),
    { header: true, columns: sourceColumns },
  )
  writeFileSync(join(dataFolder, 'catalog', 'sources', `${as}.csv`), sources)
  return {
    articles: articles.length,
    figures: articles.reduce((sum, { rows }) => sum + withoutRepeats(rows).length, 0),
  }
}

/** A number that an article says twice is kept once. */
function withoutRepeats(rows: readonly ExtractedRow[]): ExtractedRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = observationColumns.map((column) => row[column]).join('|')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** An article as a source of figures, with the rows read from it. */
interface ReadArticle {
  readonly source: Source
  readonly rows: readonly ExtractedRow[]
}

interface ReadArticlesOptions {
  readonly files: readonly string[]
  readonly catalog: Catalog
  /** Prefix of the ids of the sources. */
  readonly as: string
  /** What the articles were taken from, as readers know it: 某刊 2024年第20期. */
  readonly via: string
}

/**
 * Reads documents and sorts their figures by the article they stand in: each article with figures is a source.
 * @throws BadInput for a file that cannot be read.
 */
async function readArticles({ files, catalog, as, via }: ReadArticlesOptions): Promise<ReadArticle[]> {
  const lexicon = toLexicon(catalog)
  const read: ReadArticle[] = []
  for (const file of files) {
    const document = await readDocument(readBytes(file), file)
    for (const [index, { article, rows }] of extractDocument(document, lexicon).articles.entries())
      if (rows.length > 0) read.push({ source: toSource(article, index, catalog, { prefix: as, via }), rows })
  }
  return read
}
