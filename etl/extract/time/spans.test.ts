import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { readDocument } from '../../sources/read-document.ts'
import { extractDocument } from '../extract-document.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))

/** The period, or the reason of the refusal, of what is said after the words; the text came out on 2025-01-20. */
async function readAfter(words: string): Promise<string> {
  const text = `软件业运行情况\n发布时间：2025-01-20\n${words}，软件业务收入38027亿元。\n`
  const { rows, refusals } = extractDocument(
    await readDocument(new TextEncoder().encode(text), 'text.txt'),
    lexicon,
  )
  const read = [
    ...rows.map(({ period, status, value }) => `${period} ${status} ${value}`),
    ...refusals.map(({ because }) => because),
  ]
  return read.join(' | ')
}

const joiners = ['—', '——', '-', '--', '–', '－', '~', '～', '至', '到', '一']
const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const two = (month: number) => String(month).padStart(2, '0')
const spell = (year: number, last: number) =>
  last === 12 ? `${year}` : last === 3 ? `${year}-Q1` : `${year}-01/${year}-${two(last)}`

const joiner = fc.constantFrom(...joiners)
const later = fc.integer({ min: 2, max: 12 })

describe('two times with any sign or word between them', () => {
  test('are the months they cover', () =>
    fc.assert(
      fc.asyncProperty(joiner, later, fc.constantFrom('', '月', '月份'), async (join, last, month) => {
        expect(await readAfter(`2024年1${month}${join}${last}月份`)).toBe(`${spell(2024, last)} actual 38027`)
      }),
    ))

  test('are refused where the sign between them is lost', async () => {
    for (const lost of ['?', '？', '！', '丨', '丶', '\ufffd', '·', '∽', ''])
      expect(await readAfter(`2024年1${lost}4月`)).toBe('odd-span')
  })

  test('are the months they cover where numerals say which', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom('至', '到', '—'), later, async (join, last) => {
        expect(await readAfter(`2024年一${join}${numerals[last]}月`)).toBe(
          `${spell(2024, last)} actual 38027`,
        )
      }),
    ))

  test('are quarters from the first on, and refused from any other', () =>
    fc.assert(
      fc.asyncProperty(
        joiner.filter((join) => join !== '一'),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(numerals, ['', '1', '2', '3', '4']),
        async (join, from, digits) => {
          const read = await readAfter(`2024年${digits[from]}${join}${digits[from + 1]}季度`)
          const so = `${spell(2024, 3 * (from + 1))} actual 38027`
          expect(read).toBe(from === 1 ? so : 'odd-span')
        },
      ),
    ))

  test('are the months whose first and last day they name, and else refused', () =>
    fc.assert(
      fc.asyncProperty(
        joiner.filter((join) => join !== '一'),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        async (join, month, day) => {
          const last = new Date(Date.UTC(2024, month, 0)).getUTCDate()
          const read = await readAfter(`2024年1月1日${join}${month}月${Math.min(day, last)}日`)
          const so = month === 1 ? '2024-01' : spell(2024, month)
          expect(read).toBe(day >= last ? `${so} actual 38027` : 'odd-span')
        },
      ),
    ))

  test('are refused over a new year', () =>
    fc.assert(
      fc.asyncProperty(joiner, later, fc.integer({ min: 1, max: 12 }), async (join, from, to) => {
        expect(await readAfter(`2023年${from}月${join}2024年${to}月`)).toBe('odd-span')
      }),
    ))

  test('are refused where the sign joins no times', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom('/', '·', '→', '+', '&'), later, async (sign, last) => {
        expect(await readAfter(`1${sign}${last}月`)).toBe('odd-span')
      }),
    ))
})

test.each([
  ['2024年一、二季度', '2024-01/2024-06 actual 38027'],
  ['2024年第一、第二和第三季度', '2024-01/2024-09 actual 38027'],
  ['2024年四月份', '2024-04 actual 38027'],
  ['一、三季度', 'odd-span'],
  ['1、2月份', 'odd-span'],
  ['七、八月份', 'odd-span'],
  ['6月和7月', 'odd-span'],
  ['上半年至下半年', 'odd-span'],
  ['去年12月至今年3月', 'odd-span'],
  ['2023年底至2024年6月末', 'odd-span'],
  ['2023年至2024年3月', 'odd-span'],
  ['1月末至4月末', 'odd-span'],
  ['10月1日至7日', 'odd-span'],
  ['2024/1/1-2024/4/30', '2024-01/2024-04 actual 38027'],
  ['2024年1月1日起至9月30日止', '2024-01/2024-09 actual 38027'],
  ['2024年1&mdash;4月', '2024-01/2024-04 actual 38027'],
  ['24年1——4月', '2024-01/2024-04 actual 38027'],
  ['12月28日至30日，大会在贵阳举行', 'no-period'],
])('after %s: %s', async (words, read) => {
  expect(await readAfter(words)).toBe(read)
})
