import { beforeAll, describe, expect, test } from 'vitest'
import { readIdentities } from '#data/catalog/read-identities.ts'
import { assemble } from '#etl/build.ts'
import { findClaims, parentsOf } from '#etl/check/find-contradictions.ts'
import { openLedger } from '#etl/check/ledger.ts'

let assembled: Awaited<ReturnType<typeof assemble>>
beforeAll(async () => {
  assembled = await assemble({ dataFolder: 'data' })
})

describe('two compilations of one indicator', () => {
  test('are never held against each other by an identity', () => {
    const { catalog, observations } = assembled
    const claims = findClaims(openLedger(observations, catalog, readIdentities('data/catalog', catalog)))
    const mixed = claims.filter(
      (claim) => new Set(parentsOf(claim).flatMap(({ compilation }) => compilation || [])).size > 1,
    )
    expect(claims.length).toBeGreaterThan(10_000)
    expect(mixed.map(({ rule, indicator, region }) => `${rule} ${indicator.code} ${region}`)).toEqual([])
  })

  test('are told apart for the software statistics and one series elsewhere', () => {
    const apart = assembled.observations.filter(({ compilation }) => compilation !== '')
    const { indicators } = assembled.catalog
    expect(new Set(apart.map(({ indicator }) => indicators.get(indicator)?.topic))).toEqual(
      new Set(['software']),
    )
    const annual = apart.filter(({ compilation }) => compilation === 'annual')
    expect(new Set(annual.map(({ source }) => source))).toEqual(new Set(['web-001', 'reg-001']))
  })

  test('leave no open finding behind', () => {
    expect(assembled.checked.findings.filter(({ state }) => state === 'open')).toEqual([])
  })
})
