import { attribute, type Element, elementsIn, parentOf } from './nodes.ts'
import { type Style, stylesOf } from './style-rules.ts'

/** How text looks whose look says that it is no plain part of the page. */
type Look = 'struck' | 'hidden' | 'raised'

/** How the elements of a page look, by their tags, their `style` and the rules in the page itself. */
export function looksOf(html: Element): (element: Element) => Look | undefined {
  const styles = stylesOf(html)
  const names = Object.keys(looks) as Look[]
  return (element) => {
    const style = styles(element)
    const look = names.find((name) => looks[name](element, style))
    return look ?? (isWhiteOnWhite(element, styles) ? 'hidden' : undefined)
  }
}

const struckTags = /^(?:s|strike|del)$/
const struckNames = /(?:^|\s)(?:strike|strikethrough|strike-through|line-through)(?:$|\s)/i
const raisedNames = /(?:^|[\s_-])(?:sup|super|superscript|foot-?note-?ref|note-?ref|fn-?ref)(?:$|[\s_-])/i
const hiddenNames = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-(?:text|only))(?:$|\s)/i
/** How a word is said, above it: no part of the sentence. */
const readingTags = /^(?:rt|rp|rtc)$/

/** What makes an element look so, by its tag, its class or the properties that hold for it. */
const looks: Readonly<Record<Look, (element: Element, style: Style) => boolean>> = {
  hidden: (element, style) =>
    element.attrs.some(({ name }) => name === 'hidden') ||
    readingTags.test(element.tagName) ||
    hiddenNames.test(attribute(element, 'class')) ||
    /^none/.test(style('display')) ||
    /^(?:hidden|collapse)/.test(style('visibility')) ||
    /^0(?:[^\d.]|$)/.test(style('font-size')) ||
    /^0*(?:\.0*)?%?$/.test(style('opacity') || '1') ||
    isOffPage(style) ||
    isClipped(style),
  struck: (element, style) => {
    const decoration = `${style('text-decoration')} ${style('text-decoration-line')}`.trim()
    if (decoration !== '') return decoration.includes('line-through')
    return struckTags.test(element.tagName) || struckNames.test(attribute(element, 'class'))
  },
  raised: (element, style) =>
    element.tagName === 'sup' ||
    raisedNames.test(attribute(element, 'class')) ||
    /^(?:super|\d*\.?\d+(?:px|pt|em|ex|rem|%))/.test(style('vertical-align')) ||
    (/^(?:text-)?top/.test(style('vertical-align')) && style('font-size') !== '') ||
    isLifted(style),
}

/** Moved up from where it stood. */
function isLifted(style: Style): boolean {
  const position = style('position')
  const isMoved = position === 'relative' || (position === '' && style('font-size') !== '')
  return isMoved && (/^-[\d.]*[1-9]/.test(style('top')) || /^[\d.]*[1-9]/.test(style('bottom')))
}

/** So far to the left or above that no screen shows it. */
function isOffPage(style: Style): boolean {
  const isPlaced = /^(?:absolute|fixed|relative)/.test(style('position'))
  return isFar(style('text-indent')) || (isPlaced && (isFar(style('left')) || isFar(style('top'))))
}

function isFar(offset: string): boolean {
  const [, size = '', unit = ''] = /^-(\d+(?:\.\d+)?)(px|pt|em|rem|%)/.exec(offset) ?? []
  return size !== '' && Number(size) >= (unit.endsWith('em') ? 50 : 500)
}

/** Cut to nothing, for those who have the page read to them. */
function isClipped(style: Style): boolean {
  if (/^rect\((?:\s*[01](?:px)?[\s,]*){4}\)/.test(style('clip'))) return true
  if (/^inset\(\s*(?:50|100)%\s*\)/.test(style('clip-path'))) return true
  const isSpeck = /^[01](?:px)?$/.test(style('width')) && /^[01](?:px)?$/.test(style('height'))
  return isSpeck && /^(?:hidden|clip)/.test(style('overflow'))
}

/** White, with nothing coloured behind it, and nothing in it that says otherwise. */
function isWhiteOnWhite(element: Element, styles: (element: Element) => Style): boolean {
  if (!isWhite(element, styles(element)) || !isOnWhite(element, styles)) return false
  for (const inner of elementsIn(element)) if (setsColour(inner, styles(inner))) return false
  return true
}

const white =
  /^(?:#f{3,4}|#f{6}(?:f{2})?|white|transparent|rgba?\(\s*255[\s,]+255[\s,]+255\s*(?:[,/][^)]*)?\)|rgba\([^)]*[,/]\s*0?\.?0+\s*\))$/

/** Whether an element itself says that its letters are white, or none. */
function isWhite(element: Element, style: Style): boolean {
  return white.test(colourOf(element, style))
}

/** Whether neither an element nor what it stands in has a colour or a picture behind its letters. */
function isOnWhite(element: Element, styles: (element: Element) => Style): boolean {
  for (let at: Element | undefined = element; at; at = parentOf(at))
    if (isFilled(at, styles(at))) return false
  return true
}

/** Whether an element has a colour of its own, other than white, or one behind it. */
function setsColour(element: Element, style: Style): boolean {
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
