import { describe, expect, test } from 'vitest'
import { catalog, contradictionsAmong } from '../../tests/support/figures-ledger.ts'
import { findBreaks } from './find-breaks.ts'
import { settle } from './settle.ts'

const revenue = [
  'web-183 software_revenue,CN,2023,level,123258,亿元,,,actual,',
  'web-208 software_revenue,CN,2024,level,137276,亿元,,,actual,',
  'web-208 software_revenue,CN,2024,yoy_pct,10.0,%,,,actual,',
]
const users = [
  'web-181 mobile_phone_users,CN,2023-12,level,17.27,亿户,,,actual,',
  'web-209 mobile_phone_users,CN,2024-12,level,17.9,亿户,,,actual,',
  'web-209 mobile_phone_users,CN,2024,net_add,4601,万户,,,actual,',
]
const share = [
  'web-203 fixed_broadband_revenue,CN,2024-01/2024-09,level,2044,亿元,,,actual,',
  'web-203 fixed_broadband_revenue,CN,2024-01/2024-09,share_pct,15.6,%,,telecom_revenue,actual,',
  'web-203 telecom_revenue,CN,2024-01/2024-09,level,13152,亿元,,,actual,',
]

describe('settle(contradictions, catalog, acknowledgements)', () => {
  test('takes the base of 2023 that software growth of 2024 implies for a detected break', () => {
    const findings = settle(contradictionsAmong(revenue), catalog, []).findings
    expect(findings.map(({ state }) => state)).toEqual(['break'])
    const detected = findBreaks(findings, catalog).filter(({ kind }) => kind === 'detected')
    const [low, high] = [detected[0]?.detected?.implied.low, detected[0]?.detected?.implied.high]
    expect([low?.div(1e8).toFixed(0), high?.div(1e8).toFixed(0)]).toEqual(['124739', '124854'])
    expect(detected[0]).toMatchObject({ indicator: 'software_revenue', before: 24287, after: 24299 })
  })

  test('explains a net addition across a declared break, and detects no second one', () => {
    const findings = settle(contradictionsAmong(users), catalog, []).findings
    expect(findings[0]).toMatchObject({ state: 'break', declared: { before: '2023-12', after: '2024-01' } })
    expect(findBreaks(findings, catalog).filter(({ kind }) => kind === 'detected')).toEqual([])
  })

  test('does not let a break explain more than its size', () => {
    const misread = users.with(1, 'web-209 mobile_phone_users,CN,2024-12,level,19.7,亿户,,,actual,')
    expect(settle(contradictionsAmong(misread), catalog, []).findings.map(({ state }) => state)).toContain(
      'open',
    )
  })

  test('leaves open what nobody has explained, and takes the word of a person who has', () => {
    const found = contradictionsAmong(share)
    expect(settle(found, catalog, []).findings).toMatchObject([{ severity: 'hard', state: 'open' }])
    const acknowledgement = {
      finding: found[0]?.id ?? '',
      state: 'acknowledged',
      cause: 'as_printed',
      reason: '如此',
      place: 'a.csv:2',
    } as const
    expect(settle(found, catalog, [acknowledgement]).findings).toMatchObject([
      { state: 'acknowledged', reason: { zh: '如此' } },
    ])
  })

  test('tells a break that a person acknowledges from a base that its issuer re-sets', () => {
    const misprinted = revenue.with(2, 'web-208 software_revenue,CN,2024,yoy_pct,30.0,%,,,actual,')
    const found = contradictionsAmong(misprinted)
    expect(settle(found, catalog, []).findings.map(({ state }) => state)).toEqual(['open'])
    const acknowledgement = {
      finding: found[0]?.id ?? '',
      state: 'break',
      cause: 'rebased',
      reason: '口径有变',
      place: 'a.csv:2',
    } as const
    const kindsOf = (
      of: Parameters<typeof contradictionsAmong>[0],
      said: readonly (typeof acknowledgement)[],
    ) =>
      findBreaks(settle(contradictionsAmong(of), catalog, said).findings, catalog)
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'declared')
    expect(kindsOf(misprinted, [acknowledgement])).toEqual(['acknowledged'])
    expect(kindsOf(revenue, [])).toEqual(['detected'])
  })

  test('names an acknowledgement that no finding answers to, and one of other figures', () => {
    const [found] = contradictionsAmong(share)
    const stale = {
      finding: found?.id ?? '',
      state: 'acknowledged',
      cause: 'as_printed',
      reason: '如此',
      place: 'a.csv:2',
    } as const
    expect(settle([], catalog, [stale]).stale).toEqual([stale])
    const other = share.with(1, share[1]?.replace('15.6', '15.7') ?? '')
    expect(settle(contradictionsAmong(other), catalog, [stale]).stale).toEqual([stale])
  })
})
