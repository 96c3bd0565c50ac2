import { parse } from 'parse5'
import { checkSize, countSigns } from './check-size.ts'
import type { Format } from './format.ts'
import { type Element, isElement, isText } from './html/nodes.ts'
import type { Locate } from './html/place-text.ts'
import { readBlocks } from './html/read-blocks.ts'
import { takeOutUnseen } from './html/take-out-unseen.ts'
import { placed } from './text/placed-text.ts'
import { type WordParts, wordToHtml } from './word/word-to-html.ts'
import { readPackage } from './xml/read-package.ts'
import { openZip } from './zip.ts'

/**
 * Word documents. A line is a paragraph of the document, counted from 1, empty ones and those in tables and text boxes
 * included; a column is a character of the paragraph.
 */
export const docx: Format = {
  id: 'docx',
  endings: ['docx', 'docm'],
  recognises: ({ entries }) => entries.includes('word/document.xml'),
  read: async (bytes, name) => {
    const parts = partsOf(bytes, name)
    const { html, unread } = readPackage(name, 'docx', () => wordToHtml(parts))
    checkSize(countSigns(html, '<'), name)
    const root = parse(html).childNodes.find(isElement)
    if (!root) return []
    const locate = locateInParagraphs(root)
    const leftOut = takeOutUnseen(root, locate)
    return [{ particulars: {}, pieces: readBlocks(root, locate), unread: [...leftOut, ...unread] }]
  },
}

function partsOf(bytes: Uint8Array, name: string): WordParts {
  const zip = openZip(bytes, name)
  const part = (path: string) => zip?.text(`word/${path}.xml`)
  return {
    document: part('document') ?? '',
    styles: part('styles'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
  }
}

function locateInParagraphs(root: Element): Locate {
  const places = new Map<object, { line: number; column: number }>()
  let line = 0
  let column = 1
  const visit = (element: Element) => {
    if (/^(?:p|h[1-6])$/.test(element.tagName)) {
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
  visit(root)
  return (node) => {
    const { line = 1, column = 1 } = places.get(node) ?? {}
    return placed(node.value, line, column)
  }
}
