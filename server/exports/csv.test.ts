import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type ExportRow, exportColumns } from '#server/tables/export-columns.ts'
import { csv } from './csv.ts'

const row: ExportRow = {
  indicator: 'software_revenue',
  indicator_name: { zh: '软件业务收入', en: 'Software revenue' },
  region: 'CN',
  region_name: { zh: '全国', en: 'China' },
  period: '2024-01/2024-04',
  measure: 'level',
  compilation: '',
  basis: 'cumulative',
  value: '3800000000000',
  low: '3750000000000',
  high: null,
  unit: 'CNY',
  printed_value: '3.8',
  printed_unit: '万亿元',
  compared_to: '',
  of: '',
  status: 'actual',
  qualifier: '',
  source: 'web-001',
  issuers: { zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology' },
  carrier: '',
  title: '1—4月，软件业',
  remark: '',
  published: '2024-05-30',
  dating: 'issue',
  url: 'https://example.org/a?b=1,2',
  origin: 'primary',
  line: null,
  trust: 'link',
  method: '',
  parents: '',
  against: '',
  is_across_break: null,
  missing: '',
  oddity: '',
  transform: 'none',
  index_base: '',
  id: '',
  rank: 1,
  valid_from: '',
  valid_to: '',
}

interface Options {
  readonly bom?: boolean
  readonly language?: 'zh' | 'en'
}

async function write(batches: readonly (readonly ExportRow[])[], options: Options = {}): Promise<string> {
  async function* rows() {
    yield* batches
  }
  const pieces: Uint8Array[] = []
  const { bom = false, language = 'zh' } = options
  for await (const piece of csv({ columns: exportColumns, rows: rows(), bom, language })) pieces.push(piece)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(pieces))
}

const cellsOf = async (...rows: ExportRow[]) =>
  parse(await write([rows]), { columns: true }) as Record<string, string>[]

const header = `${exportColumns.map(({ id }) => id).join(',')}\r\n`
const line =
  'software_revenue,软件业务收入,CN,全国,2024-01/2024-04,level,,cumulative,3800000000000,3750000000000,,CNY,3.8,万亿元,,,actual,,web-001,工业和信息化部,,1—4月，软件业,,2024-05-30,issue,"https://example.org/a?b=1,2",primary,,link,,,,,,,none,,,1,,\r\n'

describe('csv', () => {
  test('ends lines as RFC 4180 says, and keeps its columns when empty', async () => {
    expect(await write([])).toBe(header)
    expect(await write([[row]])).toBe(header + line)
  })

  test('is the same in one piece as in many', async () => {
    expect(await write([[row, row, row]])).toBe(header + line.repeat(3))
    expect(await write([[row], [], [row, row]])).toBe(header + line.repeat(3))
  })

  test('opens with the mark of UTF-8 where that is asked for, once', async () => {
    expect(await write([[row], [row]], { bom: true })).toBe(`\uFEFF${header}${line.repeat(2)}`)
    expect(await write([], { bom: true })).toBe(`\uFEFF${header}`)
  })

  test('names indicators and regions in the language asked for', async () => {
    expect(await write([[row]], { language: 'en' })).toContain(
      'software_revenue,Software revenue,CN,China,2024-01/2024-04',
    )
  })

  test('reads back as it was, quotes and line breaks too', async () => {
    const title = '他说"好",\n然后\r\n走了'
    const [read] = await cellsOf({ ...row, title, line: 12, is_across_break: false })
    expect(read).toMatchObject({ title, line: '12', is_across_break: 'false', value: row.value, high: '' })
  })

  test.each(['=1+1', '+86', '-软件', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
    '%j cannot run as a formula',
    async (title) => {
      expect((await cellsOf({ ...row, title }))[0]?.['title']).toBe(`'${title}`)
    },
  )

  test('a negative number stays a number, and text in its place does not run', async () => {
    const [falling, odd] = await cellsOf(
      { ...row, value: '-2.1', printed_value: '-2.1' },
      { ...row, value: '-1', printed_value: '-1+cmd' },
    )
    expect([falling?.['value'], falling?.['printed_value']]).toEqual(['-2.1', '-2.1'])
    expect(odd?.['printed_value']).toBe("'-1+cmd")
  })
})
