import { expect, test } from 'vitest'
import { compilationCodes } from '#data/model/compilation.ts'
import { measureCodes } from '#data/model/measure.ts'
import { dimensionIds, readComponents } from '../exports/readers/read-csv.ts'
import { openRealApi } from '../support/real-api.ts'

const { current, get } = await openRealApi()

const everything = await current.use(async ({ catalog: { indicators, regions } }) => {
  const all = `indicator=${[...indicators.keys()]}&region=${[...regions.keys()]}`
  const series = `question=series&${all}&measure=${measureCodes}&compilation=${compilationCodes}`
  return ['question=observations', series, `${series}&includeHistory=true`]
})

test.each(everything)('an SDMX-CSV file never names one figure twice: %.40s', async (query) => {
  const rows = await readComponents(
    new Uint8Array(await (await get(`/api/v1/export/sdmx-csv?${query}`)).arrayBuffer()),
  )
  const keys = rows.map((row) => dimensionIds.map((id) => row[id]).join('|'))
  const seen = new Set<string>()
  const twice = keys.filter((key) => seen.size === seen.add(key).size)
  expect(rows.length).toBeGreaterThan(8000)
  expect(twice.slice(0, 5)).toEqual([])
})
