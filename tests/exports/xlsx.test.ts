import { describe, expect, test } from 'vitest'
import { openRealApi } from '../support/real-api.ts'
import { readWorkbook } from './readers/read-xlsx.ts'
import { readArchive } from './readers/read-zip.ts'

const { get } = await openRealApi()

async function download(query: string) {
  const response = await get(`/api/v1/export/xlsx?${query}`)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

const query = 'question=series&indicator=software_revenue&region=CN,110000'

describe('a workbook', () => {
  test('has three sheets, in the language asked for', async () => {
    expect([...(await readWorkbook(await download(query))).keys()]).toEqual(['数据', '元数据', '来源'])
    const english = await readWorkbook(await download(`${query}&lang=en`))
    expect([...english.keys()]).toEqual(['Data', 'Metadata', 'Sources'])
    expect(english.get('Data')?.[0]?.slice(0, 4)).toEqual([
      'Indicator code',
      'Indicator',
      'Region code',
      'Region',
    ])
  })

  test('has numbers as numbers, days as days, periods as text', async () => {
    const [head = [], row = []] = (await readWorkbook(await download(query))).get('数据') ?? []
    const cell = (heading: string) => row[head.indexOf(heading)]
    expect(cell('数值（基本单位）')).toBe(6306100000000)
    expect(cell('发布日期')).toEqual(new Date('2019-02-27T00:00:00Z'))
    expect(cell('时期')).toBe('2018')
  })

  test('keeps its headings in sight, filters all its rows and counts with a format', async () => {
    const files = await readArchive(await download(query))
    const sheet = files.get('xl/worksheets/sheet1.xml')?.text ?? ''
    const rows = [...sheet.matchAll(/<row /g)].length
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" state="frozen"')
    expect(sheet).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows}"/>`))
    expect(files.get('xl/styles.xml')?.text).toContain('formatCode="#,##0.00"')
  })

  test('says what it is and what the units are, and links to the documents', async () => {
    const file = await download(query)
    const lines = (await readWorkbook(file)).get('元数据') ?? []
    // The names of columns follow, some of them the same words.
    const facts = new Map(lines.toReversed().map(([name, value]) => [String(name), String(value)]))
    expect(facts.get('指标')).toBe('软件业务收入')
    expect(facts.get('数据版本')).toMatch(/^[0-9a-f]{16}$/)
    expect(facts.get('CNY')).toContain('1 亿元 = 10^8 元')
    const files = await readArchive(file)
    const links = files.get('xl/worksheets/_rels/sheet3.xml.rels')?.text ?? ''
    expect(links).toMatch(/Target="https:\/\/[^"]+" TargetMode="External"/)
  })

  test('is the same bytes for the same day', async () => {
    const asOf = `${query}&asOf=2024-06-30`
    expect(Buffer.compare(await download(asOf), await download(asOf))).toBe(0)
  })
})
