import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { exportColumns } from '#server/tables/export-columns.ts'
import { asked } from '../exports/asked.ts'
import { figuresOf, ofColumns, sorted } from '../exports/figure.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, get } = await openRealApi()
const run = promisify(execFile)

/** UTF-8, separated by commas, text in quotes, cells as they are stored, every sheet. */
const asStored = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

interface Conversion {
  readonly from: string
  readonly filter: string
  /** How to read it; a person is asked, with UTF-8 proposed where its mark stands. */
  readonly reading?: string
}

/** What LibreOffice makes of a file: the text of each file that it writes, by its name. */
async function convert(bytes: Uint8Array, { from, filter, reading }: Conversion) {
  const folder = await mkdtemp(join(tmpdir(), 'youju-office-'))
  try {
    const file = join(folder, `file.${from}`)
    await writeFile(file, bytes)
    const out = join(folder, 'out')
    await run('soffice', [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      ...(reading ? [`--infilter=${reading}`] : []),
      ...['--convert-to', filter, '--outdir', out, file],
    ])
    const names = await readdir(out)
    const texts = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')))
    return new Map(names.map((name, at) => [name.replace(/^file-?|\.\w+$/g, ''), texts[at] ?? '']))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const linesOf = (text = ''): string[][] => parse(text, { relax_column_count: true })

async function download(format: string, query: string) {
  const response = await get(`/api/v1/export/${format}?${query}`)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

const idByHeading = new Map(exportColumns.map(({ id, heading }) => [heading.zh, id]))

describe('LibreOffice', () => {
  test.each(asked)('opens the workbook of $name with the figures of the API', async (one) => {
    const { question, route, query } = one
    const file = await download('xlsx', `question=${question}&${query}`)
    const sheets = await convert(file, { from: 'xlsx', filter: asStored })
    expect([...sheets.keys()].sort()).toEqual(['元数据', '数据', '来源'].sort())
    const [head = [], ...rows] = linesOf(sheets.get('数据'))
    const read = rows.map((row) =>
      ofColumns(
        Object.fromEntries(head.map((heading, at) => [idByHeading.get(heading) ?? '', row[at] ?? ''])),
      ),
    )
    const expected = (figuresOf[question]?.(await ask(`/${route}?${query}`)) ?? []).map((figure) => ({
      ...figure,
      printedValue: figure.printedValue === '' ? '' : String(Number(figure.printedValue)),
    }))
    expect(sorted(read)).toEqual(sorted(expected))
  })

  test('shows large numbers in groups, digits as printed, days and periods as such', async () => {
    const query = 'question=series&indicator=software_revenue&region=CN,110000&measure=level,yoy_pct'
    const pages = await convert(await download('xlsx', query), { from: 'xlsx', filter: 'html' })
    const shown = [...([...pages.values()][0] ?? '').matchAll(/<td[^>]*>(?:<font[^>]*>)?([^<>]+)</g)].map(
      ([, text]) => text,
    )
    for (const text of ['6,306,100,000,000', '10.0', '2019-02-27', '2019-01/2019-06', '软件业务收入'])
      expect(shown).toContain(text)
    expect(shown.filter((text) => /^#|Err:/.test(text ?? ''))).toEqual([])
  })

  test('opens CSV with its Chinese words and does not turn periods into days', async () => {
    const file = await download('csv', 'question=observations&indicator=base_stations_5g&region=CN&bom=true')
    const reading = 'CSV:44,34,76,1'
    const sheets = await convert(file, { from: 'csv', filter: asStored, reading })
    const [head = [], ...rows] = linesOf([...sheets.values()][0])
    const cells = (id: string) => rows.map((row) => row[head.indexOf(id)])
    expect(rows.length).toBeGreaterThan(20)
    expect(new Set(cells('indicator_name'))).toEqual(new Set(['5G基站']))
    expect(cells('period')).toContain('2019-M09')
    expect(cells('period').filter((text) => !/^\d{4}(-M\d{2}|-Q\d|-\d{2}\/.+)?$/.test(text ?? ''))).toEqual(
      [],
    )
  })
})
