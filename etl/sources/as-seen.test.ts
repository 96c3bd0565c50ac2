import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '#etl/document.ts'
import { type PdfPiece, type PdfText, pdfFile } from '../../tests/support/pdf-file.ts'
import { sheetFile, sheetRow } from '../../tests/support/sheet-file.ts'
import { wordFile, wordParagraph } from '../../tests/support/word-file.ts'
import { readDocument } from './read-document.ts'

/** A sentence in parts that look different. */
type Part = string | { readonly struck: string } | { readonly hidden: string } | { readonly raised: string }

interface Way {
  readonly name: string
  write(parts: readonly Part[]): Uint8Array | Promise<Uint8Array>
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** How a way of writing marks each look, as what stands before and behind the text. */
interface Marks {
  readonly struck: string
  readonly hidden: string
  readonly raised: string
  readonly head?: string
}

const marked = (parts: readonly Part[], marks: Marks) =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part
      const [[look, text = ''] = ['struck']] = Object.entries(part)
      return marks[look as 'struck'].replace('…', text)
    })
    .join('')

const html = (name: string, marks: Marks): Way => ({
  name: `${name}.html`,
  write: (parts) =>
    bytesOf(
      `<!doctype html><html><head><meta charset="utf-8">${marks.head ?? ''}</head><body><h1>软件业运行情况</h1><p>${marked(parts, marks)}</p></body></html>`,
    ),
})

const lines = (name: string, marks: Marks): Way => ({
  name,
  write: (parts) => bytesOf(`# 软件业运行情况\n\n${marked(parts, marks)}\n`),
})

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

const wordStyles = [
  ['base', '<w:strike/>', ''],
  ['old', '', 'base'],
  ['gone', '<w:vanish/>', ''],
  ['note', '<w:vertAlign w:val="superscript"/>', ''],
  ['ghost', '<w:color w:val="ffffff"/>', ''],
].map(
  ([id, properties, base]) =>
    `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/>${base ? `<w:basedOn w:val="${base}"/>` : ''}<w:rPr>${properties}</w:rPr></w:style>`,
)

const word = (name: string, marks: Marks): Way => ({
  name: `${name}.docx`,
  write: (parts) => {
    const plain = parts.map((part) =>
      typeof part === 'string' ? `<w:ins w:id="2">${run(part)}</w:ins>` : part,
    )
    return wordFile(
      `${wordParagraph(['软件业运行情况'], '1')}<w:p>${marked(plain as readonly Part[], marks)}</w:p>`,
      wordStyles.join(''),
    )
  },
})

/** How a PDF draws what is struck and what is hidden, around a text at a place. */
interface Drawn {
  strike(x: number, width: number): string
  hide(text: PdfText): readonly PdfPiece[]
}

const size = 8
const foot = 700
const widthOf = (text: string, height: number) =>
  [...text].reduce((sum, character) => sum + (character < '\u2e80' ? 0.5 : 1) * height, 0)

const lookAndText = (part: Part): readonly [string, string] =>
  typeof part === 'string' ? ['plain', part] : (Object.entries(part)[0] ?? ['plain', ''])

/** What a part draws at a place, and how much room it takes; what is hidden takes none. */
function drawPart(
  part: Part,
  x: number,
  { strike, hide }: Drawn,
): { pieces: readonly PdfPiece[]; width: number } {
  const [look, text] = lookAndText(part)
  const raised = look === 'raised'
  const placed = { text, x, y: raised ? foot + 3 : foot, size: raised ? 5 : size }
  const width = widthOf(text, placed.size)
  if (look === 'hidden') return { pieces: hide(placed), width: 0 }
  return { pieces: look === 'struck' ? [placed, { draw: strike(x, width) }] : [placed], width }
}

const pdf = (name: string, drawn: Drawn): Way => ({
  name: `${name}.pdf`,
  write: (parts) => {
    let x = 30
    const pieces = parts.flatMap((part) => {
      const { pieces, width } = drawPart(part, x, drawn)
      x += width
      return pieces
    })
    return pdfFile([[{ text: '软件业运行情况', x: 200, y: 780, size: 14 }, ...pieces]])
  },
})

/** A cell has no hidden stretches: what is hidden is a row or a column. */
const cells = (name: string): Way => ({
  name: `${name}.xlsx`,
  write: (parts) => {
    const looks = {
      struck: '<r><rPr><strike/></rPr><t>…</t></r>',
      hidden: '',
      raised: '<r><rPr><vertAlign val="superscript"/></rPr><t>…</t></r>',
    }
    const runs = parts.map((part) =>
      typeof part === 'string' ? `<r><t xml:space="preserve">${part}</t></r>` : part,
    )
    return sheetFile({
      rows: `${sheetRow(1, ['软件业运行情况'])}<row r="3"><c r="A3" t="s"><v>0</v></c></row>`,
      shared: `<si>${marked(runs, looks)}</si>`,
    })
  },
})

const inline = (style: string) => `<span style="${style}">…</span>`
const tags: Marks = { struck: '<del>…</del>', hidden: '<span hidden>…</span>', raised: '<sup>…</sup>' }

const ways: readonly Way[] = [
  html('tags', tags),
  html('other tags', {
    struck: '<s><b>…</b></s>',
    hidden: inline('display:none'),
    raised: '<sup><a href="#a">…</a></sup>',
  }),
  html('old tags', {
    struck: '<strike>…</strike>',
    hidden: inline('visibility: hidden'),
    raised: '<a href="#a"><span style="vertical-align:super">…</span></a>',
  }),
  html('styles', {
    struck: inline('color:red;text-decoration: line-through'),
    hidden: inline('font-size:0'),
    raised: inline('vertical-align: super; font-size: 8pt'),
  }),
  html('classes', {
    head: `<style>/* a */ p .old { text-decoration-line: line-through } @media print { .seen { display: none } }
      .gone, div.gone > b { color: red; display: none !important } span.note { vertical-align: 4px; font-size: 60% }</style>`,
    struck: '<span class="old">…</span>',
    hidden: '<b class="gone" style="display:inline">…</b>',
    raised: '<span class="seen"><span class="note">…</span></span>',
  }),
  html('places', {
    struck: '<del>…</del>',
    hidden: inline('position:absolute;left:-9999px'),
    raised: inline('position:relative;top:-.5em;font-size:70%'),
  }),
  html('lifted', {
    head: '<style>.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0) }</style>',
    struck: '<del>…</del>',
    hidden: '<span class="sr">…</span>',
    raised: inline('font-size:9px;top:-4px'),
  }),
  html('opacity', {
    struck: '<del>…</del>',
    hidden: inline('opacity: 0'),
    raised: inline('position:relative;bottom:0.4em'),
  }),
  html('ruby', {
    struck: '<del>…</del>',
    hidden: '<ruby><rp>（</rp><rt>…</rt><rp>）</rp></ruby>',
    raised: '<sup>…</sup>',
  }),
  ...['#fff', '#FFFFFF', 'white', 'rgb(255, 255, 255)'].map((colour) =>
    html(colour, {
      struck: '<del>…</del>',
      hidden: `${inline(`color:${colour}`)}`,
      raised: '<sup>…</sup>',
    }),
  ),
  html('white by class', {
    head: '<style>.ghost { color: #fff } body { background: #ffffff }</style>',
    struck: '<del>…</del>',
    hidden: '<b class="ghost">…</b>',
    raised: '<sup>…</sup>',
  }),
  html('white font', {
    struck: '<del>…</del>',
    hidden: '<font color="#FFFFFF">…</font>',
    raised: '<sup>…</sup>',
  }),
  html('names', {
    struck: '<span class="line-through">…</span>',
    hidden: '<i hidden="">…</i>',
    raised: '<span class="footnote-ref">…</span>',
  }),
  word('runs', {
    struck: run('…', '<w:strike/>'),
    hidden: run('…', '<w:vanish/>'),
    raised: run('…', '<w:vertAlign w:val="superscript"/>'),
  }),
  word('styles', {
    struck: run('…', '<w:rStyle w:val="old"/>'),
    hidden: run('…', '<w:rStyle w:val="gone"/>'),
    raised: run('…', '<w:rStyle w:val="note"/>'),
  }),
  word('revisions', {
    struck: `<w:del w:id="1"><w:r><w:delText>…</w:delText></w:r></w:del>`,
    hidden: run('…', '<w:sz w:val="2"/>'),
    raised: run('…', '<w:sz w:val="14"/><w:position w:val="6"/>'),
  }),
  word('notes', {
    struck: run('…', '<w:dstrike w:val="true"/>'),
    hidden: run('…', '<w:vanish w:val="1"/>'),
    raised: '<w:r><w:footnoteReference w:id="…"/></w:r>',
  }),
  word('white letters', {
    struck: run('…', '<w:strike/>'),
    hidden: run('…', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="auto"/>'),
    raised: run('…', '<w:vertAlign w:val="superscript"/>'),
  }),
  word('a white style', {
    struck: run('…', '<w:strike/>'),
    hidden: run('…', '<w:rStyle w:val="ghost"/>'),
    raised: run('…', '<w:vertAlign w:val="superscript"/>'),
  }),
  cells('runs'),
  pdf('thin rectangles', {
    strike: (x, width) => `${x} ${foot + 2.5} ${width} 0.5 re f`,
    hide: (text) => [{ ...text, set: '3 Tr' }],
  }),
  pdf('lines', {
    strike: (x, width) => `0.5 w ${x} ${foot + 3} m ${x + width} ${foot + 3} l S`,
    hide: (text) => [{ ...text, set: '1 1 1 rg' }],
  }),
  pdf('moved drawings', {
    strike: (x, width) => `q 2 0 0 2 ${x} ${foot + 2} cm 0 0.5 m ${width / 2} 0.5 l S Q`,
    hide: (text) => [
      text,
      { draw: `q 0 0 0 rg ${text.x - 1} ${text.y - 2} ${widthOf(text.text, size) + 2} ${size + 2} re f Q` },
    ],
  }),
  pdf('off the page', {
    strike: (x, width) => `${x} ${foot + 3} ${width} 0.4 re B`,
    hide: (text) => [{ ...text, x: 700 }],
  }),
  lines('tildes.md', { struck: '~~…~~', hidden: '<!-- … -->', raised: '<sup>…</sup>' }),
  lines('tags.md', { ...tags, hidden: inline('display:none') }),
  lines('notes.md', { struck: '<s>…</s>', hidden: '<!--…-->', raised: '[^…]' }),
  lines('tags.txt', { ...tags, hidden: inline('display:none') }),
  lines('brackets.txt', { struck: '~~…~~', hidden: inline('display:none'), raised: '〔…〕' }),
]

const textOf = ({ articles }: Document) =>
  articles
    .flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'table' ? '' : block.text)))
    .join('\n')

const read = async (way: Way, parts: readonly Part[]) => readDocument(await way.write(parts), way.name)
const figure = fc.integer({ min: 1, max: 99_999 }).map(String)
const mark = fc.integer({ min: 1, max: 19 }).map(String)

describe.each(ways.map((way) => [way.name, way] as const))('in %s', (_, way) => {
  test('a reader sees the new number only, and so do we', () =>
    fc.assert(
      fc.asyncProperty(figure, figure, mark, async (old, now, note) => {
        const document = await read(way, [
          '1—4月份，软件业务收入',
          { struck: old },
          `${now}亿元`,
          { raised: note },
          '，同比增长',
          { hidden: `${old}%` },
          '11.6%',
          { raised: note },
          '。利润总额',
          { raised: note },
          `${now}亿元，占地2km²。`,
        ])
        expect(textOf(document)).toContain(
          `1—4月份，软件业务收入${now}亿元，同比增长11.6%。利润总额${now}亿元，占地2km²。`,
        )
        expect(document.unread.map(({ what }) => what)).toEqual([
          `划去的文字 1 处未读：${old}`,
          ...(way.name.endsWith('.xlsx') ? [] : [`隐藏的文字 1 处未读：${old}%`]),
        ])
      }),
      { numRuns: 25 },
    ))

  test('nothing is said where nothing is left out', async () => {
    const document = await read(way, ['软件业务收入38027亿元，1~~4月增长11.6%。'])
    expect(textOf(document)).toContain('软件业务收入38027亿元')
    expect(document.unread).toEqual([])
  })
})

describe('what a page shows is read', () => {
  const seen = [
    ['white on blue', '<p style="color:#fff;background:#0052d9">…</p>'],
    [
      'white in a blue part',
      '<div style="background-color:#0052d9"><p><b style="color:white">…</b></p></div>',
    ],
    ['white in a blue table', '<table bgcolor="#0052d9"><tr><td style="color:#fff">…</td></tr></table>'],
    ['black in white', '<div style="color:#fff"><p style="color:#333">…</p></div>'],
    ['half seen', '<p style="opacity:0.5">…</p>'],
    ['a little to the left', '<p style="position:relative;left:-20px;text-indent:-2em">…</p>'],
  ] as const
  test.each(seen)('%s', async (_, marks) => {
    const page = `<!doctype html><body><h1>软件业运行情况</h1>${marks.replace('…', '软件业务收入38027亿元。')}</body>`
    const document = await readDocument(bytesOf(page), 'a.html')
    expect(textOf(document)).toContain('软件业务收入38027亿元')
    expect(document.unread).toEqual([])
  })

  test('the base of ruby, without how it is said', async () => {
    const page =
      '<body><h1>软件业运行情况</h1><p><ruby>收入<rp>(</rp><rt>shōu rù</rt><rp>)</rp></ruby>38027亿元。</p></body>'
    expect(textOf(await readDocument(bytesOf(page), 'a.html'))).toContain('收入38027亿元')
  })
})

describe('white letters in Word are read', () => {
  const fill = '<w:shd w:val="clear" w:color="auto" w:fill="0052D9"/>'
  const letters = (properties = '') =>
    run('软件业务收入38027亿元。', `<w:color w:val="FFFFFF"/>${properties}`)
  const cell = (of: string, table: string) =>
    `<w:tbl><w:tblPr>${table}</w:tblPr><w:tr><w:tc><w:tcPr>${of}</w:tcPr><w:p>${letters()}</w:p></w:tc></w:tr></w:tbl>`
  const seen = [
    ['shaded', `<w:p>${letters(fill)}</w:p>`],
    ['highlighted', `<w:p>${letters('<w:highlight w:val="blue"/>')}</w:p>`],
    ['in a shaded paragraph', `<w:p><w:pPr>${fill}</w:pPr>${letters()}</w:p>`],
    ['in a shaded cell', cell(fill, '')],
    [
      'in a text box',
      `<w:p><w:r><w:pict><w:txbxContent><w:p>${letters()}</w:p></w:txbxContent></w:pict></w:r></w:p>`,
    ],
    ['in a table of a style that shades', cell('', '<w:tblStyle w:val="banded"/>')],
  ] as const
  const banded = `<w:style w:type="table" w:styleId="banded"><w:name w:val="banded"/><w:tblStylePr w:type="firstRow"><w:tcPr>${fill}</w:tcPr></w:tblStylePr></w:style>`
  test.each(seen)('%s', async (_, body) => {
    const bytes = wordFile(`${wordParagraph(['软件业运行情况'], '1')}${body}`, banded)
    const document = await readDocument(bytes, 'a.docx')
    expect(JSON.stringify(document.articles)).toContain('软件业务收入38027亿元')
    expect(document.unread).toEqual([])
  })
})
