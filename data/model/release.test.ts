import { describe, expect, test } from 'vitest'
import type { Dating } from './dating.ts'
import { parsePeriod } from './period.ts'
import { findReleases, type Statement, type StatingDocument } from './release.ts'
import { expectEditions, learnLag } from './release-days.ts'

const monthOf = (text: string) => parsePeriod(text, 'span')?.end ?? Number.NaN

const states = (topic: string, period: string, { numbers = 5 }: { numbers?: number } = {}): Statement => ({
  ...{ indicator: `${topic}_revenue`, topic, numbers },
  time: 'span',
  end: monthOf(period),
})

let made = 0
const document = (
  published: string,
  statements: readonly Statement[],
  rest: Partial<StatingDocument> = {},
): StatingDocument => ({
  id: `doc-${++made}`,
  issuers: ['局'],
  place: 'CN',
  compilation: 'express',
  dating: 'issue',
  only: 'CN',
  ...{ published, statements },
  ...rest,
})

/** Monthly reports of two years, each issued so many days into the month behind its own. */
const monthly = (day: string, dating: Dating = 'issue') =>
  [2024, 2025].flatMap((year) =>
    ['02', '03', '04', '05'].map((month) => {
      const next = String(Number(month) + 1).padStart(2, '0')
      return document(`${year}-${next}-${day}`, [states('software', `${year}-${month}`)], { dating })
    }),
  )

const only = <Each>(each: readonly Each[]): Each => {
  expect(each).toHaveLength(1)
  return each[0] as Each
}

describe('documents are one release', () => {
  test('where issuer, topic and rhythm are the same, whatever their titles', () => {
    const release = only(findReleases(monthly('20'), '2025-12-31'))
    expect(release).toMatchObject({ issuers: ['局'], topic: 'software', region: 'CN', rhythm: 'within_year' })
    expect(release.editions).toHaveLength(8)
    expect(release.months).toEqual([2, 3, 4, 5])
  })

  test.each<[string, Partial<StatingDocument>]>([
    ['another issuer', { issuers: ['部'] }],
    ['another compilation', { compilation: 'annual' }],
    ['an office of a province', { place: '520000' }],
  ])('and %s has its own', (_, rest) => {
    const others = [
      document('2025-06-20', [states('software', '2025-05')], rest),
      document('2025-05-20', [states('software', '2025-04')], rest),
    ]
    expect(findReleases([...monthly('20'), ...others], '2025-12-31')).toHaveLength(2)
  })

  test('and the one of December has its own, as it sums up the year', () => {
    const yearly = [2023, 2024].map((year) =>
      document(`${year + 1}-01-25`, [states('software', `${year}`), states('software', `${year}-11`)]),
    )
    const releases = findReleases([...monthly('20'), ...yearly], '2025-12-31')
    expect(releases.map(({ rhythm, months }) => [rhythm, months])).toEqual([
      ['within_year', [2, 3, 4, 5]],
      ['year', [12]],
    ])
  })

  test('and a topic that is told of beside a larger one is part of it', () => {
    const both = (month: string, published: string, more: Statement[]) =>
      document(published, [states('5g', month, { numbers: 2 }), ...more])
    const release = only(
      findReleases(
        [
          both('2025-02', '2025-03-20', [states('telecom', '2025-02', { numbers: 20 })]),
          both('2025-03', '2025-04-20', [states('telecom', '2025-03', { numbers: 20 })]),
          both('2025-04', '2025-05-20', []),
        ],
        '2025-12-31',
      ),
    )
    expect([release.topic, release.editions.length]).toEqual(['telecom', 3])
  })

  test('and a ministry that tells of one province alone tells of that', () => {
    const alone = ['2025-04', '2025-05'].map((month, at) =>
      document(`2025-0${at + 5}-20`, [states('software', month)], { only: '520000' }),
    )
    expect(only(findReleases(alone, '2025-12-31')).region).toBe('520000')
  })

  test('but never those of media, of one period alone, without a date or of later than the day', () => {
    const media = monthly('20').map((each) => ({ ...each, place: '' }))
    const undated = monthly('20').map((each): StatingDocument => ({ ...each, published: '', dating: '' }))
    const once = [document('2025-06-20', [states('software', '2025-05')])]
    for (const none of [media, undated, once]) expect(findReleases(none, '2025-12-31')).toEqual([])
    expect(findReleases(monthly('20'), '2024-03-31')).toEqual([])
    expect(only(findReleases(monthly('20'), '2024-05-19')).editions).toHaveLength(2)
  })

  test('and a month that was not over when a document came out is none of its periods', () => {
    const early = document('2025-06-20', [states('software', '2025-06'), states('software', '2025-05')])
    expect(only(findReleases([...monthly('20'), early], '2025-12-31')).editions.at(-1)?.end).toBe(
      monthOf('2025-05'),
    )
  })
})

describe('the day of issue of an edition', () => {
  const editionOf = (...dates: readonly (readonly [string, Dating])[]) => {
    const documents = dates.map(([day, dating]) => document(day, [states('software', '2025-05')], { dating }))
    return only(findReleases([...monthly('20').slice(0, 3), ...documents], '2025-12-31')).editions.at(-1)
  }

  test('is what an issuer says, though reprints came later', () => {
    expect(editionOf(['2025-06-25', 'reprint'], ['2025-06-23', 'issue'])).toMatchObject({
      issued: '2025-06-23',
      outBy: '2025-06-23',
    })
  })

  test('is not known where somebody had it before, or only reprints are known', () => {
    expect(editionOf(['2025-06-22', 'reprint'], ['2025-06-23', 'issue'])).toMatchObject({
      issued: undefined,
      outBy: '2025-06-22',
    })
    expect(editionOf(['2025-06', 'month'])).toMatchObject({ issued: undefined, outBy: '2025-06-30' })
  })
})

describe('the lag', () => {
  const release = (documents: readonly StatingDocument[]) => only(findReleases(documents, '2026-12-31'))

  test('is the median and the range of the days from the end of the period', () => {
    expect(learnLag(release([...monthly('20').slice(0, 7), ...monthly('26').slice(7)]))).toEqual({
      earliest: 20,
      usual: 20,
      latest: 26,
      observed: 8,
      weekends: 2,
    })
  })

  test('is not made up of reprints, nor of fewer than three days of issue', () => {
    expect(learnLag(release(monthly('20', 'reprint')))).toBeUndefined()
    expect(
      learnLag(release([...monthly('20').slice(0, 2), ...monthly('20', 'reprint').slice(2)])),
    ).toBeUndefined()
  })

  test('begins earlier where a reprint came earlier, and never ends later by one', () => {
    const some = monthly('20').slice(0, 6)
    const [early, late] = [monthly('15', 'reprint').slice(6, 7), monthly('29', 'reprint').slice(7)]
    expect(learnLag(release([...some, ...early, ...late]))).toMatchObject({ earliest: 15, latest: 20 })
  })

  test('is that of the last twelve days of issue: issuers change their ways', () => {
    const old = ['02', '03', '04', '05'].flatMap((month) => {
      const next = String(Number(month) + 1).padStart(2, '0')
      return [2021, 2022, 2023].map((year) =>
        document(`${year}-${next}-28`, [states('software', `${year}-${month}`)]),
      )
    })
    expect(learnLag(release([...old, ...monthly('20')]))).toMatchObject({ observed: 12, usual: 20 })
    expect(learnLag(release([...old, ...monthly('20')]))?.latest).toBe(28)
  })
})

describe('what is expected', () => {
  const outlook = (today: string, documents = monthly('20')) =>
    expectEditions(only(findReleases(documents, today)), today)
  const said = (today: string) =>
    outlook(today).expected.map(({ period, state, days, overdueDays }) =>
      [period.end - monthOf('2025-01') + 1, state, days?.usual, overdueDays].join(' '),
    )

  test('begins with the month behind the last that was seen, and ends with the first that is ahead', () => {
    expect(said('2025-05-19')).toEqual(['4 ahead 2025-05-20 0'])
    expect(said('2025-05-20')).toEqual(['5 ahead 2025-06-20 0'])
  })

  test('has the months of the first year in the second, and none that was passed over', () => {
    const rest = document('2025-02-20', [states('software', '2025-01')])
    const months = (documents: readonly StatingDocument[]) =>
      only(findReleases(documents, '2025-12-31')).months
    expect(months(monthly('20').slice(0, 6))).toEqual([2, 3, 4, 5])
    expect(months(monthly('20').slice(0, 4))).toEqual([])
    expect(months([document('2023-03-20', [states('software', '2023-02')]), ...monthly('20'), rest])).toEqual(
      [2, 3, 4, 5],
    )
  })

  test('leaves out the months of the year that have no release', () => {
    expect(said('2025-06-20')).toEqual(['14 ahead 2026-03-20 0'])
  })

  test('is due from the earliest to the latest day, and overdue behind it by as many days', () => {
    const spread = [...monthly('20').slice(0, 6), document('2025-05-24', [states('software', '2025-04')])]
    const state = (today: string) => {
      const [next] = outlook(today, spread).expected
      return `${next?.state} ${next?.overdueDays}`
    }
    expect(['2025-06-19', '2025-06-20', '2025-06-24', '2025-06-25', '2025-07-04'].map(state)).toEqual([
      'ahead 0',
      'due 0',
      'due 0',
      'overdue 1',
      'overdue 10',
    ])
  })

  test('has no day where too little is known, and nothing where nothing recurs', () => {
    const { state, lag, expected } = outlook('2025-07-31', monthly('20', 'reprint'))
    expect([state, lag, expected.map(({ days }) => days)]).toEqual(['unknown', undefined, [null]])
    const two = monthly('20').slice(0, 2)
    expect(outlook('2024-07-31', two)).toEqual({ state: 'unknown', lag: undefined, expected: [] })
  })

  test('is nothing of what has not been seen for long', () => {
    expect(outlook('2027-12-31')).toMatchObject({ state: 'lapsed', expected: [] })
  })
})
