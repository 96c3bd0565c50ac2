import { expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { checkPhrase } from './check-phrase.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))

test.each([
  '同比增长',
  '同比',
  '增加',
  '比上年',
  '其中',
  '亿元',
  '贵州',
  '我国',
  '2025年',
  '5G',
  '收入',
  '<b>收入</b>',
])('%s is no name of an indicator', (phrase) => {
  expect(() => checkPhrase(phrase, lexicon)).toThrow(BadInput)
})

test.each(['低空通信站点', '工业机器人密度', '软件业营业收入总额', '5G工业模组出货量', '数据要素市场规模'])(
  '%s may be one',
  (phrase) => {
    expect(() => checkPhrase(phrase, lexicon)).not.toThrow()
  },
)
