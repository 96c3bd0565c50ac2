import { expect, test } from 'vitest'
import { measureCodes } from '#data/model/measure.ts'
import { admits, comparePeriods, type Period, parsePeriod } from '#data/model/period.ts'
import { answers } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

function periodOf({ period, time }: { period: string; time: Period['time'] }): Period {
  const read = parsePeriod(period, time)
  if (!read) throw new Error(`${period} is no period`)
  return read
}

/**
 * Tests that the series of some indicators hold each period once, in order and of one basis, and are those that
 * `/indicators/:code` lists.
 * @param choose which of the codes of the catalogue.
 */
export async function walkCoverage(choose: (code: string) => boolean): Promise<void> {
  const { ask } = await openRealApi()
  const { indicators } = answers.indicators.parse(await ask('/indicators'))
  const chosen = indicators.map(({ code }) => code).filter(choose)
  test('there are indicators to look at', () => expect(chosen.length).toBeGreaterThan(5))

  test.each(chosen)('%s, in every region, measure and basis', async (code) => {
    const { coverage, indicator } = answers.indicator.parse(await ask(`/indicators/${code}`))
    const regions = indicator.coverage.regions
    if (regions.length === 0) return
    const { series } = answers.series.parse(
      await ask(
        `/series?indicator=${code}&region=${regions}&measure=${measureCodes}&compilation=${indicator.compilations.join() || 'express'}`,
      ),
    )
    const keys = series.map((each) =>
      [each.region, each.measure, each.compilation, each.basis, each.of, each.comparison].join('|'),
    )
    expect(new Set(keys).size).toBe(keys.length)
    for (const { basis, points, comparison } of series) {
      const periods = points.map(periodOf)
      expect(periods.filter((period) => !admits[basis](period))).toEqual([])
      expect(periods).toEqual(periods.toSorted(comparePeriods))
      if (comparison === 'usual') expect(new Set(points.map(({ period }) => period)).size).toBe(points.length)
    }
    const printed = series.map((each) => ({ ...each, points: each.points.filter(({ derived }) => !derived) }))
    const filled = printed.filter(({ points }) => points.length > 0)
    expect(filled).toHaveLength(coverage.length)
    for (const { periods, ...key } of coverage) {
      const found = filled.find((each) =>
        Object.entries(key).every(([name, value]) => Reflect.get(each, name) === value),
      )
      expect([...new Set(found?.points.map(({ period }) => period))]).toEqual(periods)
    }
  })
}
