import { describe, expect, test } from 'vitest'
import { losesDigits, rowXml } from './cells.ts'

const place = {
  letters: ['A', 'B'],
  styles: new Map([
    ['text', 0],
    ['decimals0', 1],
    ['decimals2', 2],
    ['date', 3],
  ]),
}

describe('a cell', () => {
  test.each(['=1+1', '+86', '-软件', '@SUM(A1)'])('%j stays text', (text) => {
    expect(rowXml(2, [['text', text]], place)).toContain(
      `t="inlineStr"><is><t xml:space="preserve">${text}</t>`,
    )
  })

  test('of a number keeps the digits that were printed, in its look too', () => {
    expect(
      rowXml(
        2,
        [
          ['number', '3800000000000'],
          ['number', '3.80'],
        ],
        place,
      ),
    ).toBe('<row r="2"><c r="A2" s="1"><v>3800000000000</v></c><c r="B2" s="2"><v>3.80</v></c></row>')
  })

  test('of a day is a day, and of a month or year as far as it is known', () => {
    expect(
      rowXml(
        2,
        [
          ['date', '2024-05-30'],
          ['date', '2024'],
        ],
        place,
      ),
    ).toBe(
      '<row r="2"><c r="A2" s="3"><v>45442</v></c><c r="B2" s="0" t="inlineStr"><is><t xml:space="preserve">2024</t></is></c></row>',
    )
  })

  test('is not written where there is nothing, and what XML forbids is left out', () => {
    expect(
      rowXml(
        3,
        [
          ['text', ''],
          ['text', 'a<b>&\u0000c_x0041_'],
        ],
        place,
      ),
    ).toBe(
      '<row r="3"><c r="B3" s="0" t="inlineStr"><is><t xml:space="preserve">a&lt;b&gt;&amp;c_x005F_x0041_</t></is></c></row>',
    )
  })

  test.each([
    ['3800000000000000000', false],
    ['123456789012345', false],
    ['0.00000001', false],
    ['1234567890123456', true],
    ['-12345678.12345678', true],
  ])('%s is more than Excel keeps: %s', (text, expected) => {
    expect(losesDigits(text)).toBe(expected)
  })
})
