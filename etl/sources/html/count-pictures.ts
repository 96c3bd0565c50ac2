import { attribute, type Element, isElement, isSkipped } from './nodes.ts'

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
