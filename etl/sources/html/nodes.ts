import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

export type Element = Tree.Element
export type Node = Tree.ChildNode

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function isText(node: Node): node is Tree.TextNode {
  return node.nodeName === '#text'
}

export function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? ''
}

/** The element that a node stands in. */
export function parentOf({ parentNode }: Node): Element | undefined {
  return parentNode && 'tagName' in parentNode ? parentNode : undefined
}

/** Deeper than this nothing is read; pages made by people stay far above it. */
const deepest = 300

/** The elements below a node, in the order of the page. */
export function* elementsIn(parent: Tree.ParentNode, depth = 0): Generator<Element> {
  if (depth > deepest) return
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue
    yield child
    yield* elementsIn(child, depth + 1)
  }
}

/** The texts below a node, in the order of the page. */
export function* textsIn(parent: Tree.ParentNode, depth = 0): Generator<Tree.TextNode> {
  if (depth > deepest) return
  for (const child of parent.childNodes) {
    if (isText(child)) yield child
    else if (isElement(child)) yield* textsIn(child, depth + 1)
  }
}

/** The text below a node as it stands. */
export function rawText(node: Node, depth = 0): string {
  if (isText(node)) return node.value
  if (!isElement(node) || depth > deepest) return ''
  return node.childNodes.map((child) => rawText(child, depth + 1)).join('')
}

const skippedTags = new Set(
  'script style noscript template nav footer aside button select option input textarea iframe object svg math audio video canvas head title'.split(
    ' ',
  ),
)
const skippedNames =
  /(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|breadcrumbs?|crumbs?|share|sidebar|related|recommend|copyright|qr-?code|pagination|pager|toolbar|print|advert|ads?)(?:$|[\s_-])/i

/** Whether an element is no part of what a page has to say. */
export function isSkipped(element: Element): boolean {
  if (skippedTags.has(element.tagName)) return true
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`
  return skippedNames.test(names) && !['body', 'html', 'main', 'article'].includes(element.tagName)
}

const blockTags = new Set(
  'address article blockquote body center dd details dialog div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody tfoot thead td th tr ul caption'.split(
    ' ',
  ),
)

export function isBlock(element: Element): boolean {
  return blockTags.has(element.tagName)
}
