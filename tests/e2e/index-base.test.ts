import { expect, test } from 'vitest'
import type { Answer } from '#server/answers.ts'
import { drawn, visit } from '../support/browser.ts'

const path = '/indicators/base_stations_5g?region=CN,420000,440000&transform=index'

test('an index of several regions has one base: in its subtitle, to be chosen, and in what is shared', async () => {
  const { page, site } = await visit(path)
  await drawn(page)
  const response = await fetch(
    `${site}/api/v1/series?indicator=base_stations_5g&region=CN,420000,440000&transform=index`,
  )
  const { series } = (await response.json()) as Answer<'series'>
  expect(new Set(series.map(({ indexBase }) => indexBase)).size).toBe(1)
  const figure = page.locator('.chart-figure')
  expect(await figure.textContent()).toMatch(/2021年6月末=100/)
  expect(await figure.textContent()).toContain('未列入（1）：广东')
  await page.getByLabel('基期').selectOption('2022-12')
  await page.waitForURL(/indexBase=2022-12/)
  await drawn(page)
  expect(await figure.textContent()).toMatch(/2022年12月末=100/)
  await page.getByRole('button', { name: '嵌入' }).first().click()
  const line = await page.getByRole('dialog').locator('textarea').first().inputValue()
  expect(line).toContain('indexBase=2022-12')
})

test('an embedded index keeps its base and names whom it leaves out', async () => {
  const { page } = await visit(
    '/embed?view=trend&indicator=base_stations_5g&region=CN,420000,440000&transform=index&indexBase=2022-12',
  )
  await drawn(page)
  const text = await page.locator('main').textContent()
  expect(text).toContain('2022年12月末=100')
  expect(text).toContain('未列入（1）：广东')
  expect(await page.getByRole('link', { name: '在有据中打开' }).getAttribute('href')).toContain(
    'indexBase=2022-12',
  )
})

test('a base that no series has is refused in words, with a way back', async () => {
  const { page } = await visit(`${path}&indexBase=2001-01`, { meets: 422 })
  await drawn(page)
  await page.getByRole('link', { name: '改用共有的基期' }).click()
  await page.waitForURL((url) => !url.search.includes('indexBase'))
  await drawn(page)
  expect(await page.locator('.chart-figure').textContent()).toContain('=100')
})

test('an address that asks for what is not there is told in the reader’s words, without a useless 重试', async () => {
  const { page } = await visit('/indicators/software_revenue?region=999999', { meets: 404 })
  await drawn(page)
  const notice = page.locator('.notice')
  expect(await notice.textContent()).toContain('地区不在目录中')
  expect(await notice.textContent()).not.toMatch(/api|重试/)
  await notice.getByRole('link').click()
  await page.locator('.chart-figure').first().waitFor()
})

test('years in the wrong order can be swapped, and no parameter is named', async () => {
  const { page } = await visit('/indicators/software_revenue?from=2024&to=2020', { meets: 400 })
  await drawn(page)
  const notice = page.locator('.notice')
  expect(await notice.textContent()).toContain('起始时间晚于结束时间')
  expect(await notice.textContent()).not.toMatch(/from|to |重试/)
  await notice.getByRole('link', { name: '对调起止时间' }).click()
  await page.waitForURL(/from=2020&to=2024/)
  await page.locator('.chart-figure').first().waitFor()
})
