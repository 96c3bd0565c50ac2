import { describe, expect, test } from 'vitest'
import { askAxe } from '../support/ask-axe.ts'
import { drawn, visit } from '../support/browser.ts'

const opened =
  '1.view=trend&1.indicator=software_revenue&1.region=CN&1.say=long&2.view=ranking&2.indicator=software_revenue&2.group=zones'

const pages: Readonly<Record<string, { readonly path: string; readonly meets?: number }>> = {
  总览: { path: '/' },
  指标: { path: '/indicators/software_revenue' },
  '指标 in English': { path: '/indicators/base_stations_5g?lang=en' },
  '指标, a basis it lacks': { path: '/indicators/base_stations_5g?basis=cumulative', meets: 422 },
  地区: { path: '/regions' },
  '地区, provinces': { path: '/regions?group=provinces' },
  贵州: { path: '/regions/520000' },
  目标: { path: '/targets' },
  '目标 by topic, in English': { path: '/targets?group=topic&lang=en' },
  校验: { path: '/checks' },
  '校验, several statements': { path: '/checks?tab=conflicts&open=software_revenue,mobile_phone_users' },
  '校验, nothing left': { path: '/checks?tab=conflicts&region=659000&lang=en' },
  来源: { path: '/sources' },
  'one 来源': { path: '/sources/web-198' },
  嵌入: { path: '/embed?view=trend&indicator=software_revenue&region=CN&measure=yoy_pct&basis=cumulative' },
  '简报, empty': { path: '/brief' },
  '简报, opened, in English': {
    path: `/brief?lang=en&title=Brief&${opened}`,
  },
  'no such page': { path: '/nowhere', meets: 404 },
}
const looks = [
  { width: 1440, scheme: 'light' },
  { width: 390, scheme: 'dark' },
] as const
const all = Object.entries(pages).flatMap(([name, page]) => looks.map((look) => ({ name, ...page, ...look })))
type Visit = (typeof all)[number]

const chosen = ['总览', '指标 in English', '校验']

/** A few pages, each in one of its looks by turns. */
export const chosenVisits = all.filter(({ name, width }) => {
  const at = chosen.indexOf(name)
  return at >= 0 && width === looks[at % looks.length]?.width
})

/** Every page in every other look. */
export const otherVisits = all.filter((each) => !chosenVisits.includes(each))

/** Tests that pages open, fit their width and pass axe. */
export function walkPages(visits: readonly Visit[]): void {
  describe.each(visits)('$name at $width px, $scheme', ({ path, ...options }) => {
    test('opens, fits its width, and axe finds nothing', async () => {
      const { page } = await visit(path, options)
      await drawn(page)
      expect(await page.locator('h1, figcaption').first().textContent()).not.toBe('')
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      const { violations, passes } = await askAxe(page)
      expect(violations).toEqual([])
      expect(passes).toBeGreaterThan(8)
    })
  })
}
