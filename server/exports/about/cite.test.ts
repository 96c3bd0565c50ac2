import { describe, expect, test } from 'vitest'
import type { SourceAnswer } from '#server/answers.ts'
import { citeNumber, citeSource, numberInBibtex, sourceInBibtex } from './cite.ts'

const ministry = { zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology' }
const document: SourceAnswer = {
  id: 'web-001',
  issuers: [ministry],
  carrier: '',
  title: '2024年1—4月份软件业经济运行情况',
  remark: '',
  published: '2024-05-30',
  dating: 'issue',
  url: 'https://www.miit.gov.cn/a_b.html?x=1%20&y=#z',
  origin: 'primary',
  compilation: 'express',
  place: 'CN',
}
const cite = (changed: Partial<SourceAnswer>, read = '2026-11-30') =>
  citeSource({ ...document, ...changed }, 'zh', read)

describe('a document by GB/T 7714—2015', () => {
  test('on the net: issuer, title, kind, the day of the page, the day it was read, address', () => {
    expect(cite({})).toBe(
      '工业和信息化部. 2024年1—4月份软件业经济运行情况[EB/OL]. (2024-05-30)[2026-11-30]. https://www.miit.gov.cn/a_b.html?x=1%20&y=#z.',
    )
  })

  test('read elsewhere: the carrier stands where the publisher stands', () => {
    expect(cite({ carrier: '飞象网', dating: 'reprint' })).toContain(
      '[EB/OL]. 飞象网, (2024-05-30)[2026-11-30]. https://',
    )
  })

  test('of what is retold, who retells it is the author, and whose figures they are a note for BibTeX', () => {
    const retold = { ...document, origin: 'second_hand', carrier: '中新社' } as const
    expect(cite(retold)).toMatch(/^中新社\. 2024年1—4月份软件业经济运行情况\[EB\/OL\]\. \(2024-05-30\)/)
    expect(cite({ ...retold, carrier: '' })).toMatch(/^2024年1—4月份软件业经济运行情况\[EB\/OL\]/)
    expect(sourceInBibtex(retold, 'zh')).toContain('author = {{中新社}}')
    expect(sourceInBibtex(retold, 'zh')).toContain('note = {数据来自工业和信息化部}')
  })

  test('without an address it is no resource on the net and has no day of access', () => {
    expect(cite({ url: '', carrier: '飞象网' })).toBe(
      '工业和信息化部. 2024年1—4月份软件业经济运行情况[Z]. 飞象网, 2024-05-30.',
    )
    expect(cite({ url: '', published: '', dating: '' })).toBe(
      '工业和信息化部. 2024年1—4月份软件业经济运行情况[Z].',
    )
  })

  test('without a date it keeps the day of access', () => {
    expect(cite({ published: '', dating: '' })).toContain('[EB/OL]. [2026-11-30]. https://')
  })

  test('a date that is only a bound is an estimate and stands in brackets', () => {
    expect(cite({ published: '2024-05', dating: 'bound' })).toContain('([2024-05])[2026-11-30]')
  })

  test('the day on which a table was read is the day of access and no day of issue', () => {
    expect(cite({ published: '2026-04-02', dating: 'read' })).toContain('[EB/OL]. [2026-04-02]. https://')
  })

  test('a report and a data set are called so', () => {
    expect(cite({ title: '2023年通信业统计公报' })).toContain('[R/OL]')
    expect(cite({ title: '2023年通信业统计公报', url: '' })).toContain('[R]')
    expect(cite({ title: '全国年度数据' })).toContain('[DS/OL]')
  })

  test('names three issuers and lets the others be 等', () => {
    const issuers = ['甲', '乙', '丙', '丁'].map((name) => ({ zh: name, en: name }))
    expect(cite({ issuers })).toMatch(/^甲, 乙, 丙, 等\. /)
  })

  test('where nobody knows the day of access the reader fills it in', () => {
    expect(citeSource(document, 'zh')).toContain('(2024-05-30)[引用日期 YYYY-MM-DD]')
  })
})

describe('for BibTeX', () => {
  test('issuers are whole names, and what TeX would read otherwise is escaped', () => {
    const issuers = [ministry, { zh: '甲 & 乙', en: 'A and B' }]
    const entry = sourceInBibtex(
      { ...document, issuers, title: '占比15.6%、A_B#1 {x} \\y', carrier: 'C&D' },
      'zh',
      '2026-11-30',
    )
    expect(entry.split('\n')).toEqual([
      '@misc{web-001,',
      '  author = {{工业和信息化部} and {甲 \\& 乙}},',
      '  title = {{占比15.6\\%、A\\_B\\#1 x y}},',
      '  year = {2024},',
      '  month = {05},',
      '  howpublished = {\\url{https://www.miit.gov.cn/a_b.html?x=1%20&y=#z}},',
      '  urldate = {2026-11-30},',
      '  note = {C\\&D},',
      '}',
      '',
    ])
  })

  test('what is not known is left out', () => {
    const entry = sourceInBibtex({ ...document, url: '', published: '', dating: '' }, 'zh', '2026-11-30')
    expect(entry).not.toMatch(/year|month|howpublished|urldate|note/)
  })

  test('braces of an address cannot end it', () => {
    expect(sourceInBibtex({ ...document, url: 'https://a.cn/{x}' }, 'zh')).toContain(
      '\\url{https://a.cn/%7Bx%7D}',
    )
  })
})

test('a number is cited in its version, by the day on which that was published', () => {
  const cited = {
    id: 'gdp:CN:2024:year',
    title: { zh: '2024年全国国内生产总值（全年）', en: '' },
    address: 'https://youju.example.cn/api/v1/evidence/gdp~CN~2024~year',
    snapshot: '0123456789abcdef',
    date: '2026-11-29T18:00:00.000Z',
    language: 'zh',
  } as const
  expect(citeNumber(cited)).toBe(
    '有据. 2024年全国国内生产总值（全年）[DS/OL]. (2026-11-30)[2026-11-30]. https://youju.example.cn/api/v1/evidence/gdp~CN~2024~year. 数据版本0123456789abcdef.',
  )
  expect(numberInBibtex(cited)).toContain('author = {{有据 Youju}}')
  expect(citeNumber({ ...cited, address: '/api/v1/evidence/x' })).toContain('[本站网址]/api/v1/evidence/x')
})
