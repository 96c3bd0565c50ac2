import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'

test('a reader finds an indicator by the initials of its pinyin and opens it', async () => {
  const { page } = await visit('/')
  await drawn(page)
  await page.keyboard.press('Control+k')
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByRole('dialog').getByRole('searchbox'))
    .first()
    .fill('rjywsr')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/indicators\/software_revenue/)
  await page.getByRole('heading', { level: 1, name: '软件业务收入' }).waitFor()
})

test('a reader asks in words, reads the answer with its source, and Enter leads to what shows it', async () => {
  const { page } = await visit('/')
  await drawn(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('2024年各省软件业务收入')
  const answer = page.getByRole('dialog').getByRole('option').first()
  await answer.getByText('北京31,163.79316亿元，居第1位').waitFor()
  expect(await answer.textContent()).toMatch(/来源：国家统计局/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/regions\?indicator=software_revenue&compilation=annual&basis=year/)
})

test('a question of what nobody knows is told so, not answered', async () => {
  const { page } = await visit('/')
  await drawn(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('华为2025年营收')
  await page.getByRole('dialog').getByText('相近').first().waitFor()
  expect(await page.getByRole('dialog').getByRole('option').filter({ hasText: '回答' }).count()).toBe(0)
})

test('what a reader chooses stands in the address, and a fresh visit to it shows the same', async () => {
  const { page } = await visit('/indicators/software_revenue')
  await drawn(page)
  await page
    .getByRole('radio', { name: '全年' })
    .or(page.getByRole('button', { name: '全年' }))
    .first()
    .click({ force: true })
  await page.waitForURL(/basis=year/)
  await page.locator('.table-constants').getByText('口径：全年').waitFor()
  await drawn(page)
  const rows = await page.locator('table tbody tr').allTextContents()
  const { page: fresh } = await visit(new URL(page.url()).pathname + new URL(page.url()).search)
  await drawn(fresh)
  expect(await fresh.locator('table tbody tr').allTextContents()).toEqual(rows)
  expect(rows.length).toBeGreaterThan(6)
})

test('going back brings the choices back', async () => {
  const { page } = await visit('/regions?indicator=software_revenue&group=zones')
  await drawn(page)
  await page.getByRole('rowheader', { name: '东部' }).getByRole('link').click()
  await page.waitForURL(/\/regions\/CN-EAST/)
  await page.goBack()
  await page.waitForURL(/group=zones/)
  await drawn(page)
  expect(await page.getByRole('rowheader', { name: '东北' }).count()).toBe(1)
})

test('导出, whose menu stays on the screen of a phone, then CSV, gives the numbers of the chart with their sources', async () => {
  const { page, site } = await visit('/indicators/telecom_revenue', { width: 390 })
  await drawn(page)
  await page.locator('.export-menu > summary').first().click()
  const menu = await page.locator('.export-panel[data-side]').boundingBox()
  const [top, bottom] = menu ? [menu.y, menu.y + menu.height] : []
  expect(top).toBeGreaterThan(0)
  expect(bottom).toBeLessThan(844)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.export-menu[open]').getByRole('link', { name: /^CSV/ }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  const response = await fetch(`${site}/api/v1/series?indicator=telecom_revenue&basis=cumulative`)
  const { series } = (await response.json()) as { series: { points: unknown[] }[] }
  const [header, ...rows] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  expect(header).toMatch(/^indicator,.*printed_value,.*issuers,/)
  expect(rows).toHaveLength(series[0]?.points.length ?? 0)
})

test('every number leads to its source, and the source shows what was read and what was refused', async () => {
  const { page } = await visit('/indicators/mobile_phone_users?kind=trend')
  await drawn(page)
  await page.locator('table tbody tr').last().getByRole('link').last().click()
  await page.waitForURL(/\/sources\/web-/)
  await page.goto(new URL('/sources/web-198', page.url()).href)
  await drawn(page)
  expect(await page.locator('main').textContent()).toContain('17.77')
})

test('a number that is followed to a large table stands there with its like, all others are one click away, each whole on a phone', async () => {
  const { page } = await visit('/regions/610000')
  await page.locator('.verdict-notes .source-link').first().click()
  await page.waitForURL(/\/sources\/reg-001\?indicator=software_revenue&region=610000/)
  await page.getByText('只列出你跟随而来的 7 个数字，这份文件共 1202 个').waitFor()
  expect(await page.locator('tbody tr').count()).toBe(7)
  await page.getByRole('button', { name: '列出全部' }).click()
  await page.locator('table[aria-rowcount="1203"]').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  const offScreen = await page.locator('.scroll-box').evaluate((box) => box.scrollWidth - box.clientWidth)
  expect(offScreen).toBe(0)
})

test('a source says first who is responsible, then where it was read and what its date is', async () => {
  const { page } = await visit('/sources/reg-002')
  await drawn(page)
  const facts = await page.locator('.source-facts > div').allTextContents()
  expect(facts.slice(0, 3)).toEqual([
    '发布机构国家统计局',
    '取自国家数据（分省年度数据）',
    '读取日2026年4月17日',
  ])
  expect(await page.locator('.source-page').textContent()).toContain('按时点查询从这一天起计入')
})

test('sources are found by the short name of their issuer, and by who it is in English', async () => {
  const { page } = await visit('/sources?q=工信部 蓝皮书')
  await drawn(page)
  expect(await page.locator('.table-sources tbody tr').count()).toBe(0)
  for (const words of ['经信委 满天星', 'chongqing 满天星']) {
    await page.getByRole('searchbox').fill(words)
    await page.locator('.table-sources tbody tr').waitFor()
    expect(await page.locator('.table-sources tbody th').allTextContents()).toEqual([
      '重庆"满天星"行动计划新闻发布会',
    ])
  }
})

test('in English the page speaks English and keeps to it', async () => {
  const { page } = await visit('/?lang=en')
  await drawn(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.locator('.topic-summary a').first().click()
  await page.waitForURL(/\/indicators\//)
  await page.getByRole('heading', { level: 1, name: 'Software business revenue' }).waitFor()
})

test.each(['zh', 'en'])('on a phone every section is in sight, with a full brief too (%s)', async (lang) => {
  const { page } = await visit('/targets', { width: 390 })
  const full = Array.from(
    { length: 20 },
    (_, at) => `${at + 1}.indicator=software_revenue&${at + 1}.from=${2000 + at}`,
  )
  await page.evaluate((tray) => localStorage.setItem('youju:brief', tray), full.join('&'))
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto(new URL(`/brief?lang=${lang}`, page.url()).href)
    const sections = page.getByRole('navigation').first().getByRole('link')
    await sections.last().getByText('(20)').waitFor()
    const edges = await sections.evaluateAll((links) =>
      links.flatMap((link) => {
        const { left, right } = link.getBoundingClientRect()
        return [left, right]
      }),
    )
    expect(edges).toHaveLength(14)
    expect(Math.min(...edges)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...edges)).toBeLessThanOrEqual(width)
  }
})

test('the language is changed where one stands, and the page is never without words', async () => {
  const { page } = await visit('/targets')
  await drawn(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Targets' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('heading', { level: 1, name: '目标' }).waitFor()
})

test('where the words of a language do not arrive, the page says so', async () => {
  const { page, site } = await visit('/targets', { meets: 'outage' })
  await page.route(/\/en-[^/]*\.js/, (route) => route.abort())
  await page.goto(`${site}/targets?lang=en`)
  await page.getByText('没有读到数据').waitFor()
  await page.unroute(/\/en-[^/]*\.js/)
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByRole('heading', { level: 1, name: 'Targets' }).waitFor()
})

test('a basis that the indicator does not have is explained, with a way on', async () => {
  const { page } = await visit('/indicators/base_stations_5g?basis=cumulative', { meets: 422 })
  await page.getByText('不能累计').first().waitFor()
  await page
    .locator('main a[href*="basis=stock"], main a[href="/indicators/base_stations_5g"]')
    .first()
    .click()
  await drawn(page)
  expect(await page.locator('table tbody tr').count()).toBeGreaterThan(30)
})
