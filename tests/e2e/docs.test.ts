import { expect, test } from 'vitest'
import { askAxe } from '../support/ask-axe.ts'
import { visit } from '../support/browser.ts'

test.each([
  ['/docs', 390, 'dark'],
  ['/docs?lang=en', 1440, 'light'],
] as const)('%s, %i px wide, %s: axe finds nothing, and nothing is cut off', async (path, width, scheme) => {
  const { page } = await visit(path, { width, scheme })
  const { violations, passes } = await askAxe(page)
  expect(violations).toEqual([])
  expect(passes).toBeGreaterThan(20)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  const colours = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
  expect(colours).toBe(scheme)
})

test('the footer of the pages leads to the reference in the language of the page, and it back', async () => {
  const { page, site } = await visit('/?lang=en')
  await page.getByRole('link', { name: 'API reference' }).click()
  expect(page.url()).toBe(`${site}/docs?lang=en`)
  await page.getByRole('navigation').getByRole('link', { name: '/series' }).click()
  expect(page.url()).toBe(`${site}/docs?lang=en#route-series`)
  expect(await page.locator('#route-series').isVisible()).toBe(true)
  await page.getByRole('link', { name: '中文' }).click()
  await page.getByRole('heading', { level: 1, name: 'API 参考' }).waitFor()
  await page.getByRole('link', { name: '有据', exact: true }).click()
  expect(page.url()).toBe(`${site}/`)
})
