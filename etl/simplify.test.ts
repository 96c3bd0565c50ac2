import { expect, test } from 'vitest'
import { simplify, simplifyCharacter } from '#data/language/simplify.ts'

test('traditional characters become simplified ones, one for one', () => {
  const text = '電信業務收入累計完成4228億元，佔全國的比重為9.4%'
  const simple = simplify(text)
  expect(simple).toBe('电信业务收入累计完成4228亿元，占全国的比重为9.4%')
  expect(simple).toHaveLength(text.length)
})

test('words stay as they are, only their characters change', () => {
  expect(simplify('軟體產業資訊')).toBe('软体产业资讯')
})

test.each(['软件业务收入', '显著', '于', 'ABC 12'])('%s is simplified already', (text) => {
  expect(simplify(text)).toBe(text)
})

test('every Chinese character has a form of one character', () => {
  const codes = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => 0x4e00 + at)
  expect(codes.every((code) => simplifyCharacter(String.fromCharCode(code)).length === 1)).toBe(true)
})
