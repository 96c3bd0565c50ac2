import { parse } from 'parse5'
import { BadInput } from '#data/model/bad-input.ts'
import type { Format } from './format.ts'
import { type Element, isElement, isText } from './html/nodes.ts'
import type { Locate } from './html/place-text.ts'
import { readBlocks } from './html/read-blocks.ts'
import { placed } from './text/placed-text.ts'

/**
 * Word documents. A line is a paragraph of the document, counted from 1, empty ones and those in tables included;
 * a column is a character of the paragraph.
 */
export const docx: Format = {
  id: 'docx',
  endings: ['docx', 'docm'],
  recognises: ({ entries }) => entries.includes('word/document.xml'),
  read: async (bytes, name) => {
    const tree = parse(await toHtml(bytes, name))
    const body = tree.childNodes.find(isElement)?.childNodes.filter(isElement).at(-1)
    return [{ particulars: {}, pieces: body ? readBlocks(body, locateInParagraphs(body)) : [] }]
  },
}

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  ...[1, 2, 3, 4].map((rank) => `p[style-name='标题 ${rank}'] => h${rank}:fresh`),
]

async function toHtml(bytes: Uint8Array, name: string): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    const options = { styleMap, convertImage, ignoreEmptyParagraphs: false }
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value
  } catch {
    throw new BadInput(`${name}: 不是完整的 docx 文件，请重新下载或另存`)
  }
}

function locateInParagraphs(body: Element): Locate {
  const places = new Map<object, { line: number; column: number }>()
  let line = 0
  let column = 1
  const visit = (element: Element) => {
    if (/^(?:p|li|h[1-6])$/.test(element.tagName)) {
      line++
      column = 1
    }
    for (const child of element.childNodes) {
      if (isElement(child)) visit(child)
      else if (isText(child)) {
        places.set(child, { line, column })
        column += child.value.length
      }
    }
  }
  visit(body)
  return (node) => {
    const { line = 1, column = 1 } = places.get(node) ?? {}
    return placed(node.value, line, column)
  }
}
