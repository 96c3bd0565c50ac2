import type { Links } from '#data/catalog/feed.ts'
import { findDate, findDateInLink } from '#etl/sources/articles/dates.ts'
import { type Element, elementsIn, parentOf } from '#etl/sources/html/nodes.ts'
import { distinct, type Item, isMeant } from './listing.ts'
import { linksOf, type PageLink, textBeside } from './page-links.ts'

/** The documents that a page links to, each with the day printed beside it. */
export function readListPage(page: string, url: string, links: Links): Item[] {
  const meant = linksOf(page, url).filter((link) =>
    isMeant({ url: link.url, title: link.text, date: '' }, links),
  )
  const elements = new Set(meant.map(({ element }) => element))
  return distinct(
    meant.map((link) => ({
      url: link.url,
      title: link.text,
      date: dayBeside(link, elements) || findDateInLink(link.url),
    })),
  )
}

/** How far above a link its day may stand. */
const reach = 4

/** The day in the nearest element around a link that holds no other one of the list. */
function dayBeside({ element }: PageLink, links: ReadonlySet<Element>): string {
  let around = parentOf(element)
  for (let up = 0; up < reach && around; up++) {
    const others = [...elementsIn(around)].filter((each) => links.has(each))
    if (others.length > 1) return ''
    const day = findDate(textBeside(around, element))
    if (day.length === 10) return day
    around = parentOf(around)
  }
  return ''
}
