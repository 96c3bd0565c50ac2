import { findDate } from '../articles/dates.ts'
import type { Particulars } from '../format.ts'
import { attribute, type Element, elementsIn, rawText } from './nodes.ts'

/** The names that pages give their properties, best first. */
const names = {
  title: ['articletitle', 'og:title', 'title'],
  publisher: ['contentsource', 'source', 'og:site_name', 'sitename', 'author'],
  published: ['pubdate', 'article:published_time', 'publishdate', 'date', 'og:release_date', 'dc.date'],
  url: ['og:url'],
} as const

/** What the head of a page says about it. */
export function readPageParticulars(html: Element): Particulars {
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
