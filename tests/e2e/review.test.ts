import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { listen } from '#server/listen.ts'
import { askAxe } from '../support/ask-axe.ts'
import { drawn, visit } from '../support/browser.ts'
import { folderWith } from '../support/inbox-of.ts'
import { ownReview } from '../support/own-review.ts'

/** The public server over what a review has published. */
async function publicSite(database: string): Promise<string> {
  const current = await openCurrentStore(database)
  const { port, close } = await listen(createApp({ current, pagesFolder: inject('pages') }).fetch, {
    host: 'localhost',
    port: 0,
  })
  onTestFinished(async () => {
    await close()
    await current.close()
  })
  return `http://localhost:${port}`
}

/** A site of somebody else on another port, without any policy. */
async function blankSite(): Promise<string> {
  const page = () =>
    new Response('<link rel="icon" href="data:," />', { headers: { 'content-type': 'text/html' } })
  const { port, close } = await listen(page, { host: 'localhost', port: 0 })
  onTestFinished(close)
  return `http://localhost:${port}`
}

/** Opens the page at a file of the inbox, as somebody who follows the address in the terminal. */
async function openFile(folder: string, file: string, options: Parameters<typeof visit>[1] = {}) {
  const review = await ownReview(folder)
  const { page } = await visit(`/${new URL(review.address).hash}`, { ...options, origin: review.origin })
  await page.getByRole('link', { name: file }).click()
  await page.locator('.review-panel').waitFor()
  return { page, review, press: counting(page) }
}

/** Presses keys, and counts them. */
function counting(page: Page) {
  const counted = { keys: 0 }
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      counted.keys++
    }
  }
  return Object.assign(press, { counted })
}

const chosen = (page: Page) => page.locator('.mark[aria-current=true]')
const openMarks = (page: Page) => page.locator('article .mark[data-standing=waiting]')
const isChosen = (page: Page, text: string) => chosen(page).filter({ hasText: text }).waitFor()

const linesOf = (folder: string) =>
  existsSync(join(folder, 'review'))
    ? readdirSync(join(folder, 'review')).flatMap((name) =>
        readFileSync(join(folder, 'review', name), 'utf8')
          .trim()
          .split('\n')
          .slice(1),
      )
    : []

describe('from drop to chart', () => {
  const known = [
    'software_revenue,CN,2024-01/2024-04,level,38027,亿元,,,actual,',
    'it_service_revenue,CN,2023-01/2023-04,level,22035,亿元,,,actual,',
    'it_service_revenue,CN,2024-Q1,level,18502,亿元,,,actual,',
    'embedded_software_revenue,CN,2024-Q1,level,2371,亿元,,,actual,',
  ]
  const undated = `软件业运行简况

1—4月，全国软件业务收入38027亿元，同比增长11.6%。

1—4月，信息技术服务收入25058万元，嵌入式系统软件收入23275亿元。截至4月末，全国低空通信站点达3.2万个。
`

  test('a fact is asked, one number mended, one rejected, one candidate added; the build shows them with their sentence', async () => {
    const folder = folderWith({ '简况.txt': undated }, known)
    const { page, review, press } = await openFile(folder, '简况.txt')

    await page.getByText('发布日期？').waitFor()
    await press('f', 'Enter')
    await isChosen(page, '25058万元')
    await press('6', 'Enter')
    await page.getByText('我国信息技术服务收入达25058亿元').waitFor()
    await press('Enter')
    await isChosen(page, '23275亿元')
    await press('x', 'ArrowRight')
    await isChosen(page, '3.2万个')
    await press('c')
    await page.getByText('是新指标').click()
    await page.getByLabel('英文名').fill('Low-altitude communication sites')
    await page.getByLabel('主题').selectOption('5g')
    await page.getByRole('button', { name: '加入目录' }).last().click()
    await page.locator('article .mark[data-standing=published]', { hasText: '3.2万个' }).waitFor()

    await press('b')
    await page.getByText('全国 信息技术服务收入 2024年1—4月').waitFor()
    expect(await page.locator('.review-preview').textContent()).not.toContain('23275')
    expect(existsSync(review.out)).toBe(false)
    await press('Enter')
    await page.getByText(/^已发布：/).waitFor()

    const site = await publicSite(review.out)
    const { page: reader } = await visit('/indicators/it_service_revenue?basis=cumulative', { origin: site })
    await drawn(reader)
    const row = reader.getByRole('row').filter({ hasText: '25,058' }).first()
    expect(await row.textContent()).toContain('原句可见')
    await row.getByRole('link').first().click()
    await reader.waitForURL(/\/sources\/doc-/)
    await drawn(reader)
    expect(await reader.locator('q').allTextContents()).toContain('信息技术服务收入25058万元')
    await reader.goto(`${site}/indicators/low_altitude_communication_sites`)
    await drawn(reader)
    expect(await reader.locator('main').textContent()).toContain('3.2')
    const rejected = await fetch(
      `${site}/api/v1/observations?indicator=embedded_software_revenue&period=2024-01/2024-04`,
    )
    expect(await rejected.json()).toMatchObject({ observations: [] })
    expect(linesOf(folder).map((line) => line.split(',')[0])).toEqual(['fact', 'mend', 'reject'])
  })
})

test('who answers the place of a document has it remembered for its issuer by one press, and taken back by the next', async () => {
  const office = '甲乙数据事务中心'
  const text = `软件业简况\n\n来源：${office}  日期：2024-05-30\n\n2024年1—4月，全省软件业务收入3802亿元。\n`
  const folder = folderWith({ '简况.txt': text })
  const issuers = () => readFileSync(join(folder, 'catalog', 'issuers.json'), 'utf8')
  const before = issuers()
  const { page, press } = await openFile(folder, '简况.txt')
  await press('f', 'Enter')
  await page.keyboard.type('贵州')
  await press('Enter')
  await page.getByRole('button', { name: `以后都这样：${office} 代表 贵州` }).click()
  await page.getByRole('button', { name: `撤销：${office} 代表 贵州` }).waitFor()
  expect(issuers()).toContain(office)
  expect((await askAxe(page)).violations).toEqual([])
  await page.getByRole('button', { name: `撤销：${office} 代表 贵州` }).click()
  await page.getByRole('button', { name: `以后都这样：${office} 代表 贵州` }).waitFor()
  expect(issuers()).toBe(before)
})

/** Broadband users of the provinces at the end of two years, as they are published. */
const published = readFileSync('data/observations/reg-002.csv', 'utf8')
  .split('\n')
  .filter((line) => /^broadband_users,\d{6},202[34]-12,level,/.test(line))

const printedOf = (region: string, year: number) =>
  published.find((line) => line.startsWith(`broadband_users,${region},${year}-12`))?.split(',')[4] ?? ''

/** 60 numbers of 30 provinces, of which six are not as they are known: two of a wrong province, one of a wrong unit, three others. */
function sixtyNumbers(): string {
  const { regions } = JSON.parse(`{"regions": ${readFileSync('data/catalog/regions.json', 'utf8')}}`) as {
    regions: { code: string; kind: string; name: { zh: string } }[]
  }
  const provinces = regions.filter(({ kind, code }) => kind === 'province' && printedOf(code, 2024) !== '')
  const rows = provinces
    .filter(({ code }) => code !== '520000')
    .map(({ code, name }) => {
      const of = code === '540000' ? '520000' : code
      return { code, cells: [name.zh, printedOf(of, 2023), printedOf(of, 2024)] }
    })
  const changed: Readonly<Record<string, (cells: string[]) => void>> = {
    '130000': (cells) => (cells[2] = '3012.7'),
    '320000': (cells) => (cells[2] = '4401.3'),
    '410000': (cells) => (cells[1] = '7000.5'),
    '370000': (cells) => (cells[2] += '亿户'),
  }
  for (const { code, cells } of rows) changed[code]?.(cells)
  const lines = rows.map(({ cells }) => `| ${cells.join(' | ')} |`)
  return [
    '# 2024年末各省固定互联网宽带接入用户',
    '',
    '日期：2025-03-20',
    '',
    '| 地区 | 2023年末（万户） | 2024年末（万户） |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n')
}

describe('a document of 60 numbers, six of them doubtful', () => {
  const open = () => openFile(folderWith({ '宽带.md': sixtyNumbers() }, published), '宽带.md')

  test('is reviewed in a key for each right number, five for a mended one, one for those alike', async () => {
    const folder = folderWith({ '宽带.md': sixtyNumbers() }, published)
    const { page, press } = await openFile(folder, '宽带.md')
    await openMarks(page).first().waitFor()
    expect(await page.locator('article .mark').count()).toBe(60)
    expect(await openMarks(page).count()).toBe(6)
    const keysFor = async (...keys: readonly string[]) => {
      const before = press.counted.keys
      await press(...keys)
      return press.counted.keys - before
    }

    await isChosen(page, '3012.7')
    expect(await keysFor('a')).toBeLessThanOrEqual(2)
    await isChosen(page, '4401.3')
    expect(await keysFor('a')).toBeLessThanOrEqual(2)
    await isChosen(page, '亿户')
    expect(await keysFor('6', 'Enter', 'Enter')).toBeLessThanOrEqual(6)
    await isChosen(page, '7000.5')
    expect(await keysFor('x')).toBeLessThanOrEqual(2)
    await isChosen(page, printedOf('520000', 2023))
    expect(await keysFor('2', 'g', 'z', 'Enter', 'Enter')).toBeLessThanOrEqual(6)
    await isChosen(page, printedOf('520000', 2024))
    expect(await keysFor('M')).toBe(1)

    await page.getByText('没有存疑的数字').waitFor()
    expect(press.counted.keys).toBe(12)
    await expect.poll(() => linesOf(folder).length).toBe(6)
    const decided = linesOf(folder).map((line) => line.split(','))
    expect(decided.map(([action]) => action)).toEqual(['accept', 'accept', 'mend', 'reject', 'mend', 'mend'])
    expect(decided[2]?.slice(8, 10)).toEqual([printedOf('370000', 2024), '万户'])
    expect(decided.slice(4).map((cells) => cells[5])).toEqual(['520000', '520000'])
  })

  test('takes every decision back by one key, the last one first', async () => {
    const folder = folderWith({ '宽带.md': sixtyNumbers() }, published)
    const { page, press } = await openFile(folder, '宽带.md')
    await isChosen(page, '3012.7')
    await press('a', 'x')
    await expect.poll(() => linesOf(folder).length).toBe(2)
    await press('u')
    await isChosen(page, '4401.3')
    await press('u')
    await isChosen(page, '3012.7')
    await expect.poll(() => linesOf(folder)).toEqual([])
    expect(await openMarks(page).count()).toBe(6)
  })

  test('fits any width, in both languages and themes, and axe finds nothing', async () => {
    const { page, press } = await open()
    await isChosen(page, '3012.7')
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([width, overflow <= 0]).toEqual([width, true])
      expect([width, (await askAxe(page)).violations]).toEqual([width, []])
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await press('2', 'g')
    expect((await askAxe(page)).violations).toEqual([])
    await press('Escape', '?')
    await page.getByRole('dialog').waitFor()
    expect((await askAxe(page)).violations).toEqual([])
    await page.goto(`${page.url()}&lang=en`)
    await page.getByRole('button', { name: 'Accept a' }).waitFor()
    const tools = await page.locator('.review-tools, .review-actions, .review-legend').allTextContents()
    expect(tools.join()).not.toMatch(/[\u4e00-\u9fff]/)
    expect((await askAxe(page)).violations).toEqual([])
  })

  test('tells its standings apart by sign and line, not by colour alone', async () => {
    const { page, press } = await open()
    await isChosen(page, '3012.7')
    await press('a', 'x', '6', 'Enter', 'Enter')
    const looks = await page.locator('.review-legend .mark').evaluateAll((marks) =>
      marks.map((mark) => {
        const { borderBottomStyle, borderBottomWidth, textDecorationLine } = getComputedStyle(mark)
        const sign = mark.querySelector('.mark-sign')?.textContent ?? ''
        return [sign, borderBottomStyle, borderBottomWidth, textDecorationLine].join()
      }),
    )
    expect(looks.length).toBe(5)
    expect(new Set(looks).size).toBe(5)
  })
})

describe('what others would do through it', () => {
  const hostile = `<script>window.ran = 1</script><img src=x onerror="window.ran = 2"> 软件业简况

日期：2024-05-30

2024年1—4月，全国<b onmouseover="window.ran = 3">软件业务收入</b>38027亿元，<svg onload="window.ran=4">增长5倍。[x](javascript:window.ran=5)
`
  const name = '"><img src=x onerror=window.ran=6>.txt'

  test('hostile text and names run nothing: they are text', async () => {
    const folder = folderWith({ [name]: hostile }, [
      'software_revenue,CN,2024-01/2024-04,level,99999,亿元,,,actual,',
    ])
    const { page, press } = await openFile(folder, name)
    await isChosen(page, '38027亿元')
    await press('x', 'b')
    await page.getByRole('dialog').getByText('发布').first().waitFor()
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    expect(
      await page.locator('.review img, .review svg:not(.icon, [role=img]), article script').count(),
    ).toBe(0)
    expect(await page.locator('article').textContent()).toContain('onerror="window.ran = 2"')
  })

  test('a page of another origin learns nothing and writes nothing', async () => {
    const folder = folderWith({ 'a.txt': '2024年1—4月，全国软件业务收入38027亿元。\n' })
    const review = await ownReview(folder)
    const { files } = (await (await review.ask('files')).json()) as { files: { document: string }[] }
    const question = { document: files[0]?.document, places: ['1:19'], action: 'reject' }
    const { page } = await visit('/', { origin: await blankSite(), meets: 403 })
    const type = await page.evaluate(
      async ([address, body]) => (await fetch(address, { method: 'POST', mode: 'no-cors', body })).type,
      [`${review.origin}/api/decide`, JSON.stringify(question)] as const,
    )
    expect(type).toBe('opaque')
    await page.evaluate((address) => {
      const form = document.body.appendChild(document.createElement('form'))
      Object.assign(form, { method: 'post', enctype: 'text/plain', action: address })
      form.submit()
    }, `${review.origin}/api/decide`)
    await page.getByText('请求来自别的网站').waitFor()
    expect(linesOf(folder)).toEqual([])
    expect((await review.ask('decide', question)).status).toBe(200)
    expect(linesOf(folder).length).toBe(1)
  })

  test('without the token of the address the page says so, and shows nothing', async () => {
    const { origin } = await ownReview(folderWith({ 'a.txt': hostile }))
    const { page } = await visit('/#another-token', { origin, meets: 401 })
    await page.getByText('口令不对：请用终端里印出的地址重新打开').waitFor()
    expect(await page.locator('body').textContent()).not.toContain('a.txt')
  })

  test('the public server has neither the page nor its questions', async () => {
    const site = inject('site')
    const review = await fetch(`${site}/review/review.html`)
    expect([review.status, (await review.text()).includes('审读')]).toEqual([404, false])
    expect((await fetch(`${site}/api/decide`, { method: 'POST' })).status).toBe(405)
    const names = readdirSync(inject('pages'), { recursive: true, encoding: 'utf8' })
    expect(names.filter((each) => each.includes('review'))).toEqual([])
    const scripts = names.filter((each) => each.endsWith('.js'))
    for (const script of scripts)
      expect([
        script,
        readFileSync(join(inject('pages'), script), 'utf8').includes('x-review-token'),
      ]).toEqual([script, false])
  })
})
