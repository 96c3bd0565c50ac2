import { expect, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'

test('还原单月 gives months with their interval, and each opens the figures it was made of', async () => {
  const { page } = await visit('/indicators/software_revenue?basis=cumulative')
  await drawn(page)
  await page.getByLabel('变换').selectOption({ label: '还原单月' })
  await page.waitForURL(/transform=decumulate/)
  await drawn(page)
  const row = page.getByRole('row', { name: /2023年10月/ })
  expect((await row.textContent())?.replaceAll(/\s/g, '')).toContain('10,581亿元推算10,580—10,582亿元')
  await row.getByRole('link', { name: /前三季度/ }).click()
  await page.waitForURL(/\/sources\//)
  await page.getByText('87,610').or(page.getByText('87610')).first().waitFor()
})

test('a change of 口径 is marked in the chart and parts the table', async () => {
  const { page } = await visit('/indicators/base_stations_5g?kind=trend')
  await drawn(page)
  await page.locator('figure svg').getByText('口径调整').waitFor()
  const parted = page.locator('tr.break-row')
  expect(await parted.count()).toBe(1)
  expect(await parted.textContent()).toContain('口径调整（2023年3月起）')
  expect(await page.locator('tr:has(+ tr.break-row)').textContent()).toContain('2023年')
})

test('另有1个数值 lists every statement of the figure and says why one is used', async () => {
  const { page } = await visit('/indicators/datacenter_racks?kind=trend')
  await drawn(page)
  await page
    .getByRole('row', { name: /2024年12月末/ })
    .getByRole('button', { name: '另有1个数值' })
    .click()
  const dialog = page.getByRole('dialog', { name: '各来源的数值' })
  await dialog.getByText('采用的理由').or(dialog.getByText('采用前者的理由')).first().waitFor()
  const statements = await dialog.getByRole('listitem').allTextContents()
  expect(statements).toHaveLength(2)
  expect(statements[0]).toContain('880')
  expect(statements[1]).toContain('900')
})
