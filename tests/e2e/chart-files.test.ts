import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Answer } from '#server/answers.ts'
import { drawn, visit } from '../support/browser.ts'
import { openOffice } from '../support/office-file.ts'

/** The chart of an indicator with its menu of files open: one press. */
async function menuOpened() {
  const visited = await visit('/indicators/software_revenue?basis=year&kind=columns')
  await drawn(visited.page)
  await visited.page.locator('.chart-figure .export-menu > summary').first().click()
  return visited
}

/** The file that the second press gives. */
async function fileOf(page: Page, name: RegExp) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.export-menu[open]').getByRole('link', { name }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

describe('two presses give a chart as', () => {
  test('a slide, whose numbers are those of the API', async () => {
    const { page, site } = await menuOpened()
    const { name, bytes } = await fileOf(page, /^PowerPoint/)
    expect(name).toBe('有据-软件业务收入-全国-全年-快报-万亿元.pptx')
    const office = openOffice(bytes)
    const chart = office.paths.find((path) => /charts\/chart[^/]*\.xml$/.test(path)) ?? 'no chart'
    const { text } = office.xml(chart)
    const question = '/api/v1/series?indicator=software_revenue&basis=year'
    const { series } = (await (await fetch(site + question)).json()) as {
      series: { points: { value: number }[] }[]
    }
    const values = series.flatMap(({ points }) => points.map(({ value }) => value))
    expect(values.length).toBeGreaterThan(5)
    for (const value of values) expect(text).toContain(String(value / 1e12))
  })

  test('a document of Word', async () => {
    const { page } = await menuOpened()
    const { name, bytes } = await fileOf(page, /^Word/)
    expect(name).toBe('有据-软件业务收入-全国-全年-快报-万亿元.docx')
    expect(openOffice(bytes).xml('word/document.xml').text).toContain('软件业务收入')
  })

  test.each([
    [/^PNG 图片（2 倍）/, 1920],
    [/^PNG 图片（1 倍）/, 960],
  ])('%s', async (name, width) => {
    const { page } = await menuOpened()
    const { name: fileName, bytes } = await fileOf(page, name)
    expect(fileName.endsWith(width > 960 ? '-万亿元@2x.png' : '-万亿元.png')).toBe(true)
    expect(bytes.readUInt32BE(16)).toBe(width)
  })

  test('SVG', async () => {
    const { page } = await menuOpened()
    expect((await fileOf(page, /^SVG/)).bytes.toString()).toMatch(/^<svg/)
  })
})

test('复制图片 leaves a picture in the clipboard', async () => {
  const { page } = await visit('/indicators/software_revenue?basis=year')
  await drawn(page)
  await page.getByRole('button', { name: '复制图片' }).first().click()
  await page.getByText('已复制').first().waitFor()
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  )
  expect(types).toContain('image/png')
})

test('复制表述 leaves the sentence that the API and a brief say of the chart', async () => {
  const { page, site } = await visit('/indicators/software_revenue')
  await drawn(page)
  await page.getByRole('button', { name: '复制表述' }).first().click()
  await page.getByText('已复制').first().waitFor()
  const response = await fetch(`${site}/api/v1/sentence?indicator=software_revenue`)
  const { sentences } = (await response.json()) as Answer<'sentence'>
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sentences.medium)
})

test('引用 says how the chart and its documents are cited, in two styles to copy', async () => {
  const { page } = await visit('/indicators/software_revenue?basis=year')
  await drawn(page)
  await page.getByRole('button', { name: '引用' }).first().click()
  const dialog = page.getByRole('dialog', { name: '引用这张图' })
  expect(await dialog.getByLabel('GB/T 7714').locator('textarea').inputValue()).toMatch(
    /^有据\. 软件业务收入.*\[DS\/OL\]/,
  )
  expect(await dialog.getByLabel('BibTeX').locator('textarea').inputValue()).toMatch(/^@misc\{youju,/)
})
