import { describe, expect, test } from 'vitest'
import { openRealApi } from '../support/real-api.ts'
import { dimensionIds, readComponents } from './readers/read-csv.ts'
import { parseSdmxJson } from './readers/read-sdmx-json.ts'

const { get } = await openRealApi()

async function download(format: string, query: string) {
  const response = await get(`/api/v1/export/${format}?${query}`)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

/** What the field guide of SDMX-CSV 2.0 says of columns and their content. */
describe('an SDMX-CSV file', () => {
  test('begins with what identifies the structure, then dimensions, value and attributes', async () => {
    const file = await download('sdmx-csv', 'question=series&indicator=software_revenue')
    const text = Buffer.from(file).toString()
    const header = text.slice(0, text.indexOf('\r\n')).split(',')
    expect(header.slice(0, 3)).toEqual(['STRUCTURE[;]', 'STRUCTURE_ID', 'ACTION'])
    expect(header.slice(3, 15)).toEqual(dimensionIds)
    expect(header[15]).toBe('OBS_VALUE')
    expect(new Set(header).size).toBe(header.length)
    expect(header.every((id) => /^[A-Z][A-Z_]*(\[;?\])?$/.test(id))).toBe(true)
    expect(text.charCodeAt(0)).toBe('S'.charCodeAt(0))
  })

  test('has rows of a dataflow, for information, with ids that SDMX allows and periods in its forms', async () => {
    const rows = await readComponents(await download('sdmx-csv', 'question=observations'))
    expect(rows.length).toBeGreaterThan(8000)
    const time = /^\d{4}$|^\d{4}-Q[1-4]$|^\d{4}-M(0[1-9]|1[0-2])$|^\d{4}-(0[1-9]|1[0-2])-01\/P\d+M$/
    const odd = rows.filter(
      (row) =>
        row['STRUCTURE[;]'] !== 'dataflow' ||
        row['STRUCTURE_ID'] !== 'YOUJU:DF_FIGURES(1.0.0)' ||
        row['ACTION'] !== 'I' ||
        !time.test(row['TIME_PERIOD'] ?? '') ||
        !/^-?\d+(\.\d+)?$/.test(row['OBS_VALUE'] ?? '') ||
        dimensionIds.slice(0, -1).some((id) => !/^[A-Za-z0-9_@$-]+$/.test(row[id] ?? '')),
    )
    expect(odd).toEqual([])
  })

  test('has the months of a cumulative figure as a range and the values of a list side by side', async () => {
    const query = 'question=series&indicator=software_revenue&basis=cumulative&from=2024&transform=yoy'
    const rows = await readComponents(await download('sdmx-csv', query))
    expect(rows.map((row) => row['TIME_PERIOD'])).toContain('2024-01-01/P4M')
    expect(rows[0]?.['PARENTS[]']).toMatch(/^[\w-]+:\d+;[\w-]+:\d+$/)
    expect(rows[0]).toMatchObject({ FREQ: 'M', OBS_STATUS: 'E', METHOD: 'yoy' })
  })
})

describe('an SDMX-JSON file', () => {
  test('gives a reader names in words', async () => {
    const query = 'question=series&indicator=software_revenue&basis=cumulative&from=2024&to=2024-04'
    const parser = await parseSdmxJson(await download('sdmx-json', query))
    expect(parser.getName()).toContain('软件业务收入')
    expect(parser.getData()[0]).toMatchObject({
      INDICATOR: '软件业务收入',
      REF_AREA: '全国',
      MEASURE: '数值',
      BASIS: '累计',
      UNIT_MEASURE: 'CNY',
    })
  })

  test('carries both languages, the dataflow, the snapshot and what was asked', async () => {
    const file = await download('sdmx-json', 'question=series&indicator=software_revenue&lang=en')
    const { data, meta } = JSON.parse(Buffer.from(file).toString())
    const [structure] = data.structures
    const [, indicator] = structure.dimensions.observation
    expect(indicator.values).toEqual([
      {
        id: 'software_revenue',
        name: 'Software business revenue',
        names: { zh: '软件业务收入', en: 'Software business revenue' },
      },
    ])
    expect(structure.links).toEqual(data.dataSets[0].links)
    expect(structure.annotations.map(({ id }: { id: string }) => id)).toContain('filter_indicator')
    expect(meta.links[0].href).toContain('/api/v1/series?')
  })
})
