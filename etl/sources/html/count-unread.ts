import { attribute, type Element, isElement, isSkipped, isText } from './nodes.ts'

/** In pixels: what is smaller is a sign or a button. */
const least = 100

const decoration = /(?:icon|logo|qr|ewm|arrow|btn|button|share|weixin|wechat|blank|loading|avatar)/i

/** How many pictures of a part of a page may hold a table or text. */
export function countPictures(main: Element): number {
  const open: Element[] = [main]
  let count = 0
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.tagName === 'img' && mayHoldText(element)) count++
    for (const child of element.childNodes) if (isElement(child) && !isSkipped(child)) open.push(child)
  }
  return count
}

function mayHoldText(image: Element): boolean {
  const style = attribute(image, 'style')
  const sizes = ['width', 'height'].map((name) => {
    const given =
      attribute(image, name) || (new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([\\d.]+)px`).exec(style)?.[1] ?? '')
    return given === '' || given.includes('%') ? Number.POSITIVE_INFINITY : Number.parseFloat(given)
  })
  const names = `${attribute(image, 'src')} ${attribute(image, 'class')} ${attribute(image, 'id')}`
  return sizes.every((size) => !(size < least)) && attribute(image, 'src') !== '' && !decoration.test(names)
}

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
