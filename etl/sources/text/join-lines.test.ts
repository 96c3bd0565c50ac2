import { expect, test } from 'vitest'
import { joinLines } from './join-lines.ts'
import { splitLines } from './split-lines.ts'

const join = (text: string) => joinLines(splitLines(text)).map((piece) => piece.text)

test('paragraphs of one line each stay apart', () => {
  const text = '2022年前十个月，全国软件业务收入84214亿元。\n其中，北京17574亿元，增长8.5%。\n广东14319亿元。'
  expect(join(text)).toHaveLength(3)
})

test('wrapped lines become paragraphs, parted by empty lines', () => {
  const text = [
    '2022年前十个月，我国软件业务收入保持平稳，完成软件业务收',
    '入84214亿元，比上年同期有所提高，各地增长快慢不一，东部',
    '地区仍占大头。',
    '',
    '北京完成软件业务收入17574亿元，增长8.5%；广东完成14319亿',
    '元，增长10.3%。',
  ].join('\n')
  expect(join(text)).toEqual([
    '2022年前十个月，我国软件业务收入保持平稳，完成软件业务收入84214亿元，比上年同期有所提高，各地增长快慢不一，东部地区仍占大头。',
    '北京完成软件业务收入17574亿元，增长8.5%；广东完成14319亿元，增长10.3%。',
  ])
})

test('wrapped lines become paragraphs, parted by an indent', () => {
  const text = [
    '　　北京完成软件业务收入17574亿元，增长8.5%，居全国首位；广东',
    '完成14319亿元，增长10.3%，紧随其后，两地合计接近全国的四成。',
    '　　江苏完成10541亿元，增长7%，山东完成8433亿元，增长17.9%，',
    '增速快于全国。',
    '　　上海完成7162亿元，增长10.4%。',
  ].join('\n')
  expect(join(text).map((paragraph) => paragraph.slice(0, 2))).toEqual(['北京', '江苏', '上海'])
})

test('a number that did not fit the line does not part a paragraph', () => {
  const text = [
    '北京完成软件业务收入17574亿元，增长8.5%，居全国首位，广东完成',
    '江苏完成软件业务收入10541亿元，增长7%，山东完成的软件业务收入',
    '各地情况不一，与上年同期相比，全国完成的软件业务收入总共是',
    '84214.5亿元，东部地区仍占大头，中西部地区增长快于全国平均水平',
    '的情况没有改变。',
  ].join('\n')
  expect(join(text)).toHaveLength(1)
})

test('a page break inside a sentence does not part it', () => {
  const text =
    '2022年前十个月，全国软件业务收入84214亿元，其中北京完成软件业务收\n\n\n入17574亿元，增长8.5%。\n\n广东完成14319亿元。'
  expect(join(text)).toEqual([
    '2022年前十个月，全国软件业务收入84214亿元，其中北京完成软件业务收入17574亿元，增长8.5%。',
    '广东完成14319亿元。',
  ])
})

test('a page break inside brackets does not part them', () => {
  expect(
    join('软件业务收入平稳增长，增速略有回落。（来源：某某市\n\n工业和信息化局）\n\n下一篇的标题在这里'),
  ).toEqual(['软件业务收入平稳增长，增速略有回落。（来源：某某市工业和信息化局）', '下一篇的标题在这里'])
})

test('headings, items, units and links begin anew', () => {
  const text =
    '一、总体情况\n软件业务收入84214亿元，增长10%，其中东部地区占大头\n二、分地区情况\n单位：亿元\n（一）东部\n原文链接：https://example.org/a'
  expect(join(text)).toHaveLength(6)
})

test('a wrapped link is put together without spaces', () => {
  expect(join('原文链接：https://example.org/xxgk/2022/art_a1b2c3\nd4e5f6_7788.html')).toEqual([
    '原文链接：https://example.org/xxgk/2022/art_a1b2c3d4e5f6_7788.html',
  ])
})

test('English words stay apart over the end of a line', () => {
  expect(
    join('报告名为（Digital Economy Development and\nGovernance Report），于近日发布，共有五章内容。'),
  ).toHaveLength(1)
  expect(join('报告名为（Digital Economy Development and\nGovernance Report），于近日发布。')[0]).toContain(
    'and Governance',
  )
})

test('what follows a link in wrapped text is no part of it', () => {
  const text = [
    '2022年前十个月，我国软件业务收入保持平稳，完成软件业务收',
    '入84214亿元，比上年同期有所提高，各地增长快慢不一，东部',
    '地区仍占大头。',
    '原文链接：https://example.org/xxgk/2022/art_a1b2c3d4e5f6_778',
    '各地软件业务收入情况',
  ].join('\n')
  expect(join(text).at(-1)).toBe('各地软件业务收入情况')
})

test('a number in the middle of wrapped text begins no item', () => {
  const text = [
    '　　2022年前十个月，各地软件业务收入增长快慢不一，主要特点：',
    '一是北京完成17574亿元，增长8.5%，二是广东完成14319亿元，增',
    '长10.3%。',
    '　　江苏完成软件业务收入10541亿元，增长7%，山东完成8433亿元，增',
    '长17.9%，上海完成7162亿元，增长10.4%，三地增速都比上年同期有',
    '所提高。',
    '　　以上均为快报数。',
  ].join('\n')
  expect(join(text).map((paragraph) => paragraph.slice(0, 2))).toEqual(['20', '江苏', '以上'])
})

test('a bracket opened at the end of a line goes on', () => {
  expect(join('软件业务收入平稳增长，增速略有回落，占比有所提高。（\n来源：某某报）')).toHaveLength(1)
})

test('dots that lead to a page number end a line', () => {
  const text = '上半年软件业务收入增长11.9%……………1\n5G基站超过450万个……………2'
  expect(join(text)).toEqual(['上半年软件业务收入增长11.9%……………1', '5G基站超过450万个……………2'])
})
