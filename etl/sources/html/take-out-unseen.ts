import type { Unread } from '#etl/document.ts'
import { isTold, type LeftOut, sayLeftOut } from '../unread.ts'
import { looksOf } from './looks.ts'
import { type Element, isElement, isSkipped, rawText, textsIn } from './nodes.ts'
import type { Locate } from './place-text.ts'

/** Takes struck and hidden text out of a page, and makes raised text `<sup>`; the page itself is changed. Says what went. */
export function takeOutUnseen(html: Element, locate: Locate): Unread[] {
  const lookOf = looksOf(html)
  const found: LeftOut[] = []
  const open: Element[] = [html]
  const takeOut = (element: Element, kind: LeftOut['kind']) => {
    const text = rawText(element)
    if (isTold(kind, text)) found.push({ kind, text, ...lineOf(element, locate) })
  }
  const isSeen = (element: Element) => {
    const look = isSkipped(element) ? undefined : lookOf(element)
    if (look === 'raised' && isInline(element)) element.tagName = 'sup'
    if (look === 'struck' || look === 'hidden') takeOut(element, look)
    return look === undefined || look === 'raised'
  }
  for (let element = open.pop(); element; element = open.pop()) {
    element.childNodes = element.childNodes.filter((child) => !isElement(child) || isSeen(child))
    for (const child of element.childNodes.toReversed())
      if (isElement(child) && !isSkipped(child)) open.push(child)
  }
  return sayLeftOut(found)
}

const isInline = ({ tagName }: Element) => /^(?:a|b|big|em|font|i|ins|small|span|strong|sup|u)$/.test(tagName)

function lineOf(element: Element, locate: Locate): { line?: number } {
  for (const text of textsIn(element))
    if (text.value.trim() !== '') return { line: locate(text).places[0]?.line ?? 1 }
  return {}
}
