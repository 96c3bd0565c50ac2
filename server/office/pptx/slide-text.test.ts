import { describe, expect, test } from 'vitest'
import { officeChart } from '../../../tests/support/office-charts.ts'
import { footOf, messageOf } from './slide-text.ts'

describe('the message of a slide', () => {
  test('is the whole of a sentence that has room on two lines, as large as may be', () => {
    const short = '2026年1—7月，全国软件业务收入89,785亿元。'
    expect(messageOf(short)).toEqual({ text: short, size: 18, lines: 1 })
    const longer = `${'软件业务收入同比增长百分之九点二，'.repeat(5)}软件业务收入增速回落。`
    expect(messageOf(longer)).toEqual({ text: longer, size: 16, lines: 2 })
  })

  test('is the beginning of what is longer, ended with a stop', () => {
    const clause = '软件业务收入同比增长百分之九点二，增速比上年同期提高'
    expect(messageOf(`${clause}；${clause.repeat(5)}。`).text).toBe(`${clause}。`)
    expect(messageOf(`Revenue grew by 9.2%. ${'Growth slowed, '.repeat(20)}.`).text).toBe(
      'Revenue grew by 9.2%.',
    )
  })

  test('is cut where not even one clause has room', () => {
    const { text, lines } = messageOf('软件业务收入同比增长，'.repeat(20))
    expect([text.endsWith('…'), lines]).toEqual([true, 2])
  })

  test('is nothing where nothing is said', () => {
    expect(messageOf('')).toMatchObject({ text: '', lines: 0 })
  })
})

describe('the notes of a slide', () => {
  const { words, ...chart } = officeChart('trend')
  const withFoot = (foot: readonly string[]) =>
    footOf({ ...chart, words: { ...words, foot } }, ['图中为15个地区'])

  test('stand as they are where they have room', () => {
    expect(withFoot(['甲', '乙', '来源'])).toEqual(['图中为15个地区', '甲', '乙', '来源'])
  })

  test('are four lines at most, with those that have room, the source, and where the others are', () => {
    expect(withFoot(['长'.repeat(200), '甲', '乙', '丙', '来源'])).toEqual([
      '图中为15个地区',
      '甲',
      '乙',
      '来源 · 其余说明见备注',
    ])
  })
})
