import { describe, expect, test } from 'vitest'
import { foldText } from './fold-text.ts'
import { raise } from './note-marks.ts'
import { placed } from './placed-text.ts'

const fold = (text: string) => foldText(placed(text, 1)).text

describe('the mark of a note is no part of the number or word it stands at', () => {
  test.each([
    ['软件业务收入①38027亿元', '软件业务收入38027亿元'],
    ['增长11.6%②。利润③', '增长11.6%。利润'],
    ['收入〔1〕38027亿元', '收入38027亿元'],
    ['收入38027亿元［２］，', '收入38027亿元，'],
    ['收入38027亿元 [1][2]，', '收入38027亿元，'],
    ['收入38027亿元[1,3-5]。', '收入38027亿元。'],
    ['收入38027亿元[^1]，利润[^注]', '收入38027亿元，利润'],
    ['收入*38027亿元**，', '收入38027亿元，'],
    ['收入38027†亿元', '收入38027亿元'],
    ['收入38027亿元¹，增长11.6²%', '收入38027亿元，增长11.6%'],
    ['17574*', '17574'],
    ['5G¹用户', '5G用户'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded))
})

describe('what looks like one and is none stays', () => {
  test.each([
    ['①软件收入；②硬件收入'],
    ['包括①软件收入②硬件收入'],
    ['国发〔2024〕3号'],
    ['面积2km²，3m²'],
    ['2024①38027亿元'],
    ['2*3，138****5678'],
    ['[1]数据来源'],
    ['见[1]（https://example.org）'],
    ['*'],
  ])('%s', (text) => expect(fold(text)).toBe(text))

  test('an exponent stays apart from the ten', () => expect(fold('3.8×10⁸元')).toBe('3.8×10^8元'))
})

test.each([
  ['1', '¹'],
  ['[1]', '[^1]'],
  ['（注2）', '[^2]'],
  ['注', '[^注]'],
  ['-3', '⁻³'],
  ['th', 'th'],
])('raised %s is written %s', (text, written) => expect(raise(placed(text, 1)).text).toBe(written))
