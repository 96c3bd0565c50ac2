import { parse } from 'parse5'
import {
  attribute,
  type Element,
  elementsIn,
  isElement,
  isText,
  type Node,
  rawText,
} from '#etl/sources/html/nodes.ts'
import { resolveLink } from './listing.ts'

/** A link of a page. */
export interface PageLink {
  readonly element: Element
  readonly url: string
  /** What it reads, or what it shows when pointed at, where that is longer. */
  readonly text: string
}

/** The links of a page with an address, in the order of the page. */
export function linksOf(page: string, url: string): PageLink[] {
  const elements = [...elementsIn(parse(page))]
  const stated = elements.find(({ tagName }) => tagName === 'base')
  const base = (stated && resolveLink(attribute(stated, 'href'), url)) || url
  return elements
    .filter(({ tagName }) => tagName === 'a')
    .map((element) => ({
      element,
      url: resolveLink(attribute(element, 'href'), base),
      text: textOf(element),
    }))
    .filter((link) => link.url !== '')
}

function textOf(element: Element): string {
  const [text = '', title = ''] = [rawText(element), attribute(element, 'title')].map((each) =>
    each.replace(/\s+/g, ' ').trim(),
  )
  return title.length > text.length ? title : text
}

/** The text of an element outside one of its parts. */
export function textBeside(element: Element, part: Element): string {
  const say = (node: Node): string => {
    if (node === part) return ' '
    if (isText(node)) return node.value
    return isElement(node) ? node.childNodes.map(say).join(' ') : ''
  }
  return say(element)
}
