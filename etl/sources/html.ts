import { checkSize, countSigns } from './check-size.ts'
import type { Format } from './format.ts'
import { readPage } from './html/read-page.ts'
import { decode } from './text/decode.ts'

const opening = /^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i

/** Web pages, their menus and scripts left out. Lines are those of the page source. */
export const html: Format = {
  id: 'html',
  endings: ['html', 'htm', 'shtml', 'xhtml'],
  recognises: ({ text, ending }) =>
    opening.test(text) || (html.endings.includes(ending) && /<[a-z]/i.test(text)),
  read: async (bytes, name) => {
    const page = decode(bytes, name)
    checkSize(countSigns(page, '<'), name)
    return [readPage(page)]
  },
}
