import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { describe, expect, inject, test, vi } from 'vitest'
import { askAxe } from '../support/ask-axe.ts'
import { drawn, visit } from '../support/browser.ts'
import { reportPages } from '../support/report-page.ts'
import { copied, walkEmbeds } from '../walks/embeds.ts'

walkEmbeds(copied.slice(0, 1))

const site = inject('site')
const query = 'view=trend&amp;indicator=software_revenue&amp;region=CN'
const address = `${site}/embed?${query}`
const script = `<script async src="${site}/embed.js"></script>`
const fallback = `<a href="${site}/indicators/software_revenue"><img src="data:," alt="软件业务收入"></a>`
const element = `<youju-chart src="${address}" title="软件业务收入">${fallback}</youju-chart>`
const sandboxed = (allowed: string) =>
  `<iframe data-youju sandbox="allow-scripts ${allowed}" src="${address}" width="300" height="90"></iframe>`
const nested = (attributes: string) =>
  `<iframe ${attributes} srcdoc='${element}${script}' width="320" height="700"></iframe>`

/** Frames of every kind side by side: those out of sight draw nothing. */
const frames = [
  `<div style="width:300px">${element}</div>`,
  sandboxed(''),
  sandboxed('allow-downloads allow-popups'),
  nested('sandbox="allow-scripts"'),
]
const everyFrame = `<div style="display:flex;align-items:start;gap:4px">${frames.join('')}</div>${script}`

const embeddedIn = (page: Page) => page.frames().filter((frame) => frame.url().includes('/embed?'))

interface Heard {
  readonly frame: number
  readonly height: number
}
const heardBy = (page: Page) => page.evaluate((): readonly Heard[] => Reflect.get(window, 'heard'))

/** By how many pixels a frame is too low or too high for what stands in it. */
const misfit = (frame: Frame) =>
  frame.evaluate(() => {
    const heightOf = (selector: string) =>
      document.querySelector(selector)?.getBoundingClientRect().height ?? 0
    return Math.max(
      document.documentElement.scrollHeight - innerHeight,
      heightOf('.embed-picture') - heightOf('.embed-picture svg'),
      innerHeight - heightOf('.embed-figure'),
    )
  })

const isFitted = (frame: Frame) =>
  vi.waitFor(async () => expect(await misfit(frame)).toBeLessThanOrEqual(1), {
    timeout: 10_000,
    interval: 20,
  })

describe.each(Object.entries(reportPages))('in %s', (_, reportPage) => {
  test('charts show and have their height, in sandboxes and frames of frames too, after three messages at most', async () => {
    const { page } = await visit(await reportPage(everyFrame))
    await vi.waitFor(() => expect(embeddedIn(page)).toHaveLength(frames.length))
    for (const frame of embeddedIn(page)) {
      await frame.locator('[data-kind=trend][data-ready]').waitFor()
      await isFitted(frame)
    }
    const heard = await heardBy(page)
    const heights = await page.locator('iframe').evaluateAll((all) => all.map((each) => each.clientHeight))
    for (const at of [0, 1, 2]) {
      const own = heard.filter(({ frame }) => frame === at)
      expect(own.length).toBeLessThanOrEqual(3)
      expect(own.at(-1)?.height).toBe(heights[at])
    }
    expect(await page.locator('youju-chart img').count()).toBe(0)
  })

  test('a chart that begins hidden has its height when it is shown', async () => {
    const lines = `<div id="fold" style="display:none;width:400px">${element}<iframe data-youju src="${address}"></iframe></div>${script}`
    const { page } = await visit(await reportPage(lines))
    await vi.waitFor(() => expect(embeddedIn(page).length).toBeGreaterThan(0))
    await page.evaluate(() => document.getElementById('fold')?.removeAttribute('style'))
    await vi.waitFor(() => expect(embeddedIn(page)).toHaveLength(2))
    for (const frame of embeddedIn(page)) {
      await frame.locator('[data-kind=trend][data-ready]').waitFor()
      await isFitted(frame)
    }
  })
})

test('a frame that was there before the script is asked for its height', async () => {
  const lines = `<iframe data-youju src="${address}" width="500" height="90"></iframe>`
  const { page } = await visit(await reportPages['another origin'](lines))
  await vi.waitFor(async () => expect(await heardBy(page)).toHaveLength(1))
  await page.addScriptTag({ url: `${site}/embed.js` })
  await vi.waitFor(async () => expect(await heardBy(page)).toHaveLength(2))
  const [first, again] = await heardBy(page)
  expect(again).toEqual(first)
  expect(await page.locator('iframe').evaluate(({ style }) => style.height)).toBe(`${first?.height}px`)
})

test('no other frame can say how high a chart is', async () => {
  const liar = `<iframe srcdoc="<script>parent.postMessage({type:'youju:height',height:9},'*')</script>"></iframe>`
  const { page } = await visit(await reportPages['another origin'](`${script}${element}${liar}`))
  await vi.waitFor(async () => expect((await heardBy(page)).map(({ height }) => height)).toContain(9))
  await page.frameLocator('youju-chart iframe').locator('[data-ready]').waitFor()
  expect(await page.locator('youju-chart iframe').evaluate(({ style }) => style.height)).not.toBe('9px')
})

test('the link of a chart in a sandbox that allows popups opens its page', async () => {
  const lines = `<iframe sandbox="allow-scripts allow-popups" src="${address}" width="640" height="420"></iframe>`
  const { page, context } = await visit(await reportPages['another origin'](lines))
  const opened = context.waitForEvent('page')
  await page.frameLocator('iframe').getByRole('link', { name: '在有据中打开' }).click()
  const chart = (await opened).locator('[data-kind=trend][data-ready]')
  await chart.waitFor()
})

describe('without scripts', () => {
  test('a page shows the picture that stands in the element, with its link', async () => {
    const { page } = await visit(await reportPages['another origin'](element + script), { scripts: false })
    expect(await page.locator('youju-chart a[href*="/indicators/software_revenue"] img').isVisible()).toBe(
      true,
    )
  })

  test('a frame shows the picture and a link to the page', async () => {
    const { page } = await visit(`/embed?view=trend&indicator=software_revenue&region=CN&lang=en`, {
      scripts: false,
      meets: 404,
    })
    const link = page.getByRole('link', { name: 'Open in Youju' })
    expect(await link.getAttribute('href')).toBe('/indicators/software_revenue?region=CN&kind=trend&lang=en')
    expect(await link.locator('img').getAttribute('src')).toBe(
      '/charts/trend.png?indicator=software_revenue&region=CN&lang=en',
    )
  })
})

/** What is cut off: words wider or higher than their box, and words of the picture that end in dots or beyond its sides. */
function cutOff(): string[] {
  const shown = [...document.querySelectorAll('.embed :is(h1, p, a, footer, figcaption)')].filter(
    (each) => !each.matches('.plot-live'),
  )
  const isCut = (each: Element) => {
    const { textOverflow, webkitLineClamp } = getComputedStyle(each)
    const isWider = each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1
    const { right } = each.getBoundingClientRect()
    return (
      (isWider && getComputedStyle(each).display !== 'inline') ||
      textOverflow === 'ellipsis' ||
      webkitLineClamp !== 'none' ||
      right > innerWidth
    )
  }
  const words = [...document.querySelectorAll('.embed-picture svg text')]
  const room = document.querySelector('.embed-picture')?.getBoundingClientRect() ?? new DOMRect()
  const isOut = (each: Element) => {
    const { left, right, top, bottom } = each.getBoundingClientRect()
    const isBeyond =
      left < room.left - 1 || right > room.right + 1 || top < room.top - 1 || bottom > room.bottom + 1
    return isBeyond || each.textContent?.endsWith('…')
  }
  return [...shown.filter(isCut), ...words.filter(isOut)].map((each) => each.textContent ?? '')
}

test.each([
  ['view=trend&indicator=software_revenue', 'zh'],
  ['view=ranking&indicator=software_revenue&group=provinces', 'en'],
  ['view=trend&indicator=base_stations_5g&region=CN,420000,440000&transform=index&indexBase=2022-12', 'en'],
])('in a frame of fixed height nothing of %s is cut off, in %s', async (chart, language) => {
  const { page } = await visit(`/embed?${chart}&lang=${language}`)
  for (const width of [390, 440, 640, 960]) {
    await page.setViewportSize({ width, height: 420 })
    await drawn(page)
    await vi.waitFor(async () => expect(await page.evaluate(cutOff)).toEqual([]), { timeout: 5000 })
    const across = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(across).toBe(0)
  }
})

test('a ranking of few regions fills its frame', async () => {
  const { page } = await visit('/embed?view=ranking&indicator=software_revenue&group=zones')
  await page.setViewportSize({ width: 640, height: 420 })
  await drawn(page)
  const blank = await page.evaluate(() => {
    const room = document.querySelector('.embed-picture')?.getBoundingClientRect()
    const words = [...document.querySelectorAll('.embed-picture svg text')]
    const lowest = Math.max(...words.map((each) => each.getBoundingClientRect().bottom))
    return room ? (room.bottom - lowest) / innerHeight : 1
  })
  expect(blank).toBeLessThan(0.1)
})

describe('what could not be shown as the address asks is said', () => {
  const said = async (chart: string, meets?: number) => {
    const { page } = await visit(`/embed?${chart}`, { meets })
    await page.getByRole('link', { name: '在有据中打开' }).waitFor()
    return page.locator('main').textContent()
  }

  test.each([
    [
      'view=pie&indicator=software_revenue&region=北京',
      '网址中的 view=pie、region=北京 无法识别，已按默认显示。',
    ],
    ['view=tiles&indicator=software_revenue&group=zones', '这些数字不适合「方格图」，改用「排名」。'],
  ])('%s', async (chart, words) => expect(await said(chart)).toContain(words))

  test.each([
    ['indicator=nothing', '网址里的指标不在目录中。'],
    ['indicator=software_revenue&region=999999', '网址里的地区不在目录中。'],
  ])('%s, and the page is linked', async (chart, words) => expect(await said(chart, 404)).toContain(words))

  test('what WeChat adds to an address is no part of the question', async () => {
    const words = await said('indicator=software_revenue&from=singlemessage&isappinstalled=0')
    expect(words).not.toContain('无法识别')
  })
})

describe('a frozen chart', () => {
  const line = (page: Page) => page.locator('.embed-cautions', { hasText: '定格' })

  test('is of the version that the dialog names, and says so', async () => {
    const { page } = await visit('/indicators/telecom_revenue?kind=trend', { meets: 404 })
    await drawn(page)
    await page.getByRole('button', { name: '嵌入' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('框架', { exact: true }).click()
    await dialog.getByText('定格', { exact: true }).click()
    const frame = dialog.locator('iframe[src*="snapshot="]')
    await frame.waitFor()
    const code = await dialog.locator('textarea').inputValue()
    const src = (await frame.getAttribute('src')) ?? ''
    expect(code).toContain(`src="${src.replaceAll('&', '&amp;')}"`)
    const day = new URL(src).searchParams.get('asOf')
    const embedded = await frame.contentFrame()
    expect(await embedded.locator('.embed-cautions').last().textContent()).toBe(`数据截至 ${day} 定格`)
    expect((await askAxe(page)).violations).toEqual([])
  })

  test('whose version is gone is of its day, and says what it lacks', async () => {
    const { page } = await visit(
      '/embed?view=trend&indicator=telecom_revenue&region=CN&snapshot=0123456789abcdef&asOf=2025-06-30',
      { meets: 404 },
    )
    expect(await line(page).textContent()).toMatch(
      /^数据截至 2025-06-30 定格；当时的版本已不保留，改由当日及以前发布的文件重算，\d+ 个没有发布日期的数字未列入$/,
    )
    expect(await page.locator('footer').textContent()).toContain('数据截至2025年1—5月')
  })
})

test('the script that others load is no larger than a kilobyte', () => {
  expect(readFileSync(join(inject('pages'), 'embed.js')).length).toBeLessThanOrEqual(1024)
})
