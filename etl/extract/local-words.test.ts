import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { normalize } from '#data/language/normalize.ts'
import currencies from '#data/language/vocabulary/currencies.json' with { type: 'json' }
import local from '#data/language/vocabulary/local.json' with { type: 'json' }
import { readDocument } from '../sources/read-document.ts'
import { extractDocument } from './extract-document.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))

async function read(sentence: string) {
  const text = `2024年1—4月业务运行情况\n发布时间：2024-05-30\n${sentence}\n`
  return extractDocument(await readDocument(new TextEncoder().encode(text), 'text.txt'), lexicon)
}

describe('a word of Taiwan or Hong Kong', () => {
  test.each(Object.entries(local.anywhere))('%s is %s in any text', (word, mainland) => {
    expect(normalize(`截至4月末，${word}`).text).toContain(mainland)
  })

  test.each(Object.entries(local.traditional))(
    '%s is %s in traditional characters only',
    (word, mainland) => {
      expect(normalize(`數據顯示，${word}`).text).toContain(mainland)
      expect(normalize(`有关情况，${word}`).text).toContain(word)
    },
  )

  test('keeps its place, and all around it theirs', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(local.anywhere)),
        fc.array(fc.constantFrom(...'國業電約達（）3.8%'), { maxLength: 12 }),
        ([word, mainland], around) => {
          const before = around.join('')
          const source = `${before}${word}收入`
          const { text, at } = normalize(source)
          const start = text.lastIndexOf(mainland)
          expect(at[start]).toBe(before.length)
          expect(at[start + mainland.length - 1]).toBe(before.length + word.length - 1)
          expect(at[start + mainland.length]).toBe(before.length + word.length)
          expect(at.length).toBe(text.length + 1)
        },
      ),
    ))

  test.each([
    ['今年增長11.6%，軟件', '今年增长11.6%'],
    ['2023年增11.6%，電信', '2023年增11.6%'],
    ['年增11.6%，電信', '同比增长11.6%'],
    ['月減2%，電信', '环比下降2%'],
    ['軟體收入3.8兆元', '软件收入3.8万亿元'],
    ['收入3.8兆元', '收入3.8兆元'],
    ['收入3.8兆元，電信', '收入3.8兆元'],
    ['电信100兆宽带', '100兆宽带'],
  ])('%s is read as %s', (source, words) => {
    expect(normalize(source).text).toContain(words)
  })
})

test('10¹² is believed only beside words of Taiwan, and else refused by name', async () => {
  const { rows, refusals } = await read('软件业务收入3.8兆元。')
  expect(rows).toEqual([])
  expect(refusals.map(({ because }) => because)).toEqual(['unit-does-not-fit'])
})

test.each(currencies)('an amount in %s is no amount in yuan', async (currency) => {
  for (const unit of [currency, `元${currency}`]) {
    const { rows, refusals } = await read(`软件业务收入538亿${unit}。`)
    expect(rows).toEqual([])
    expect(refusals.map(({ because }) => because)).toEqual(['unit-does-not-fit'])
  }
})
