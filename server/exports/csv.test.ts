import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csv } from './csv.ts'
import { type ExportRow, exportColumns } from './export-row.ts'

const row: ExportRow = {
  indicator: 'software_revenue',
  indicator_name: '软件业务收入',
  region: 'CN',
  region_name: '全国',
  period: '2024-01/2024-04',
  measure: 'level',
  compilation: '',
  basis: 'cumulative',
  value: '3800000000000',
  low: '3750000000000',
  high: '',
  unit: 'CNY',
  printed_value: '3.8',
  printed_unit: '万亿元',
  compared_to: '',
  of: '',
  status: 'actual',
  qualifier: '',
  source: 'web-001',
  issuers: '工业和信息化部',
  carrier: '',
  title: '1—4月，软件业',
  remark: '',
  published: '2024-05-30',
  dating: 'issue',
  url: 'https://example.org/a?b=1,2',
  origin: 'primary',
  line: '',
  trust: 'link',
  method: '',
  parents: '',
  against: '',
  is_across_break: '',
  missing: '',
  oddity: '',
}

const cellsOf = (rows: readonly ExportRow[]) =>
  parse(csv.write(rows) as string, { bom: true, columns: true }) as Record<string, string>[]

describe('csv', () => {
  test('opens with the mark of UTF-8, ends lines as RFC 4180 says, and keeps its columns when empty', () => {
    const header = `\uFEFF${Object.keys(exportColumns).join(',')}\r\n`
    expect(csv.write([])).toBe(header)
    expect(csv.write([row])).toBe(
      `${header}software_revenue,软件业务收入,CN,全国,2024-01/2024-04,level,,cumulative,3800000000000,3750000000000,,CNY,3.8,万亿元,,,actual,,web-001,工业和信息化部,,1—4月，软件业,,2024-05-30,issue,"https://example.org/a?b=1,2",primary,,link,,,,,,\r\n`,
    )
  })

  test('reads back as it was, quotes and line breaks too', () => {
    const title = '他说"好",\n然后\r\n走了'
    expect(cellsOf([{ ...row, title }])).toEqual([{ ...row, title }])
  })

  test.each(['=1+1', '+86', '-软件', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
    '%j cannot run as a formula',
    (title) => {
      expect(cellsOf([{ ...row, title }])[0]?.['title']).toBe(`'${title}`)
    },
  )

  test('a negative number stays a number, and text in its place does not run', () => {
    const [falling, odd] = cellsOf([
      { ...row, value: '-2.1', printed_value: '-2.1' },
      { ...row, value: '-1', printed_value: '-1+cmd' },
    ])
    expect([falling?.['value'], falling?.['printed_value']]).toEqual(['-2.1', '-2.1'])
    expect(odd?.['printed_value']).toBe("'-1+cmd")
  })
})
