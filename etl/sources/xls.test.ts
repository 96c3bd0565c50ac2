import fc from 'fast-check'
import { readXls } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { BadInput } from '#data/model/bad-input.ts'
import type { Table } from '#etl/document.ts'
import { type OldSheet, xlsFile } from '../../tests/support/xls-file.ts'
import { readDocument } from './read-document.ts'

const read = async (bytes: Uint8Array) => {
  const { format, articles, unread } = await readDocument(bytes, 'a.xls')
  const tables = articles.flatMap(({ blocks }) =>
    blocks.filter((block): block is Table => block.kind === 'table'),
  )
  return {
    format,
    rows: tables.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text).join('|'))),
    unread: unread.map(({ what, line }) => `${line ?? ''}${what}`),
  }
}

const sheet: OldSheet = {
  name: '地区',
  rows: [
    ['软件业务收入分地区情况'],
    ['地区', '收入', '同比', '占比'],
    [
      '北京',
      { value: 1757400000000, format: 0 },
      { value: 0.085, format: -1 },
      { value: 12.25, how: 'small' },
    ],
    [
      '广东',
      { value: 14319, how: 'formula' },
      { value: -0.103, format: -1 },
      { value: '略', how: 'formula' },
    ],
  ],
}

test('a workbook of Excel 97 is read, its numbers as they are shown', async () => {
  expect(await read(xlsFile({ sheets: [sheet], formats: ['0!.0,,"亿元"'] }))).toEqual({
    format: 'xls',
    rows: ['地区|收入|同比|占比', '北京|175740.0亿元|8.50%|12.25', '广东|14319|-10.30%|略'],
    unread: [],
  })
})

test('what is hidden or struck is left out, and that is said', async () => {
  const bytes = xlsFile({
    sheets: [
      {
        name: '表',
        rows: [
          ['指标', '草稿', '2024年'],
          ['旧收入', 37900, 37901],
          [
            {
              runs: [
                ['旧', 'struck'],
                ['收入', 'plain'],
                ['1', 'raised'],
              ],
            },
            5,
            38027,
          ],
          ['利润', 6, { value: 4300, struck: true }],
          ['合计', 7, 42341],
        ],
        hiddenRows: [1],
        hiddenColumns: [1],
        merges: [[4, 4, 0, 0]],
      },
      { name: '底稿', hidden: true, rows: [['收入', 1]] },
    ],
  })
  expect(await read(bytes)).toEqual({
    format: 'xls',
    rows: ['指标|2024年', '收入|38027', '利润|', '合计|42341'],
    unread: [
      '3划去的文字 2 处未读：旧、4300',
      '工作表「表」有 1 行隐藏的行未读',
      '工作表「表」有 1 列隐藏的列未读',
      '隐藏的工作表「底稿」未读',
    ],
  })
})

test('merged cells reach everywhere', async () => {
  const bytes = xlsFile({
    sheets: [
      {
        name: '表',
        rows: [
          ['地区', '收入', null],
          [null, '上年', '今年'],
          ['北京', 1, 2],
        ],
        merges: [
          [0, 1, 0, 0],
          [0, 0, 1, 2],
        ],
      },
    ],
  })
  expect((await read(bytes)).rows).toEqual(['地区|收入|收入', '地区|上年|今年', '北京|1|2'])
})

test('any texts and numbers come out as another reader has them, wherever the table of strings is cut', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.string({ unit: fc.constantFrom(...'软件业务收入abc'), minLength: 1, maxLength: 40 }),
          fc.integer({ min: 1, max: 1e9 }),
        ),
        { minLength: 2, maxLength: 60 },
      ),
      fc.integer({ min: 20, max: 300 }),
      async (rows, cut) => {
        const bytes = xlsFile({ sheets: [{ name: '表', rows: [['指标', '数值'], ...rows] }], cut })
        const other = (await readXls(bytes)).sheets[0]?.rows.map((row) => row.join('|'))
        expect((await read(bytes)).rows).toEqual(other)
      },
    ),
    { numRuns: 40 },
  ))

describe('what cannot be read is said in one line', () => {
  const good = xlsFile({ sheets: [sheet] })
  test.each([
    [
      'with a password',
      xlsFile({ sheets: [sheet], locked: true }),
      'a.xls: 这是有密码的文件，请先去掉密码再读',
    ],
    ['of Excel 95', xlsFile({ sheets: [sheet], version: 0x500 }), 'a.xls: 这是 Excel 95 或更早的文件'],
    [
      'of Excel 95, by its stream',
      xlsFile({ sheets: [sheet], version: 0x500 }, 'Book'),
      'a.xls: 这是 Excel 95 或更早的文件',
    ],
    ['cut off', good.subarray(0, good.length - 1024), 'a.xls: 不是完整的 xls 文件'],
  ])('a workbook %s', async (_, bytes, message) => {
    await expect(readDocument(bytes, 'a.xls')).rejects.toThrow(message)
  })

  test('a file broken anywhere is read or refused, never more', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const broken = good.slice()
          for (const [at, byte] of changes) broken[at] = byte
          const result = await readDocument(broken, 'a.xls').catch((error: unknown) => error)
          expect(result instanceof Error && !(result instanceof BadInput) ? result : 'fine').toBe('fine')
        },
      ),
      { numRuns: 300 },
    ))
})
