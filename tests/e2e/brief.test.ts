import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { askAxe } from '../support/ask-axe.ts'
import { drawn, visit } from '../support/browser.ts'
import { builtVersions, revenue } from '../support/built-versions.ts'
import { ownSite } from '../support/own-site.ts'

const withFourCharts = '/regions/520000'

const layouts = ['page', 'each', 'slides'] as const

/** Presses like a reader, and counts how often. */
function presses() {
  let count = 0
  const press = async (what: Locator) => {
    await what.click()
    count++
  }
  return { press, count: () => count }
}

async function addFour(page: Page, press: (what: Locator) => Promise<void>) {
  await drawn(page)
  for (let added = 0; added < 4; added++) await press(page.getByRole('button', { name: '加入简报' }).first())
  await press(page.getByRole('link', { name: /^简报/ }))
  await page.locator('.brief-entry').nth(3).waitFor()
}

/** The own brief of a reader with four charts. */
async function withFour() {
  const visited = await visit(withFourCharts)
  const { press, count } = presses()
  await addFour(visited.page, press)
  await drawn(visited.page)
  return { ...visited, press, count }
}

const captionsOf = (page: Page) =>
  page
    .locator('.brief-entry input.text-field')
    .evaluateAll((fields) =>
      fields.map((field) => (field as HTMLInputElement).value || (field as HTMLInputElement).placeholder),
    )

/** How many pages the print of a document has. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
}

describe('a brief of four charts', () => {
  test('is taken as one page of A4 in six presses, and opens from the disk without network', async () => {
    const { page, context, press, count } = await withFour()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('link', { name: '网页文件' })),
    ])
    expect(count()).toBeLessThanOrEqual(8)
    expect(download.suggestedFilename()).toMatch(/^有据-数字经济简报-\d{4}-\d{2}-\d{2}\.html$/)
    const folder = mkdtempSync(join(tmpdir(), 'youju-brief-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'brief.html')
    await download.saveAs(file)
    await context.setOffline(true)
    await page.goto(`file://${file}`)
    expect(await page.locator('figure svg').count()).toBe(4)
    expect(await page.locator('.sheet').count()).toBe(1)
    expect(await pagesOf(page)).toBe(1)
    await page.locator('summary').first().click()
    expect(await page.locator('details[open] tbody tr').count()).toBeGreaterThan(4)
  })

  test.each(['Word', 'PowerPoint'])('is taken as a file of %s in six presses', async (name) => {
    const { page, press, count } = await withFour()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('link', { name, exact: true })),
    ])
    expect(count()).toBeLessThanOrEqual(8)
    expect(download.suggestedFilename()).toMatch(/^有据-数字经济简报-[\d-]+\.(?:docx|pptx)$/)
    expect(statSync(await download.path()).size).toBeGreaterThan(20_000)
  })

  test('has no text below 8 pt on paper, and none outside of its sheet', async () => {
    const { page } = await visit(`/brief.html?${fourHard}`)
    await page.emulateMedia({ media: 'print' })
    expect(await pagesOf(page)).toBe(1)
    const small = await page.evaluate(() => {
      const isSmall = (element: Element) => {
        const { fontSize } = getComputedStyle(element)
        const zoom = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1
        return Number.parseFloat(fontSize) * zoom * 0.75 < 7.99
      }
      const texts = [...document.querySelectorAll('.sheet *')].filter((each) =>
        [...each.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
      )
      return texts.filter(isSmall).map(({ textContent }) => textContent)
    })
    expect(small).toEqual([])
    const outside = await page.evaluate(() => {
      const sheet = document.querySelector('.sheet')?.getBoundingClientRect()
      const marks = [...document.querySelectorAll('.sheet figure, .sheet footer')]
      return marks.filter((each) => each.getBoundingClientRect().bottom > (sheet?.bottom ?? 0) + 0.5).length
    })
    expect(outside).toBe(0)
  })

  test.each([1440, 390] as const)('as a file passes axe and fits its width at %i px', async (width) => {
    const { page } = await visit(`/brief.html?${fourHard}`, { width })
    const { violations, passes } = await askAxe(page)
    expect(violations).toEqual([])
    expect(passes).toBeGreaterThan(8)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })

  test.each([
    ['一图一页', 4],
    ['幻灯片', 4],
  ])('in the layout %s has %i pages, which the preview shows', async (layout, pages) => {
    const { page, press, count, site } = await withFour()
    await press(page.getByText(layout, { exact: true }))
    expect(count()).toBeLessThanOrEqual(7)
    const sheets = page.frameLocator('.brief-paper iframe').locator('.sheet')
    await sheets.nth(pages - 1).waitFor()
    const address = await page.getByRole('link', { name: '网页文件' }).getAttribute('href')
    await page.goto(site + address)
    expect(await pagesOf(page)).toBe(pages)
  })

  test('is printed as the file is', async () => {
    const { page, context } = await visit(withFourCharts)
    await context.addInitScript(() => {
      window.print = () => top?.postMessage({ printed: document.querySelectorAll('.sheet svg').length }, '*')
    })
    await page.reload()
    await addFour(page, presses().press)
    const printed = page.evaluate(
      () =>
        new Promise((resolve) =>
          addEventListener('message', ({ data }) => 'printed' in data && resolve(data.printed)),
        ),
    )
    await page.getByRole('button', { name: '打印' }).click()
    expect(await printed).toBe(4)
  })

  test.each(layouts)('in the layout %s its page prints the brief instead of the form', async (layout) => {
    const { page, site } = await visit(`/brief?layout=${layout}&${fourHard}`, { scheme: 'dark' })
    await drawn(page)
    await page.frameLocator('.brief-paper iframe').locator('.sheet').last().waitFor()
    await page.evaluate(() =>
      addEventListener('beforeprint', () => {
        // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not printed
        document.body.dataset['printed'] = document.body.innerText
      }),
    )
    const pages = await pagesOf(page)
    const printed = await page.locator('body').getAttribute('data-printed')
    expect(await page.getByLabel('题目').isVisible()).toBe(true)
    const address = await page.getByRole('link', { name: '网页文件' }).getAttribute('href')
    await page.goto(site + address)
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not printed
    expect(printed).toBe(await page.locator('body').innerText())
    expect(pages).toBe(await pagesOf(page))
  })

  test('is printed without the form where its preview has not come', async () => {
    const { page } = await visit('/targets', { meets: 'outage' })
    await page.route(/brief\.html/, (route) => route.abort())
    await page.goto(new URL(`/brief?${fourHard}`, page.url()).href)
    await drawn(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.brief-entry').count()).toBe(4)
    for (const part of ['.brief-head', '.brief-preview', '.brief-moves', '.brief-entry .segmented'])
      expect(await page.locator(part).first().isVisible()).toBe(false)
  })

  test('opens from its link in another browser as it is, beside the own brief of who opens it', async () => {
    const { page, press } = await withFour()
    await page.getByLabel('题目').fill('贵州 数字经济')
    await page.getByLabel('图2 图题').fill('电信业务：增速')
    await page.locator('.brief-entry').nth(1).getByText('长', { exact: true }).click()
    await press(page.getByRole('button', { name: '复制链接' }))
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const captions = await captionsOf(page)
    const sentences = await page.locator('.brief-sentence').allTextContents()
    const { page: other } = await visit(new URL(link).pathname + new URL(link).search)
    await drawn(other)
    expect(await other.getByLabel('题目').inputValue()).toBe('贵州 数字经济')
    expect(await captionsOf(other)).toEqual(captions)
    expect(captions[1]).toBe('电信业务：增速')
    expect(await other.locator('.brief-sentence').allTextContents()).toEqual(sentences)
    await other.getByText('图中的数字没有变化').waitFor()
    expect(await other.getByRole('link', { name: '简报', exact: true }).count()).toBe(1)
    await other.getByRole('button', { name: '收为我的简报' }).click()
    await other.getByRole('link', { name: '简报(4)' }).waitFor()
    expect(new URL(other.url()).search).toBe('')
    expect(await captionsOf(other)).toEqual(captions)
  })

  test('is put in another order by keys alone, and the focus goes along', async () => {
    const { page } = await withFour()
    const [first = '', second = '', ...others] = await captionsOf(page)
    await page.getByRole('button', { name: `下移：${first}`, exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('已移到第 2 位，共 4 张').waitFor()
    expect(await captionsOf(page)).toEqual([second, first, ...others])
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(`下移：${first}`)
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText('已移到第 1 位，共 4 张').waitFor()
    expect(await captionsOf(page)).toEqual([first, second, ...others])
  })

  test('gives back what was removed, to its place, the last one too', async () => {
    const { page } = await withFour()
    const captions = await captionsOf(page)
    await page.getByRole('button', { name: `移去：${captions[1]}`, exact: true }).click()
    expect(await captionsOf(page)).toEqual(captions.toSpliced(1, 1))
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('撤销')
    await page.keyboard.press('Enter')
    expect(await captionsOf(page)).toEqual(captions)
    for (let left = 4; left > 0; left--) await page.getByRole('button', { name: /^移去/ }).first().click()
    await page.getByText('简报里还没有图').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await captionsOf(page)).toEqual([captions[3]])
  })
})

test('a chart goes into the brief and out again, which is said, and other windows are told', async () => {
  const { page } = await visit('/indicators/software_revenue')
  await drawn(page)
  const button = page.locator('.brief-button').first()
  await button.click()
  expect(await button.getAttribute('aria-pressed')).toBe('true')
  expect(await button.textContent()).toBe('已在简报')
  await page.getByText('已加入简报，现有 1 张图').waitFor()
  await page.reload()
  await page.getByRole('link', { name: '简报(1)' }).waitFor()
  await drawn(page)
  await button.click()
  await page.getByText('已从简报移去，还有 0 张图').waitFor()
  expect(await page.getByRole('link', { name: '简报', exact: true }).count()).toBe(1)
})

test('where the browser keeps nothing, the brief lives as long as the visit', async () => {
  const { page, context } = await visit('/targets')
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('refused')
      },
    })
  })
  await page.goto(new URL('/indicators/software_revenue', page.url()).href)
  await drawn(page)
  await page.locator('.brief-button').first().click()
  await page.getByRole('link', { name: '简报(1)' }).click()
  await page.locator('.brief-entry').waitFor()
})

test('what of an address cannot be read is named, and the rest is shown', async () => {
  const { page } = await visit('/brief?utm=x&1.indicator=software_revenue&1.colour=red&2.region=CN')
  await drawn(page)
  await page.getByText('已略去：1.colour、2.indicator').waitFor()
  expect(await page.locator('.brief-entry').count()).toBe(1)
})

describe('a brief that was made with an earlier version', async () => {
  const { ids, built } = await builtVersions(
    [revenue(100), revenue(90, 'CN', 2023), revenue(10, '110000')],
    [revenue(101), revenue(90, 'CN', 2023), revenue(80, 'CN', 2022), revenue(10, '110000')],
  )
  const origin = await ownSite(built)
  const both = '1.indicator=software_revenue&1.region=CN&2.indicator=software_revenue&2.region=110000'

  test('says which numbers are new and revised, chart by chart', async () => {
    const { page } = await visit(`/brief?made=2026-01-01&since=${ids[0]}&${both}`, { origin })
    await page.getByText('自 2026年1月1日 制作以来，1 张图的数字有变化').waitFor()
    const news = await page.locator('.brief-entry-news').allTextContents()
    expect(news).toEqual([
      '新增1个数字：2022年，全国软件业务收入（快报）为80亿元；修订1个数字：2024年，全国软件业务收入（快报）为101亿元，原为100亿元',
    ])
    await page.getByRole('button', { name: '知道了，以现在的数字为准' }).click()
    await page.getByText('图中的数字没有变化').waitFor()
    expect(new URL(page.url()).searchParams.get('since')).toBe(ids[1])
  })

  test('of a version that nobody knows compares by the day', async () => {
    const { page } = await visit(`/brief?made=2026-01-01&since=0123456789abcdef&${both}`, { origin })
    await page.getByText('制作时的版本已不可查，按文件的发布日期核对').waitFor()
  })
})

/** Charts that need more room than a quarter of a page, with long texts. */
const fourHard = [
  'view=heatmap&indicator=software_revenue&group=provinces&say=long',
  'view=multiples&indicator=software_revenue&group=provinces&say=long',
  'view=ranking&indicator=software_revenue&group=provinces&say=long',
  `view=tiles&indicator=software_revenue&group=provinces&say=long&caption=${'长图题'.repeat(26)}`,
]
  .map((query, at) => query.replace(/(^|&)/g, `$1${at + 1}.`))
  .join('&')
