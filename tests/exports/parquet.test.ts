import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { exportColumns } from '#server/tables/export-columns.ts'
import { openRealApi } from '../support/real-api.ts'
import { asked } from './asked.ts'
import { figuresOf, sorted } from './figure.ts'
import { parquetFacts, readParquetExactly } from './readers/read-parquet.ts'
import { queryFile } from './readers/with-file.ts'

const { ask, get } = await openRealApi()

async function download(query: string) {
  const response = await get(`/api/v1/export/parquet?${query}`)
  return new Uint8Array(await response.arrayBuffer())
}

describe('a Parquet file', () => {
  test.each(asked)('holds $name digit for digit', async ({ question, route, query }) => {
    const file = await download(`question=${question}&${query}`)
    const expected = figuresOf[question]?.(await ask(`/${route}?${query}`)) ?? []
    expect(sorted(await readParquetExactly(file))).toEqual(sorted(expected))
  })

  test('has typed columns, days for periods among them', async () => {
    const file = await download('question=series&indicator=software_revenue')
    const types = await queryFile(file, '(describe from read_parquet(FILE))')
    const typeOf = Object.fromEntries(types.map((row) => [row['column_name'], row['column_type']]))
    expect(Object.keys(typeOf)).toEqual([
      ...exportColumns.map(({ id }) => id),
      'period_start',
      'period_end',
      'published_day',
    ])
    expect(typeOf).toMatchObject({
      indicator: 'VARCHAR',
      value: 'DECIMAL(38,8)',
      low: 'DECIMAL(38,8)',
      printed_value: 'VARCHAR',
      line: 'BIGINT',
      is_across_break: 'BOOLEAN',
      period_start: 'DATE',
      period_end: 'DATE',
      published_day: 'DATE',
    })
    const [row] = await queryFile(file, "read_parquet(FILE) where period = '2022-01/2022-05'")
    expect(row).toMatchObject({ period_start: '2022-01-01', period_end: '2022-05-31' })
  })

  test('says what it is: snapshot, address, filters, units, use', async () => {
    const { metadata } = parquetFacts(await download('question=series&indicator=software_revenue'))
    const { snapshot } = (await ask('/indicators')) as { snapshot: string }
    expect(metadata).toMatchObject({ snapshot, filter_indicator: '软件业务收入' })
    expect(metadata['address']).toContain('/api/v1/series?indicator=software_revenue')
    expect(metadata['rights']).toContain('引用')
    expect(JSON.parse(metadata['units'] ?? '')).toHaveProperty('CNY')
  })

  // A folder of its own: other tests write files at the same time.
  test('leaves nothing on the disk, neither when it is read to the end nor when its reader leaves', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'youju-own-'))
    vi.stubEnv('TMPDIR', folder)
    onTestFinished(async () => {
      vi.unstubAllEnvs()
      await rm(folder, { recursive: true, force: true })
    })
    await download('question=observations')
    expect(await readdir(folder)).toEqual([])
    const response = await get('/api/v1/export/parquet?question=observations')
    await response.body?.cancel()
    await expect.poll(() => readdir(folder), { timeout: 20_000 }).toEqual([])
  })
})
