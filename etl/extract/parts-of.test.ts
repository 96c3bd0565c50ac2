import { expect, test } from 'vitest'
import type { Article, Block } from '../document.ts'
import { partsOf } from './parts-of.ts'

const paragraph = (text: string, kind: 'paragraph' | 'heading' = 'paragraph'): Block => ({
  kind,
  text,
  places: [{ offset: 0, line: 1, column: 1 }],
})
const article = (blocks: readonly Block[]): Article => ({
  title: '情况',
  publisher: '',
  published: '2024',
  url: '',
  line: 1,
  blocks,
})

test('an article of any usual length is one part', () => {
  const whole = article(Array.from({ length: 290 }, () => paragraph('字'.repeat(1000))))
  expect(partsOf(whole)).toEqual([{ article: whole, isFirst: true }])
})

test('a very long one is cut at a heading, and nothing of it is lost', () => {
  const blocks = Array.from({ length: 1000 }, (_, i) =>
    i % 100 === 50 ? paragraph(`第${i}节`, 'heading') : paragraph('字'.repeat(1000)),
  )
  const parts = partsOf(article(blocks))
  expect(parts.flatMap((part) => part.article.blocks)).toEqual(blocks)
  expect(parts.map(({ isFirst }) => isFirst)).toEqual([true, ...parts.slice(1).map(() => false)])
  expect(
    parts
      .slice(1)
      .every(({ article: { blocks, published } }) => blocks[0]?.kind === 'heading' && published === '2024'),
  ).toBe(true)
})
