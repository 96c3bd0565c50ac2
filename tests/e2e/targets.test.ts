import { afterAll, describe, expect, test } from 'vitest'
import { groupDigits } from '#data/model/quantity.ts'
import type { Answer } from '#server/answers.ts'
import { closeBrowser, drawn, visit } from '../support/browser.ts'

afterAll(closeBrowser)

describe.each([1440, 390] as const)('at %i px', (width) => {
  test('every target, its actual figure and how it stands are those of the API', async () => {
    const { page, site } = await visit('/targets', { width })
    await drawn(page)
    const response = await fetch(`${site}/api/v1/targets`)
    const { targets, expectations } = (await response.json()) as Answer<'targets'>
    const measured = [...targets, ...expectations].filter(({ state }) => state !== 'no_actual')
    const text = (await page.locator('main').textContent()) ?? ''
    for (const { target, actual } of [...targets, ...expectations]) {
      expect(text).toContain(groupDigits(target.printedValue))
      if (actual) expect(text).toContain(groupDigits(actual.printedValue))
    }
    expect(await page.locator('.target-row').count()).toBe(measured.length)
    expect(await page.getByRole('img', { name: /实际数为目标的/ }).count()).toBe(
      measured.filter(({ progress }) => progress).length,
    )
    expect(await page.locator('.awaited li').count()).toBe(
      targets.filter(({ state }) => state === 'no_actual').length,
    )
  })
})

test('a reader keeps the targets of one standing, shares the address, and goes to where a target is set', async () => {
  const { page } = await visit('/targets')
  await drawn(page)
  await page.getByLabel('进展').selectOption('no_actual')
  await page.waitForURL(/state=no_actual/)
  expect(await page.locator('.target-row').count()).toBe(0)
  const lines = await page.locator('.awaited li').allTextContents()
  expect(lines.length).toBeGreaterThan(10)
  const { page: fresh } = await visit(new URL(page.url()).pathname + new URL(page.url()).search)
  await drawn(fresh)
  expect(await fresh.locator('.awaited li').allTextContents()).toEqual(lines)
  await fresh.locator('.awaited .source-link').first().click()
  await fresh.waitForURL(/\/sources\//)
})
