import { readParticulars } from './articles/imprint.ts'
import { checkSize, countSigns } from './check-size.ts'
import type { Format, Particulars } from './format.ts'
import { findHtmlTables } from './html/find-html-tables.ts'
import { findPipeTables } from './tables/find-pipe-tables.ts'
import { blankUnseen } from './text/blank-unseen.ts'
import { decode } from './text/decode.ts'
import { readLines } from './text/read-lines.ts'
import { type Line, splitLines } from './text/split-lines.ts'
import { readLineMarks } from './text/strip-marks.ts'

/** Headings, the rule of a table, links: what only Markdown has. */
const marks = /^#{1,6} \S|^\|?[ :]*-{3,}[ :]*\|[-| :]*$|^<table[\s>]|\]\(https?:/im

/** Markdown, with its headings, tables and front matter. Lines are those of the file. */
export const markdown: Format = {
  id: 'markdown',
  endings: ['md', 'markdown', 'mkd'],
  recognises: ({ text, ending }) => marks.test(text) || (markdown.endings.includes(ending) && text !== ''),
  read: async (bytes, name) => {
    const { text, unread } = blankUnseen(decode(bytes, name))
    checkSize(countSigns(text, '\n\r|<'), name)
    const { particulars, lines } = takeFrontMatter(splitLines(text))
    const tables = findHtmlTables(withHeadings(lines))
    const marked = findPipeTables(tables.items)
    const read = marked.map((line) => ('kind' in line ? line : readLineMarks(line, 'markdown')))
    return [{ particulars, pieces: readLines(read, { soft: true }), unread: [...unread, ...tables.unread] }]
  },
}

/** `title: …` and `date: …` between two lines of dashes at the very beginning. */
function takeFrontMatter(lines: readonly Line[]): { particulars: Particulars; lines: readonly Line[] } {
  const end = lines.slice(1, 40).findIndex(({ content }) => content.text === '---') + 1
  if (lines[0]?.line !== 1 || lines[0].content.text !== '---' || end === 0) return { particulars: {}, lines }
  const said = lines.slice(1, end).map(({ content }) => readParticulars(content.text.replaceAll(/["']/g, '')))
  const particulars: Particulars = Object.assign({}, ...said)
  return { particulars, lines: lines.slice(end + 1) }
}

/** A line of `=` or `-` makes the short line right above it a heading. */
function withHeadings(lines: readonly Line[]): Line[] {
  return lines.map((line, i) => {
    const { raw = '', gap = 1 } = lines[i + 1] ?? {}
    const underline =
      gap === 0 && line.content.text.length <= 80 ? /^(={2,}|-{3,})\s*$/.exec(raw)?.[1] : undefined
    return underline ? { ...line, level: underline.startsWith('=') ? 1 : 2 } : line
  })
}
