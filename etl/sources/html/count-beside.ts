import { type Element, isElement, isText } from './nodes.ts'

const besideTags = new Set(['nav', 'footer', 'aside'])
/** A number with a unit that figures have; pages, dates and numbers of telephones have none of these. */
const measured =
  /(?<![\d,.])\d(?:[\d,]*\d)?(?:\.\d+)?\s?(?:[%％‰]|个?百分点|[万亿]|(?:美|港|欧)?元|[户家个件部台座条人吨]|公里|[GTP]B|[kMGTP]bps)/g

const silentTags = new Set(['script', 'style', 'template', 'noscript'])

/** How many numbers with units stand beside the text of a page: in its menus, footers and sidebars. */
export function countBeside(body: Element): number {
  const open = [{ element: body, isBeside: false }]
  let count = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const isBeside = next.isBeside || besideTags.has(next.element.tagName)
    for (const child of next.element.childNodes) {
      if (isText(child) && isBeside) count += countIn(child.value)
      if (isElement(child) && !silentTags.has(child.tagName)) open.push({ element: child, isBeside })
    }
  }
  return count
}

const countIn = (text: string) => text.match(measured)?.length ?? 0
