import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Catalog } from '#data/catalog/catalog.ts'
import { defaultCompilation } from '#data/model/compilation.ts'
import { datingOf } from '#data/model/dating.ts'
import { type Issuers, nameIssuers, placeOf, unnamedIssuer } from '#data/model/issuer.ts'
import type { Source } from '#data/model/source.ts'
import type { Article, Document } from './document.ts'
import { type ExtractedRow, extractDocument } from './extract/extract-document.ts'
import { toLexicon } from './extract/lexicon.ts'
import { readDocument } from './sources/read-document.ts'

/** An article as a source of figures, with the rows read from it. */
export interface ReadArticle {
  readonly source: Source
  readonly rows: readonly ExtractedRow[]
}

export interface ReadArticlesOptions {
  readonly files: readonly string[]
  readonly catalog: Catalog
  /** Prefix of the ids of the sources; made from each file's name when left out. */
  readonly as?: string | undefined
  /** What the articles were taken from, as readers know it: 某刊 2024年第20期. */
  readonly via?: string | undefined
}

/**
 * Reads documents and sorts their figures by the article they stand in: each article with figures is a source.
 * @throws BadInput for a file that cannot be read.
 */
export async function readArticles({ files, catalog, as, via }: ReadArticlesOptions): Promise<ReadArticle[]> {
  const lexicon = toLexicon(catalog)
  const read: ReadArticle[] = []
  for (const file of files) {
    const document = await readDocument(readFileSync(file), file)
    const { rows } = extractDocument(document, lexicon)
    const naming = { prefix: as ?? idOf(file), via: via ?? basename(file), issuers: catalog.issuers }
    read.push(...sortIntoArticles(document, rows, naming))
  }
  return read
}

interface Naming {
  readonly prefix: string
  readonly via: string
  readonly issuers: Issuers
}

function sortIntoArticles(
  { articles }: Document,
  rows: readonly ExtractedRow[],
  naming: Naming,
): ReadArticle[] {
  return articles.flatMap((article, index) => {
    const end = articles[index + 1]?.line ?? Number.POSITIVE_INFINITY
    const inside = rows.filter(({ line }) => Number(line) >= article.line && Number(line) < end)
    return inside.length > 0 ? [{ source: toSource(article, index, naming), rows: inside }] : []
  })
}

function toSource(article: Article, index: number, { prefix, via, issuers: known }: Naming): Source {
  const issuers = issuersOf(article.publisher, nameIssuers(known))
  return {
    id: `${prefix}-${String(index + 1).padStart(2, '0')}`,
    issuers,
    carrier: via,
    title: article.title || via,
    remark: '',
    published: article.published,
    dating: datingOf(article.published),
    url: /^https?:\/\/[^\s]+$/.test(article.url) && URL.canParse(article.url) ? article.url : '',
    origin: 'repost',
    compilation: defaultCompilation,
    place: placeOf(issuers, known),
  }
}

/** 「工信部、国家发改委」 are two where the catalogue knows both; what it does not know stands as it is. */
function issuersOf(publisher: string, nameOf: ReadonlyMap<string, string>): string[] {
  if (publisher === '') return [unnamedIssuer]
  const parts = publisher.split(/[、;；]/).map((part) => nameOf.get(part.trim()))
  const known = parts.filter((name) => name !== undefined)
  return known.length === parts.length ? known : [nameOf.get(publisher) ?? publisher]
}

/** A source id from a file's name: its letters and digits, or a hash of it where it has others. */
function idOf(file: string): string {
  const name = basename(file)
    .replace(/\.[^.]+$/, '')
    .toLowerCase()
  if (/^[a-z0-9][a-z0-9_-]*$/.test(name)) return `inbox-${name}`
  return `inbox-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}
