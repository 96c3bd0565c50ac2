import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type WriteSheet, writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { readDocument } from '#etl/sources/read-document.ts'

const run = promisify(execFile)

/** The OpenDocument spreadsheet that LibreOffice makes of a workbook. */
async function savedAsOds(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-ods-'))
  try {
    await writeFile(join(folder, 'file.xlsx'), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const saving = ['--headless', '--convert-to', 'ods', '--outdir', folder, join(folder, 'file.xlsx')]
    await run('soffice', [profile, ...saving])
    return new Uint8Array(await readFile(join(folder, 'file.ods')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const format = (value: number | Date, numFmt: string) => ({ value, style: { numFmt } })

const sheet: WriteSheet = {
  name: '地区',
  rows: [
    ['2022年前十个月软件业务收入分地区情况'],
    ['单位：亿元'],
    ['地区', '软件业务收入', null, '截至'],
    [null, '本年累计', '同比', null],
    ['北京', 17574, 0.085, new Date('2022-10-31T00:00:00Z')],
    ['广东', 14319, -0.103, null],
    ['上海', 7000, 7, 'x'],
    ['注：快报数'],
  ],
  merges: [
    { startRow: 2, startCol: 1, endRow: 2, endCol: 2 },
    { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
  ],
  cells: new Map([
    ['4,1', format(17574, '#,##0.0')],
    ['4,2', format(0.085, '0.0%')],
    ['4,3', format(new Date('2022-10-31T00:00:00Z'), 'yyyy-mm-dd')],
    ['5,1', format(14319, '#,##0.0')],
    ['5,2', format(-0.103, '0.0%;(0.0%)')],
    ['6,2', format(7, ';;;')],
  ]),
}

test('a workbook is read alike before and after LibreOffice has saved it as ODS', async () => {
  const bytes = await writeXlsx({ sheets: [sheet, { ...sheet, name: '草稿', hidden: true }] })
  const before = await readDocument(bytes, 'a.xlsx')
  const after = await readDocument(await savedAsOds(bytes), 'a.ods')
  expect(after.format).toBe('ods')
  expect(before.articles.length).toBe(1)
  expect(after.articles).toEqual(before.articles)
  expect(after.unread).toEqual(before.unread)
})
