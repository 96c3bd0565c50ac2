import { attribute, type Element, isElement } from './nodes.ts'
import type { Style } from './style-rules.ts'

const white =
  /^(?:#f{3,4}|#f{6}(?:f{2})?|white|transparent|rgba?\(\s*255[\s,]+255[\s,]+255\s*(?:[,/][^)]*)?\)|rgba\([^)]*[,/]\s*0?\.?0+\s*\))$/

/** Whether an element itself says that its letters are white, or none. */
export function isWhite(element: Element, style: Style): boolean {
  return white.test(colourOf(element, style))
}

/** Whether neither an element nor what it stands in has a colour or a picture behind its letters. */
export function isOnWhite(element: Element, styles: (element: Element) => Style): boolean {
  for (let at: Element | undefined = element; at; at = parentOf(at))
    if (isFilled(at, styles(at))) return false
  return true
}

/** Whether an element has a colour of its own, other than white, or one behind it. */
export function setsColour(element: Element, style: Style): boolean {
  const colour = colourOf(element, style)
  return (colour !== '' && colour !== 'inherit' && !white.test(colour)) || isFilled(element, style)
}

const colourOf = (element: Element, style: Style) =>
  style('color') || attribute(element, 'color').trim().toLowerCase()

const noFill = /^(?:none|inherit|initial|unset|0)?$/

function isFilled(element: Element, style: Style): boolean {
  const fills = ['background', 'background-color', 'background-image'].map(style)
  const all = [
    ...fills,
    ...['bgcolor', 'background'].map((name) => attribute(element, name).trim().toLowerCase()),
  ]
  return all.some((fill) => !noFill.test(fill) && !white.test(fill))
}

const parentOf = ({ parentNode }: Element): Element | undefined =>
  parentNode && 'tagName' in parentNode && isElement(parentNode) ? parentNode : undefined
