import { type Element, isElement, isSkipped, isText, type Node } from './nodes.ts'

/** How many characters of text an element holds that are no links, and how many of them in sentences. */
interface Weight {
  readonly text: number
  readonly sentences: number
}

/** How much of the text a part must hold to be followed further. */
const share = 0.7

const deepest = 300

/** The part of a page that holds its text: from the body down as long as one part holds nearly all of it. */
export function findMain(body: Element): Element {
  const weights = new Map<Element, Weight>()
  weigh(body, weights, 0)
  let main = body
  for (let next = heaviest(main, weights); next; next = heaviest(main, weights)) main = next
  return main
}

/** The child to follow: no paragraph, and with no sentences beside it. */
function heaviest(parent: Element, weights: ReadonlyMap<Element, Weight>): Element | undefined {
  const own = weights.get(parent) ?? none
  const followed = parent.childNodes
    .filter(isElement)
    .find((child) => (weights.get(child) ?? none).text >= share * own.text)
  if (
    !followed ||
    own.text === 0 ||
    !/^(?:div|section|article|main|center|form|td|tr|tbody|table|body)$/.test(followed.tagName)
  )
    return undefined
  const weight = weights.get(followed) ?? none
  if (followed.tagName === 'table' && weight.sentences < 0.5 * weight.text) return undefined
  return own.sentences - weight.sentences > 30 ? undefined : followed
}

const none: Weight = { text: 0, sentences: 0 }

function weigh(node: Node, weights: Map<Element, Weight>, depth: number): Weight {
  if (isText(node)) return weightOf(node.value.trim())
  if (!isElement(node) || node.tagName === 'a' || isSkipped(node) || depth > deepest) return none
  let text = 0
  let sentences = 0
  for (const child of node.childNodes) {
    const weight = weigh(child, weights, depth + 1)
    text += weight.text
    sentences += weight.sentences
  }
  weights.set(node, { text, sentences })
  return { text, sentences }
}

function weightOf(text: string): Weight {
  const isImprint = /版权|备案|ICP|邮编|地址：|主办单位|承办|维护/.test(text)
  return {
    text: text.length,
    sentences: text.length >= 20 && /[。，；]/.test(text) && !isImprint ? text.length : 0,
  }
}
