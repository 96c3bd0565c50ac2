import { parse } from 'parse5'
import { findDate } from '../articles/dates.ts'
import { readByline, readParticulars } from '../articles/imprint.ts'
import { titleKey } from '../articles/title-key.ts'
import type { Particulars, Piece, Reading, TextPiece } from '../format.ts'
import { foldText } from '../text/fold-text.ts'
import { sliceText } from '../text/placed-text.ts'
import { isTitleLike } from '../text/signs.ts'
import { notRead } from '../unread.ts'
import { countBeside, countPictures } from './count-unread.ts'
import { findMain } from './find-main.ts'
import { attribute, type Element, elementsIn, isElement, isText, rawText } from './nodes.ts'
import { type Locate, locateIn } from './place-text.ts'
import { readBlocks } from './read-blocks.ts'
import { takeOutUnseen } from './take-out-unseen.ts'

/** Reads a page: what its head says, its title, and the blocks of the part that holds its text. */
export function readPage(source: string): Reading {
  const tree = parse(source, { sourceCodeLocationInfo: true })
  const html = tree.childNodes.find(isElement)
  const body = html?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'body')
  if (!html || !body) return { particulars: {}, pieces: [] }
  const locate = locateIn(source)
  const leftOut = takeOutUnseen(html, locate)
  const main = findMain(body)
  const counts = [[countPictures(main), 'picture'] as const, [countBeside(body), 'beside'] as const]
  const missed = counts.flatMap(([count, kind]) => (count > 0 ? [notRead(count, kind)] : []))
  const unread = [...leftOut, ...missed]
  const pieces = readBlocks(main, locate)
  const whole = main === body ? pieces : readBlocks(body, locate)
  const head = readPageParticulars(html)
  const title = findPageTitle(whole, head.title ?? '') ?? titleElement(html, locate, head.title ?? '')
  const particulars = merge(
    head,
    whole.slice(
      0,
      whole.findIndex((piece) => isSamePlace(piece, pieces[0])),
    ),
  )
  if (!title) return { particulars, pieces, unread }
  const rest = pieces.filter((piece) => !isSamePlace(piece, title))
  return {
    particulars: { ...particulars, title: title.text },
    pieces: [{ ...title, level: 1 }, ...rest],
    unread,
  }
}

/** The piece that the head names as the title, else the first main heading. */
function findPageTitle(pieces: readonly Piece[], named: string): TextPiece | undefined {
  const texts = pieces.filter((piece) => piece.kind === 'text')
  const key = titleKey(named)
  const same = texts.find(({ text }) => key.length >= 4 && titleKey(text) === key)
  return same ?? texts.find(({ level, text }) => level === 1 && isTitleLike(text))
}

/** The title in the head of the page, where the body does not repeat it. */
function titleElement(html: Element, locate: Locate, named: string): TextPiece | undefined {
  const element = [...elementsIn(html)].find(({ tagName }) => tagName === 'title')
  const node = element?.childNodes.find(isText)
  if (!node || named === '') return undefined
  const whole = locate(node)
  const start = whole.text.indexOf(named)
  const { text, places } = foldText(start < 0 ? whole : sliceText(whole, start, start + named.length), {
    keepGaps: true,
  })
  return { kind: 'text', text, places, level: 1, gap: true }
}

/** Source and date from the head, else from the lines above the text. */
function merge(head: Particulars, above: readonly Piece[]): Particulars {
  const lines = above.flatMap((piece) =>
    piece.kind === 'text' ? (readParticulars(piece.text) ?? readByline(piece.text) ?? []) : [],
  )
  const first = (name: 'publisher' | 'published' | 'url') =>
    head[name] || (lines.find((line) => line[name])?.[name] ?? '')
  return { publisher: first('publisher'), published: first('published'), url: first('url') }
}

function isSamePlace(piece: Piece, other: Piece | undefined): boolean {
  const [a, b] = [piece, other].map((each) => (each?.kind === 'text' ? each.places[0] : each?.rows[0]?.[0]))
  return a !== undefined && b !== undefined && a.line === b.line && a.column === b.column
}

/** The names that pages give their properties, best first. */
const names = {
  title: ['articletitle', 'og:title', 'title'],
  publisher: ['contentsource', 'source', 'og:site_name', 'sitename', 'author'],
  published: ['pubdate', 'article:published_time', 'publishdate', 'date', 'og:release_date', 'dc.date'],
  url: ['og:url'],
} as const

/** What the head of a page says about it. */
function readPageParticulars(html: Element): Particulars {
  const elements = [...elementsIn(html)].filter(({ tagName }) => ['meta', 'link', 'title'].includes(tagName))
  const properties = new Map<string, string>()
  for (const element of elements) {
    const name = (attribute(element, 'name') || attribute(element, 'property')).toLowerCase()
    const content = attribute(element, 'content').trim()
    if (name !== '' && content !== '' && !properties.has(name)) properties.set(name, content)
  }
  const first = (keys: readonly string[]) =>
    keys.map((key) => properties.get(key) ?? '').find((value) => value !== '') ?? ''
  const canonical = elements.find((element) => attribute(element, 'rel') === 'canonical')
  const titles = elements.filter(({ tagName }) => tagName === 'title').map((element) => rawText(element))
  return {
    title: withoutSite(first(names.title) || (titles[0] ?? '')),
    publisher: first(names.publisher),
    published: findDate(first(names.published)),
    url: first(names.url) || (canonical ? attribute(canonical, 'href') : ''),
  }
}

/** 「标题_某某部」 → 「标题」. */
function withoutSite(title: string): string {
  const [name = ''] = title
    .replace(/\s+/g, ' ')
    .trim()
    .split(/\s?[_|｜]\s?|\s[-–—]+\s/)
  return name.trim()
}
