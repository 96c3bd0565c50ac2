import { describe, expect, test } from 'vitest'
import { openRealApi } from '../support/real-api.ts'
import { parseJsonStat } from './readers/read-json-stat.ts'

const { get } = await openRealApi()

describe('a JSON-stat file', () => {
  test('says which dimension is time, place and metric, in words, with the unit', async () => {
    const response = await get('/api/v1/export/json-stat?question=series&indicator=software_revenue')
    const dataset = parseJsonStat(new Uint8Array(await response.arrayBuffer()))
    expect(dataset.label).toContain('软件业务收入')
    expect(dataset.role).toMatchObject({ time: ['TIME_PERIOD'], geo: ['REF_AREA'] })
    expect(dataset.Dimension('INDICATOR').Category('software_revenue')).toMatchObject({
      label: '软件业务收入',
      unit: { label: '元' },
    })
  })

  test.each(['', '&indicator=software_revenue'])(
    'is refused where it would be a cube of nearly nothing, and the reader is told how to ask or what to use: %j',
    async (more) => {
      const response = await get(`/api/v1/export/json-stat?question=observations${more}`)
      expect(response.status).toBe(422)
      const { error } = (await response.json()) as { error: { message: string } }
      expect(error.message).toMatch(/JSON-stat.*[\d,]+ 格（上限 1,000,000），其中只有 \d+ 个数值/)
      expect(error.message).toMatch(/region.*question=series.*CSV.*Parquet/)
    },
  )
})
