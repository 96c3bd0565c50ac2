import { describe, expect, test } from 'vitest'
import { walkSentences } from '../walks/sentences.ts'

describe('every sentence', async () => {
  const met = await walkSentences({ indicator: () => true, region: () => true, every: 1 })

  test('is one of many', () => {
    expect(met.sentences).toBeGreaterThan(60_000)
    expect(met.numbers).toBeGreaterThan(20_000)
    expect(met.derived).toBeGreaterThan(3000)
  })
})
