import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { scanNumber } from '#data/language/numbers.ts'
import { unreadable } from '#data/language/scanned-number.ts'
import { powerOf, toBase } from '#data/model/unit.ts'
import { readDocument } from '../sources/read-document.ts'
import { extractDocument } from './extract-document.ts'

const catalog = readCatalog('data/catalog')
const lexicon = toLexicon(catalog)

const numerals = '零一二三四五六七八九'

/** Below ten thousand: 8027 → 八千零二十七. */
function thousands(value: number): string {
  const powers = [1000, 100, 10, 1]
  const words = powers.map((power, at) => {
    const digit = Math.floor(value / power) % 10
    return digit === 0 ? '零' : `${numerals[digit]}${['千', '百', '十', ''][at]}`
  })
  return words.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^零/, '')
}

/** 三万八千零二十七. */
function inWords(value: number): string {
  const [high, low] = [Math.floor(value / 10_000), value % 10_000]
  if (high === 0) return thousands(low)
  const tail = low === 0 ? '' : `${low < 1000 ? '零' : ''}${thousands(low)}`
  return `${thousands(high)}万${tail}`
}

const fourPlaces = (value: number) => String(value).padStart(4, '0')

/** One number of 亿元 as people write it. */
const forms: Readonly<Record<string, (value: number) => string>> = {
  digits: (value) => `${value}亿元`,
  'digits in groups': (value) => `${value.toLocaleString('en-US')}亿元`,
  'digits with decimals': (value) => `${new Decimal(value).div(10_000).toFixed()}万亿元`,
  'two scales': (value) => `${Math.floor(value / 10_000)}万${fourPlaces(value % 10_000)}亿元`,
  numerals: (value) => `${inWords(value)}亿元`,
  'a bracket': (value) => `${value}亿元（人民币）`,
  'the currency behind': (value) => `${value}亿元人民币`,
}

/** The value in 元 of the level that a sentence states. */
async function levelsOf(words: string): Promise<string[]> {
  const text = `2024年1—4月份软件业经济运行情况\n发布时间：2024-05-30\n软件业务收入${words}。\n`
  const document = await readDocument(new TextEncoder().encode(text), 'text.txt')
  const yuan = catalog.units.get('CNY')
  return extractDocument(document, lexicon).rows.map(({ value, unit, qualifier }) => {
    const power = yuan && powerOf(unit, yuan)
    return `${qualifier}${power === undefined ? '?' : toBase(value, power).toFixed()}`
  })
}

const exact = (value: number) => toBase(String(value), 8).toFixed()

describe('a number is read whole, however it is written', () => {
  test.each(Object.entries(forms))('%s', (_, write) =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 10_001, max: 9_999_999 }), async (value) => {
        expect(await levelsOf(write(value))).toEqual([exact(value)])
      }),
    ),
  )

  test.each(['—', '——', '至', '到', '~'])('a range with %s is two bounds', (join) =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 900 }),
        async (low, more) => {
          const bounds = [`>=${exact(low)}`, `<=${exact(low + more)}`]
          for (const unit of ['亿元', '亿', ''])
            expect(await levelsOf(`${low}${unit}${join}${low + more}亿元`)).toEqual(bounds)
        },
      ),
      { numRuns: 30 },
    ),
  )
})

test.each([
  ['增长近九成', '<9成'],
  ['增长三成半', '35%'],
  ['增长七成六', '76%'],
  ['增长百分之1,111', '1111%'],
  ['增长百分之十二点五', '12.5%'],
  ['增长一倍半', '150%'],
  ['增长超1.5倍', '>150%'],
  ['在3.1和3.3万亿元之间', '>=3.1万亿元 <=3.3万亿元'],
  ['超3万多亿元', '>3万亿元'],
  ['538（亿元）', '538亿元'],
  ['538亿（元）', '538亿元'],
  ['538亿（人民币）', '538亿元'],
  ['达三至四万亿元', '>=3万亿元 <=4万亿元'],
  ['增长百分之十到十五', '>=10% <=15%'],
  ['增长百分之十至百分之十五', '>=10% <=15%'],
  ['增长百分之二十多', '>20%'],
  ['增速提高半个百分点', '0.5pp'],
  ['增速提高六个半百分点', '6.5pp'],
  ['增速提高五至六个百分点', '>=5pp <=6pp'],
  ['下降5%—8%', '<=-5% >=-8%'],
  ['增长-8.7%—-5%', '>=-8.7% <=-5%'],
  ['增长11.6%至38027亿元', '11.6% 38027亿元'],
  ['增长11%至12%', '>=11% <=12%'],
  ['是上年的3倍', ''],
  ['增长到3倍', ''],
  ['1亿2千3百万元', ''],
  ['3.8.1万亿元', ''],
  ['3,80亿元', ''],
  ['三万八千零二十七点五亿元', ''],
  ['增长三分之一', ''],
  ['增长12%至11%', ''],
  ['538亿元（万元）', ''],
  ['达3.1万—3.3万亿元', ''],
  ['增加20亿元至30亿元', ''],
  ['占比提高2%至12%', ''],
  ['达三四万亿元', ''],
  ['增长三四成', ''],
  ['增速提高五六个百分点', ''],
  ['增长百分之十几', ''],
  ['增长百分之三四', ''],
  ['增长两位数', ''],
  ['实现两位数增长', ''],
])('%s is read as %s, and where as nothing, refused by name', async (words, read) => {
  const text = `2024年1—4月份软件业经济运行情况\n发布时间：2024-05-30\n软件业务收入${words}。\n`
  const document = await readDocument(new TextEncoder().encode(text), 'text.txt')
  const { rows, refusals } = extractDocument(document, lexicon)
  expect(rows.map(({ qualifier, value, unit }) => `${qualifier}${value}${unit}`).join(' ')).toBe(read)
  expect(refusals.length > 0).toBe(read === '')
})

test('what is read in part is unreadable', () => {
  expect(scanNumber('1亿2千3百万元', 0, lexicon.units)?.unit).toBe(unreadable)
})
