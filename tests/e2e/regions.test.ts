import { expect, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'

test('on a phone the first chart begins on the first screen, and the table stands whole', async () => {
  const { page } = await visit('/regions?indicator=software_revenue&group=provinces', { width: 390 })
  await drawn(page)
  const top = await page
    .locator('[data-kind]')
    .first()
    .evaluate((plot) => plot.getBoundingClientRect().top)
  expect(top).toBeLessThan(600)
  const offScreen = await page.locator('.scroll-box').evaluate((box) => box.scrollWidth - box.clientWidth)
  expect(offScreen).toBe(0)
})

test('the view, what is made of the numbers and 各省最新 stand in the address', async () => {
  const { page } = await visit('/regions?indicator=base_stations_5g&group=provinces')
  await drawn(page)
  await page.getByText('只看同一时期').click()
  await page.waitForURL(/when=same/)
  await page.getByText('历年热力图').click()
  await page.waitForURL(/view=heatmap/)
})

test('scattered figures stand each at its latest, dated, the older paler', async () => {
  const { page } = await visit('/regions?indicator=base_stations_5g&group=provinces')
  await drawn(page)
  expect(await page.locator('.chart-subtitle').last().textContent()).toContain('各省最新')
  const texts = (await page.locator('[data-kind=ranking] svg text').allTextContents()).map((each) =>
    each.trim(),
  )
  expect(texts.filter((text) => /^20\d\d年\d+月末$/.test(text)).length).toBeGreaterThan(8)
})

test.each([
  ['view=heatmap&indicator=broadband_users', 'heatmap'],
  ['view=multiples&indicator=broadband_users', 'multiples'],
  ['view=ranking&indicator=base_stations_5g&group=provinces&when=latest', 'ranking'],
  ['view=ranking&indicator=software_revenue&group=provinces&transform=share', 'ranking'],
])('an embed of %s shows the %s and links to the page that shows the same', async (query, kind) => {
  const { page } = await visit(`/embed?${query}`)
  await page.locator(`[data-kind=${kind}][data-ready]`).waitFor()
  const href = await page.locator('a[href*="/regions?"]').getAttribute('href')
  for (const said of ['transform', 'when'].filter((name) => query.includes(name)))
    expect(href).toContain(said)
})
