import { describe, expect, test } from 'vitest'
import { readIdentities } from '#data/catalog/read-identities.ts'
import { assemble } from '#etl/build.ts'
import { findClaims, parentsOf } from '#etl/check/find-contradictions.ts'
import { openLedger } from '#etl/check/ledger.ts'

const { catalog, observations, checked } = await assemble({ dataFolder: 'data' })
const claims = findClaims(openLedger(observations, catalog, readIdentities('data/catalog', catalog)))

describe('two compilations of one indicator', () => {
  test('are never held against each other by an identity', () => {
    const mixed = claims.filter(
      (claim) => new Set(parentsOf(claim).flatMap(({ compilation }) => compilation || [])).size > 1,
    )
    expect(claims.length).toBeGreaterThan(10_000)
    expect(mixed.map(({ rule, indicator, region }) => `${rule} ${indicator.code} ${region}`)).toEqual([])
  })

  test('are told apart for the software statistics and one series elsewhere', () => {
    const apart = observations.filter(({ compilation }) => compilation !== '')
    const { indicators } = catalog
    expect(new Set(apart.map(({ indicator }) => indicators.get(indicator)?.topic))).toEqual(
      new Set(['software']),
    )
    const annual = apart.filter(({ compilation }) => compilation === 'annual')
    expect(new Set(annual.map(({ source }) => source))).toEqual(new Set(['web-001', 'reg-001']))
  })

  test('leave no open finding behind', () => {
    expect(checked.findings.filter(({ state }) => state === 'open')).toEqual([])
  })
})
