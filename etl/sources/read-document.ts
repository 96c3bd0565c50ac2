import { basename } from 'node:path'
import type { Article, Document } from '#etl/document.ts'
import { findArticles } from './articles/find-articles.ts'
import { checkLength } from './check-size.ts'
import { detectFormat } from './detect-format.ts'
import { badFile, problems } from './problems.ts'
import { checkBytes } from './read-bytes.ts'

/**
 * Reads a file of any format in `formats` into articles, paragraphs and tables with their places.
 * `name` is its file name or path; its ending helps to tell the format, the rest becomes the document's id.
 * @throws BadInput with one line for what is empty, too large, broken, protected, scanned or no document.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<Document> {
  if (bytes.length === 0) throw badFile(name, problems.empty)
  checkBytes(bytes.length, name)
  const format = detectFormat(bytes, name)
  const readings = await format.read(bytes, name)
  const articles = readings.flatMap(findArticles)
  checkLength(longestOf(articles), name)
  const unread = readings.flatMap((reading) => reading.unread ?? [])
  if (articles.every(({ blocks }) => blocks.length === 0)) {
    const what = (language: 'what' | 'en') => unread.map((each) => each[language]).join('；')
    const unreadText = { zh: what('what'), en: what('en') }
    throw badFile(name, unread.length > 0 ? problems.noTextBut(unreadText) : problems.noText)
  }
  return { id: basename(name).replace(/\.[^.]+$/, ''), format: format.id, articles, unread }
}

function longestOf(articles: readonly Article[]): number {
  let longest = 0
  for (const { blocks } of articles)
    for (const block of blocks) if (block.kind !== 'table') longest = Math.max(longest, block.text.length)
  return longest
}
