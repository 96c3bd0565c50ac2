import { describe, expect, test } from 'vitest'
import { type IdentityRule, identityRuleCodes } from '#data/model/identity-rule.ts'
import { contradictionsAmong, ledgerOf } from '../../../tests/support/figures-ledger.ts'
import { identityKinds } from './index.ts'

interface Case {
  readonly rule: IdentityRule
  /** Figures as they were published: they agree. */
  readonly figures: readonly string[]
  /** Which of them is misread, and how: they agree no longer. */
  readonly wrong: readonly [index: number, figure: string]
}

/** A year of fixed broadband users of ten provinces that all grew by a tenth, one figure a province and year. */
const tenProvinces = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32].flatMap((code) => [
  `reg-002 broadband_users,${code}0000,2023-12,level,500,万户,,,actual,`,
  `reg-002 broadband_users,${code}0000,2024-12,level,550,万户,,,actual,`,
])

const cases: readonly Case[] = [
  {
    rule: 'yearly_course',
    figures: tenProvinces,
    wrong: [19, 'reg-002 broadband_users,320000,2024-12,level,450,万户,,,actual,'],
  },
  {
    rule: 'same_fact',
    figures: [
      'dsj-2024-04-07 telecom_revenue,CN,2023,level,1.68,万亿元,,,preliminary,',
      'web-181 telecom_revenue,CN,2023,level,1.68,万亿元,,,preliminary,',
    ],
    wrong: [1, 'web-181 telecom_revenue,CN,2023,level,1.86,万亿元,,,preliminary,'],
  },
  {
    rule: 'within_whole',
    figures: [
      'web-181 fixed_broadband_revenue,CN,2023,level,2626,亿元,,,actual,',
      'dsj-2024-04-07 telecom_revenue,CN,2023,level,1.68,万亿元,,,preliminary,',
    ],
    wrong: [0, 'web-181 fixed_broadband_revenue,CN,2023,level,26260,亿元,,,actual,'],
  },
  {
    rule: 'shares_sum',
    figures: [
      'dsj-2024-20-17 software_product_revenue,CN,2024-01/2024-04,share_pct,24.1,%,,software_revenue,actual,',
      'dsj-2024-20-17 it_service_revenue,CN,2024-01/2024-04,share_pct,65.9,%,,software_revenue,actual,',
    ],
    wrong: [
      0,
      'dsj-2024-20-17 software_product_revenue,CN,2024-01/2024-04,share_pct,34.3,%,,software_revenue,actual,',
    ],
  },
  {
    rule: 'monotone',
    figures: [
      'web-052 telecom_revenue,CN,2024-Q1,level,4437,亿元,,,actual,',
      'web-196 telecom_revenue,CN,2024-01/2024-06,level,8941,亿元,,,actual,',
    ],
    wrong: [1, 'web-196 telecom_revenue,CN,2024-01/2024-06,level,4391,亿元,,,actual,'],
  },
  {
    rule: 'parts_sum',
    figures: [
      'web-181 telephone_users,CN,2023,net_add,3707,万户,,,actual,',
      'web-181 mobile_phone_users,CN,2023,net_add,4315,万户,,,actual,',
      'dsj-2024-04-07 fixed_phone_users,CN,2023,net_add,-608.8,万户,,,preliminary,',
    ],
    wrong: [2, 'dsj-2024-04-07 fixed_phone_users,CN,2023,net_add,-806.8,万户,,,preliminary,'],
  },
  {
    rule: 'regions_sum',
    figures: [
      'dsj-2024-20-17 software_revenue,320000,2024-01/2024-04,level,4455,亿元,,,actual,',
      'dsj-2024-20-17 software_revenue,330000,2024-01/2024-04,level,2820,亿元,,,actual,',
      'dsj-2024-20-17 software_revenue,CN-YRD,2024-01/2024-04,level,10253,亿元,,,actual,',
    ],
    wrong: [0, 'dsj-2024-20-17 software_revenue,320000,2024-01/2024-04,level,8455,亿元,,,actual,'],
  },
  {
    rule: 'between',
    figures: [
      'web-177 telephone_users,520000,2024-10,yoy_pct,3.1,%,,,actual,',
      'web-177 mobile_phone_users,520000,2024-10,yoy_pct,3.2,%,,,actual,',
      'web-177 fixed_phone_users,520000,2024-10,yoy_pct,-0.4,%,,,actual,',
    ],
    wrong: [0, 'web-177 telephone_users,520000,2024-10,yoy_pct,3.9,%,,,actual,'],
  },
  {
    rule: 'share',
    figures: [
      'web-181 fixed_broadband_revenue,CN,2023,share_pct,15.6,%,,telecom_revenue,actual,',
      'web-181 fixed_broadband_revenue,CN,2023,level,2626,亿元,,,actual,',
      'dsj-2024-04-07 telecom_revenue,CN,2023,level,1.68,万亿元,,,preliminary,',
    ],
    wrong: [0, 'web-181 fixed_broadband_revenue,CN,2023,share_pct,16.6,%,,telecom_revenue,actual,'],
  },
  {
    rule: 'share_change',
    figures: [
      'dsj-2024-04-07 mobile_5g_users,CN,2023-12,share_change_pp,13.3,pp,,mobile_phone_users,preliminary,',
      'web-182 mobile_5g_users,CN,2023-12,share_pct,46.6,%,,mobile_phone_users,actual,',
      'web-147 mobile_5g_users,CN,2022-12,share_pct,33.3,%,,mobile_phone_users,actual,',
    ],
    wrong: [
      0,
      'dsj-2024-04-07 mobile_5g_users,CN,2023-12,share_change_pp,13.8,pp,,mobile_phone_users,preliminary,',
    ],
  },
  {
    rule: 'growth',
    figures: [
      'dsj-2024-04-07 telecom_revenue,CN,2023,level,1.68,万亿元,,,preliminary,',
      'dsj-2024-04-07 telecom_revenue,CN,2023,yoy_pct,6.2,%,,,preliminary,',
      'web-151 telecom_revenue,CN,2022,level,1.58,万亿元,,,actual,',
    ],
    wrong: [1, 'dsj-2024-04-07 telecom_revenue,CN,2023,yoy_pct,9.2,%,,,preliminary,'],
  },
  {
    rule: 'growth_change',
    figures: [
      'dsj-2024-20-17 software_revenue,CN-EAST,2024-01/2024-04,growth_change_pp,-0.6,pp,2024-Q1,,actual,',
      'dsj-2024-20-17 software_revenue,CN-EAST,2024-01/2024-04,yoy_pct,12.2,%,,,actual,',
      'web-188 software_revenue,CN-EAST,2024-Q1,yoy_pct,12.8,%,,,actual,',
    ],
    wrong: [
      0,
      'dsj-2024-20-17 software_revenue,CN-EAST,2024-01/2024-04,growth_change_pp,-0.9,pp,2024-Q1,,actual,',
    ],
  },
  {
    rule: 'level_change',
    figures: [
      'web-181 mobile_phone_penetration,CN,2023-12,level_change,3.3,部/百人,,,actual,',
      'web-181 mobile_phone_penetration,CN,2023-12,level,122.5,部/百人,,,actual,',
      'web-147 mobile_phone_penetration,CN,2022-12,level,119.2,部/百人,,,actual,',
    ],
    wrong: [0, 'web-181 mobile_phone_penetration,CN,2023-12,level_change,8.3,部/百人,,,actual,'],
  },
  {
    rule: 'net_add',
    figures: [
      'web-181 telephone_users,CN,2023-12,level,19,亿户,,,actual,',
      'web-181 telephone_users,CN,2023,net_add,3707,万户,,,actual,',
      'web-147 telephone_users,CN,2022-12,level,18.63,亿户,,,actual,',
    ],
    wrong: [1, 'web-181 telephone_users,CN,2023,net_add,37070,万户,,,actual,'],
  },
  {
    rule: 'net_add_growth',
    figures: [
      'dsj-2024-04-07 rural_broadband_users,CN,2023,net_add,1557,万户,,,preliminary,',
      'dsj-2024-04-07 rural_broadband_users,CN,2023-12,level,1.92,亿户,,,preliminary,',
      'dsj-2024-04-07 rural_broadband_users,CN,2023-12,yoy_pct,8.8,%,,,preliminary,',
    ],
    wrong: [2, 'dsj-2024-04-07 rural_broadband_users,CN,2023-12,yoy_pct,8.1,%,,,preliminary,'],
  },
  {
    rule: 'spans_sum',
    figures: [
      'web-030 telecom_revenue,CN,2019-01/2019-11,level,12039,亿元,,,actual,',
      'web-081 telecom_revenue,CN,2019-01/2019-10,level,10973,亿元,,,actual,',
      'web-030 telecom_revenue,CN,2019-11,level,1066,亿元,,,actual,',
    ],
    wrong: [2, 'web-030 telecom_revenue,CN,2019-11,level,1660,亿元,,,actual,'],
  },
  {
    rule: 'ratio',
    figures: [
      'dsj-2024-20-18 electronics_margin,CN,2024-01/2024-04,level,3.1,%,,,actual,',
      'dsj-2024-20-18 electronics_profit,CN,2024-01/2024-04,level,1442,亿元,,,actual,',
      'dsj-2024-20-18 electronics_revenue,CN,2024-01/2024-04,level,4.67,万亿元,,,actual,',
    ],
    wrong: [0, 'dsj-2024-20-18 electronics_margin,CN,2024-01/2024-04,level,1.3,%,,,actual,'],
  },
  {
    rule: 'course',
    figures: [
      'web-160 telecom_revenue,CN,2023-01/2023-04,level,5699,亿元,,,actual,',
      'web-153 telecom_revenue,CN,2023-01/2023-02,level,2803,亿元,,,actual,',
      'web-163 telecom_revenue,CN,2023-01/2023-05,level,7125,亿元,,,actual,',
    ],
    wrong: [0, 'web-160 telecom_revenue,CN,2023-01/2023-04,level,5199,亿元,,,actual,'],
  },
  {
    rule: 'net_add_base',
    figures: [
      'web-043 mobile_5g_users,CN,2022-04,level,4.13,亿户,,,actual,',
      'web-043 mobile_5g_users,CN,2022-01/2022-04,net_add,5771,万户,,,actual,',
      'web-042 mobile_5g_users,CN,2022-02,level,3.84,亿户,,,actual,',
      'web-042 mobile_5g_users,CN,2022-01/2022-02,net_add,2905,万户,,,actual,',
    ],
    wrong: [1, 'web-043 mobile_5g_users,CN,2022-01/2022-04,net_add,7771,万户,,,actual,'],
  },
  {
    rule: 'base_monotone',
    figures: [
      'web-153 telecom_revenue,CN,2023-01/2023-02,level,2803,亿元,,,actual,',
      'web-153 telecom_revenue,CN,2023-01/2023-02,yoy_pct,7.9,%,,,actual,',
      'web-160 telecom_revenue,CN,2023-01/2023-04,level,5699,亿元,,,actual,',
      'web-160 telecom_revenue,CN,2023-01/2023-04,yoy_pct,7.2,%,,,actual,',
    ],
    wrong: [2, 'web-160 telecom_revenue,CN,2023-01/2023-04,level,2599,亿元,,,actual,'],
  },
  {
    rule: 'share_change_by_growth',
    figures: [
      'dsj-2024-20-17 software_revenue,CN-SUBPROV15,2024-01/2024-04,share_change_pp,-0.8,pp,,region:CN,actual,',
      'dsj-2024-20-17 software_revenue,CN-SUBPROV15,2024-01/2024-04,level,19175,亿元,,,actual,',
      'dsj-2024-20-17 software_revenue,CN,2024-01/2024-04,level,3.8,万亿元,,,actual,',
      'dsj-2024-20-17 software_revenue,CN-SUBPROV15,2024-01/2024-04,yoy_pct,9.8,%,,,actual,',
      'dsj-2024-20-17 software_revenue,CN,2024-01/2024-04,yoy_pct,11.6,%,,,actual,',
    ],
    wrong: [
      0,
      'dsj-2024-20-17 software_revenue,CN-SUBPROV15,2024-01/2024-04,share_change_pp,-8.1,pp,,region:CN,actual,',
    ],
  },
  {
    rule: 'contribution',
    figures: [
      'web-181 fixed_broadband_revenue,CN,2023,contribution_pp,1.2,pp,,,actual,',
      'web-181 fixed_broadband_revenue,CN,2023,level,2626,亿元,,,actual,',
      'web-181 fixed_broadband_revenue,CN,2023,yoy_pct,7.7,%,,,actual,',
      'dsj-2024-04-07 telecom_revenue,CN,2023,level,1.68,万亿元,,,preliminary,',
      'dsj-2024-04-07 telecom_revenue,CN,2023,yoy_pct,6.2,%,,,preliminary,',
    ],
    wrong: [0, 'web-181 fixed_broadband_revenue,CN,2023,contribution_pp,2.1,pp,,,actual,'],
  },
  {
    rule: 'bases_sum',
    figures: [
      'web-177 telephone_users,520000,2024-10,level,4885,万户,,,actual,',
      'web-177 telephone_users,520000,2024-10,yoy_pct,3.1,%,,,actual,',
      'web-177 mobile_phone_users,520000,2024-10,level,4659.4,万户,,,actual,',
      'web-177 mobile_phone_users,520000,2024-10,yoy_pct,3.2,%,,,actual,',
      'web-177 fixed_phone_users,520000,2024-10,level,225.6,万户,,,actual,',
      'web-177 fixed_phone_users,520000,2024-10,yoy_pct,-0.4,%,,,actual,',
    ],
    wrong: [3, 'web-177 mobile_phone_users,520000,2024-10,yoy_pct,2.2,%,,,actual,'],
  },
  {
    rule: 'wholes_sum',
    figures: [
      'dsj-2024-04-07 broadband_users_1000m,CN,2023-12,level,1.63,亿户,,,preliminary,',
      'dsj-2024-04-07 broadband_users_1000m,CN,2023-12,share_pct,25.7,%,,broadband_users,preliminary,',
      'web-182 broadband_users,CN,2023-12,level,6.36,亿户,,,actual,',
      'dsj-2024-04-07 broadband_users_1000m,CN-EAST,2023-12,level,7226,万户,,,preliminary,',
      'dsj-2024-04-07 broadband_users_1000m,CN-EAST,2023-12,share_pct,27.2,%,,broadband_users,preliminary,',
      'dsj-2024-04-07 broadband_users_1000m,CN-CENTRAL,2023-12,level,4133,万户,,,preliminary,',
      'dsj-2024-04-07 broadband_users_1000m,CN-CENTRAL,2023-12,share_pct,25.6,%,,broadband_users,preliminary,',
      'dsj-2024-04-07 broadband_users_1000m,CN-WEST,2023-12,level,4331,万户,,,preliminary,',
      'dsj-2024-04-07 broadband_users_1000m,CN-WEST,2023-12,share_pct,25.3,%,,broadband_users,preliminary,',
      'dsj-2024-04-07 broadband_users_1000m,CN-NORTHEAST,2023-12,level,637,万户,,,preliminary,',
      'dsj-2024-04-07 broadband_users_1000m,CN-NORTHEAST,2023-12,share_pct,17,%,,broadband_users,preliminary,',
    ],
    wrong: [
      4,
      'dsj-2024-04-07 broadband_users_1000m,CN-EAST,2023-12,share_pct,22.7,%,,broadband_users,preliminary,',
    ],
  },
]

test('every rule has its case', () => {
  expect(cases.map(({ rule }) => rule).toSorted()).toEqual([...identityRuleCodes].toSorted())
})

describe.each(cases)('$rule', ({ rule, figures, wrong: [index, figure] }) => {
  test('makes a claim of figures as published, which holds', () => {
    expect([...identityKinds[rule](ledgerOf(figures))].length).toBeGreaterThan(0)
    expect(contradictionsAmong(figures)).toEqual([])
  })

  test('finds the figure that was misread', () => {
    const found = contradictionsAmong(figures.with(index, figure))
    expect(found.map(({ claim }) => claim.rule)).toContain(rule)
  })
})
