import type { Catalog } from '#data/catalog/catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import type { Source } from '#data/model/source.ts'
import { type ExtractedRow, extractDocument } from './extract/extract-document.ts'
import { readBytes } from './sources/read-bytes.ts'
import { readDocument } from './sources/read-document.ts'
import { toSource } from './to-source.ts'

/** An article as a source of figures, with the rows read from it. */
export interface ReadArticle {
  readonly source: Source
  readonly rows: readonly ExtractedRow[]
}

export interface ReadArticlesOptions {
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
export async function readArticles({ files, catalog, as, via }: ReadArticlesOptions): Promise<ReadArticle[]> {
  const lexicon = toLexicon(catalog)
  const read: ReadArticle[] = []
  for (const file of files) {
    const document = await readDocument(readBytes(file), file)
    for (const [index, { article, rows }] of extractDocument(document, lexicon).articles.entries())
      if (rows.length > 0) read.push({ source: toSource(article, index, catalog, { prefix: as, via }), rows })
  }
  return read
}
