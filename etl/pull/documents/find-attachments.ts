import { isSkipped, parentOf } from '#etl/sources/html/nodes.ts'
import { distinct, type Item } from '../listings/listing.ts'
import { linksOf, type PageLink } from '../listings/page-links.ts'
import { endingIn, isUnread } from './endings.ts'

export interface Attachments {
  readonly offered: readonly (Item & { readonly ending: string })[]
  /** The names of files in formats that cannot be read. */
  readonly unread: readonly string[]
}

/** The files that a page offers in its text, its menus and foot left out. */
export function findAttachments(page: string, url: string, date: string): Attachments {
  const links = linksOf(page, url).filter(isInText)
  const offered = links.flatMap((link) => {
    const ending = endingOf(link)
    return ending === undefined ? [] : [{ url: link.url, title: nameOf(link.text), date, ending }]
  })
  const known = new Map(offered.map((each) => [each.url, each]))
  return {
    offered: distinct(offered).flatMap(({ url }) => known.get(url) ?? []),
    unread: links
      .filter((link) => endingOf(link) === undefined && [link.url, link.text].some(isUnread))
      .map(({ text, url }) => text || url),
  }
}

const endingOf = ({ url, text }: PageLink) => endingIn(url) ?? endingIn(text)

/** 「附件1：2024年通信业主要指标.xlsx」 → 「2024年通信业主要指标」. */
const nameOf = (text: string) =>
  text
    .replace(/^附件\s*[\d一二三四五六七八九十]*\s*[:：.、]?\s*/, '')
    .replace(/\.[a-z0-9]{2,4}$/i, '')
    .trim()

function isInText({ element }: PageLink): boolean {
  for (let at = parentOf(element); at; at = parentOf(at)) if (isSkipped(at)) return false
  return true
}
