import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { measureCodes } from '#data/model/measure.ts'
import { answers } from '#server/answers.ts'
import { bigDatabase } from '../support/big-database.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, get } = await openRealApi()

test('a file of series holds those of each indicator asked by itself, beyond the bound of JSON', async () => {
  const { indicators } = answers.indicators.parse(await ask('/indicators'))
  const { regions } = answers.regions.parse(await ask('/regions'))
  const codes = indicators.filter(({ topic }) => topic === 'software').map(({ code }) => code)
  const query = `region=${regions.map(({ code }) => code)}&measure=${measureCodes}&compilation=express,annual`
  const alone = []
  for (const code of codes) {
    const { series } = answers.series.parse(await ask(`/series?indicator=${code}&${query}`))
    alone.push(
      ...series.flatMap(({ indicator, region, basis, points }) =>
        points.map(({ value }) => [indicator, region, basis, value]),
      ),
    )
  }
  expect((await get(`/api/v1/series?indicator=${codes}&${query}`)).status).toBe(422)
  const file = await get(`/api/v1/export/csv?question=series&indicator=${codes}&${query}`)
  const rows = parse(await file.text(), { columns: true }) as Record<string, string>[]
  expect(
    rows.map(({ indicator, region, basis, value }) => [indicator, region, basis, Number(value)]),
  ).toEqual(alone)
  expect(alone.length).toBeGreaterThan(1000)
})

test('a file of everything takes no more memory the longer it is', async () => {
  // Long enough that 2 MB that are let go now and then late are no growth.
  const copies = 12
  const big = await bigDatabase(copies)
  const bytes =
    Buffer.byteLength(await (await get('/api/v1/export/csv?question=observations')).text()) * copies
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--import',
    'tsx',
    'tests/support/stream-memory.ts',
    big,
    String(bytes),
  ])
  const { quarter, end, ...read } = JSON.parse(stdout)
  expect(read.bytes).toBeGreaterThan(bytes * 0.9)
  expect(end.held - quarter.held).toBeLessThan(bytes / 8)
})
