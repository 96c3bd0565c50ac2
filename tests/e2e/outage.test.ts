import { expect, inject, onTestFinished, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { listen } from '#server/listen.ts'
import { drawn, visit } from '../support/browser.ts'
import { ownDatabase } from '../support/own-database.ts'

const database = await ownDatabase({
  sources: ['own-2024,2025-01-24,primary'],
  rows: { 'own-2024': ['software_revenue,CN,2024,level,137276,亿元,,,actual,'] },
})

test('a page that was opened before the server went away says so, and goes on when it is back', async () => {
  const current = await openCurrentStore(database)
  onTestFinished(() => current.close())
  const { fetch } = createApp({ current, pagesFolder: inject('pages') })
  const before = await listen(fetch, { host: 'localhost', port: 0 })
  const { page } = await visit('/sources', { origin: `http://localhost:${before.port}`, meets: 'outage' })
  await drawn(page)
  await before.close()
  await page.getByRole('link', { name: '目标', exact: true }).click()
  await page.getByText('连接不上服务器').waitFor()
  const after = await listen(fetch, { host: 'localhost', port: before.port })
  onTestFinished(() => after.close())
  for (const [link, path] of [
    ['校验', '/checks'],
    ['目标', '/targets'],
  ] as const) {
    await page.getByRole('link', { name: link, exact: true }).first().click()
    await page.waitForURL(`**${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await drawn(page)
    expect(await page.locator('h1').first().textContent()).toContain(link)
  }
})
