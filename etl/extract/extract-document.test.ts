import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import type { Document } from '../document.ts'
import { extractDocument } from './extract-document.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))

const documentOf = (text: string): Document => ({
  id: 'x',
  format: 'text',
  unread: [],
  articles: [
    {
      title: '',
      publisher: '',
      published: '2024-05-28',
      url: '',
      line: 1,
      blocks: [{ kind: 'paragraph', text, places: [{ offset: 0, line: 1, column: 1 }] }],
    },
  ],
})

const words = [
  '软件业务收入',
  '同比',
  '增长',
  '占',
  '的',
  '、',
  '分别',
  '（',
  '）',
  '《',
  '3%',
  '2亿元',
  '1—2',
  '东部',
  '，',
  '。',
  '由',
  '比',
]

describe('reading a document', () => {
  test('is the same every time', () => {
    const text = '1—4月份，软件业务收入3.8万亿元，同比增长11.6%。'
    expect(extractDocument(documentOf(text), lexicon)).toEqual(extractDocument(documentOf(text), lexicon))
  })

  test('takes every quote and its number from the text as it stands', () => {
    const text = '1—4 月份，软件业务收入 3.8 万亿元，同比增长 11.6%。'
    for (const { quote, value } of extractDocument(documentOf(text), lexicon).rows) {
      expect(text).toContain(quote)
      expect(quote).toContain(value)
    }
  })

  test('never throws, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), (parts) => {
        extractDocument(documentOf(parts.join('')), lexicon)
      }),
    )
  })
})

test('a very long article gives the figures of its title once, and its time to all parts', () => {
  const place = [{ offset: 0, line: 1, column: 1 }]
  const filler = { kind: 'paragraph', text: '各地情况良好。'.repeat(200), places: place } as const
  const last = { kind: 'paragraph', text: '软件业务收入38027亿元。', places: place } as const
  const article = {
    title: '2024年1—4月软件业务收入增长11.6%',
    publisher: '',
    published: '2024-05-30',
    url: '',
    line: 1,
    blocks: [...Array.from({ length: 500 }, () => filler), last],
  }
  const { rows } = extractDocument({ id: 'a', format: 'text', articles: [article], unread: [] }, lexicon)
  expect(rows.map(({ period, value }) => [period, value])).toEqual([
    ['2024-01/2024-04', '11.6'],
    ['2024-01/2024-04', '38027'],
  ])
})

test('numbers in parentheses within parentheses are refused, so that they are counted', () => {
  const text =
    '2025年1—4月，软件业务收入140亿元（其中软件产品26亿元（同比增长9.2%（可比口径为8.1%）），信息技术服务77亿元（占55%））。'
  const { rows, refusals } = extractDocument(documentOf(text), lexicon)
  expect(rows.map(({ value }) => value)).toEqual(['140', '26', '77'])
  expect(refusals.map(({ because, number }) => [because, number?.value])).toEqual([
    ['no-subject', '9.2'],
    ['no-subject', '8.1'],
    ['no-subject', '55'],
  ])
})
