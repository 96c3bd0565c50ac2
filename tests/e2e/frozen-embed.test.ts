import { cpSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { visit } from '../support/browser.ts'
import { ownSite } from '../support/own-site.ts'
import { contentOf, ownPlace } from '../support/own-versions.ts'
import { publishContent } from '../support/publish-content.ts'

const revenue = (value: number) => `software_revenue,CN,2024,level,${value},亿元,,,actual,`
const publish = async (place: string, value: number) =>
  publishContent(place, await contentOf({ 'web-020': [revenue(value)] }, afterAll))

const place = ownPlace(afterAll)
const { id } = await publish(place, 137276)
await publish(place, 140001)
/** The same without the folder of versions. */
const swept = ownPlace(afterAll)
cpSync(place, swept)

const chart = `/embed?view=columns&indicator=software_revenue&region=CN&basis=year&snapshot=${id}&asOf=2026-01-31`

test.each([
  ['is as it was while its version is kept', await ownSite(place), '137,276', /^数据截至 2026-01-31 定格$/],
  [
    'is made anew when its version is gone, and says so',
    await ownSite(swept),
    '140,001',
    /^数据截至 2026-01-31 定格；当时的版本已不保留，改由当日及以前发布的文件重算$/,
  ],
])('a frozen chart of a figure that was corrected since %s', async (_, site, figure, line) => {
  const { page } = await visit(chart, { origin: site, meets: 410 })
  const picture = page.locator('[data-kind=columns][data-ready]')
  await picture.waitFor()
  expect(await picture.getAttribute('aria-label')).toContain(figure)
  expect(await page.locator('.embed-cautions', { hasText: '定格' }).textContent()).toMatch(line)
})
