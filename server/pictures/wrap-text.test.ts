import { describe, expect, test } from 'vitest'
import { wrapText } from './wrap-text.ts'

/** A Chinese character is 2 wide, a Latin letter 1. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u02ff' ? 2 : 1), 0)
const wrapped = (text: string, room: number) => wrapText(text, room, widthOf)

describe('a text is broken into lines', () => {
  test('of which none is wider than the room, and nothing is lost', () => {
    const text = '来源：工业和信息化部（17份文件） · 经飞象网 · 数据截至2026年7月末'
    for (let room = 12; room < 80; room++) {
      const lines = wrapped(text, room)
      expect(lines.every((line) => widthOf(line) <= room)).toBe(true)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }
  })

  test('that do not begin with a comma or a closing bracket', () => {
    expect(wrapped('软件业务收入，同比增长', 12)).toEqual(['软件业务收', '入，同比增长'])
    expect(wrapped('软件业务收入（亿元）', 18)).toEqual(['软件业务收入（亿', '元）'])
  })

  test('that do not end with an opening bracket', () => {
    expect(wrapped('软件业务收入（亿元）', 14)).toEqual(['软件业务收入', '（亿元）'])
  })

  test('within no number and no Latin word', () => {
    expect(wrapped('收入154831亿元', 10)).toEqual(['收入154831', '亿元'])
    expect(wrapped('software revenue', 10)).toEqual(['software', 'revenue'])
  })

  test('anywhere within a word that is longer than a line', () => {
    expect(wrapped('https://example.cn/regions', 10)).toEqual(['https://ex', 'ample.cn/r', 'egions'])
  })
})
