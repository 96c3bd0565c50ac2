import { describe, expect, test } from 'vitest'
import { walkEvidence } from '../walks/evidence.ts'

describe('the evidence of every number', async () => {
  const met = await walkEvidence({ choose: () => true, every: 1 })

  test('is of many numbers, printed and derived', () => {
    expect(met.printed).toBeGreaterThan(9_000)
    expect(met.derived).toBeGreaterThan(20_000)
  })
})
