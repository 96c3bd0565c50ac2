import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from './lexicon.ts'
import { scanNumber } from './numbers.ts'
import { parseChinese } from './numerals.ts'

const { units } = toLexicon(readCatalog('data/catalog'))

describe('a number with its unit', () => {
  test.each([
    ['3,015亿gb', '3015', '亿', 'GB', ''],
    ['3.8万亿元', '3.8', '万亿', '元', ''],
    ['两万亿元', '2', '万亿', '元', ''],
    ['一点二万亿元', '1.2', '万亿', '元', ''],
    ['三成', '3', '', '成', ''],
    ['百分之十二', '12', '', '%', ''],
    ['2200多个', '2200', '', '个', '>'],
    ['60%以上', '60', '', '%', '>'],
    ['114万、', '114', '万', '', ''],
    ['810万标准机架', '810', '万', '标准机架', ''],
    ['1500亿千瓦时', '1500', '亿', '千瓦时', ''],
    ['30efllops', '30', '', 'EFLOPS', ''],
    ['10万+设备', '10', '万', '', '>'],
    ['四十九个', '49', '', '个', ''],
    ['二十多家', '20', '', '家', '>'],
    ['两千六百万户', '2600', '万', '户', ''],
    ['两千万户', '2', '千万', '户', ''],
  ])('%s', (text, value, scale, unit, qualifier) => {
    expect(scanNumber(text, 0, units)).toMatchObject({ value, scale, unit, qualifier })
  })

  test('is none where the digits do not make one', () => {
    expect(scanNumber('十分重要', 0, units)).toBeUndefined()
    expect(scanNumber('三个方面', 0, units)).toBeUndefined()
    expect(scanNumber('十二个月', 0, units)).toBeUndefined()
  })
})

test.each([
  ['两', '2'],
  ['十五', '15'],
  ['三百二十', '320'],
  ['一点二', '1.2'],
])('%s is %s', (words, value) => {
  expect(parseChinese(words)).toBe(value)
})
