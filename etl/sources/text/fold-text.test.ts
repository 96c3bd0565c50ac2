import { describe, expect, test } from 'vitest'
import { placeAt } from '#etl/document.ts'
import { foldText } from './fold-text.ts'
import { placed } from './placed-text.ts'

const fold = (text: string, keepGaps = false) => foldText(placed(text, 1), { keepGaps }).text

describe('spaces', () => {
  test.each([
    ['1 — 4 月份，收入 3.8 万亿元', '1—4月份，收入3.8万亿元'],
    ['同比增长 11.6 %，占 24.1%', '同比增长11.6%，占24.1%'],
    ['收入 137, 276 亿元', '收入137,276亿元'],
    ['收入 3 .8 万亿元和 3. 8 万亿元', '收入3.8万亿元和3.8万亿元'],
    ['用户 12 345 万户', '用户12345万户'],
    ['普及率 122.5 部 / 百人', '普及率122.5部/百人'],
    ['算力达 53 EFLOPS，流量 22 GB', '算力达53EFLOPS，流量22GB'],
    ['软件　业务收入', '软件业务收入'],
    ['北京  17574  广东  14319', '北京17574广东14319'],
    ['Software revenue rose in China', 'Software revenue rose in China'],
    ['1. 2024 年软件业务收入', '1. 2024年软件业务收入'],
    ['5G 3.8 亿户', '5G 3.8亿户'],
    ['表 2 100 兆以上用户', '表2 100兆以上用户'],
    [
      '我 国 软 件 业 务 收 入 3 8 0 2 7 亿 元 ， 增 长 1 1 . 6 % 。',
      '我国软件业务收入38027亿元，增长11.6%。',
    ],
    ['1 2 3 4 5 6 7 8 9 1 2 3', '1 2 3 4 5 6 7 8 9 1 2 3'],
    ['甲 乙 1 2 3 4 5 6 7 8 9', '甲乙1 2 3 4 5 6 7 8 9'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded))

  test('a title keeps its pauses', () => {
    expect(fold('河南出台新政 支持软件企业', true)).toBe('河南出台新政 支持软件企业')
    expect(fold('（一） 总体情况', true)).toBe('（一）总体情况')
  })
})

describe('forms', () => {
  test.each([
    ['２０２４年，增长１１．６％', '2024年，增长11.6%'],
    ['收入５，１２３亿元', '收入5,123亿元'],
    ['收入(万亿元),增长5%;利润:', '收入（万亿元），增长5%；利润：'],
    ['上午10:30，比例1:4', '上午10:30，比例1:4'],
    ['1,234.5亿元', '1,234.5亿元'],
    ['下降－0.4%，从−2%到–3%', '下降-0.4%，从-2%到—3%'],
    ['GB/户・月', 'GB/户·月'],
    ['⼆⼗⽇', '二十日'],
    ['二○二四年', '二〇二四年'],
    ['面积3㎡，长5㎞', '面积3㎡，长5km'],
    ['软\u200b件\u00ad业\ufeff务', '软件业务'],
    ['数据测算.其中', '数据测算。其中'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded))
})

test('every character of the folded text knows where it stood', () => {
  const source = '１—4 月份，软件业务\u200b收入 3.8 万亿元，长 5㎞。'
  const { text, places } = foldText(placed(source, 1))
  const found = [...text].map((_, i) => source[placeAt(places, i).column - 1]?.normalize('NFKC')[0])
  expect(text).toBe('1—4月份，软件业务收入3.8万亿元，长5km。')
  expect(found.join('')).toBe('1—4月份,软件业务收入3.8万亿元,长5kk。')
})
