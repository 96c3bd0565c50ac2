import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '#etl/document.ts'
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
  html('names', {
    struck: '<span class="line-through">…</span>',
    hidden: '<i hidden="">…</i>',
    raised: '<span class="footnote-ref">…</span>',
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
          `隐藏的文字 1 处未读：${old}%`,
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
