import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askAxe } from '../support/ask-axe.ts'
import { drawn, visit } from '../support/browser.ts'
import { ownDatabase } from '../support/own-database.ts'
import { ownSite } from '../support/own-site.ts'
import { wordFile, wordParagraph } from '../support/word-file.ts'

const release =
  '2024年上半年软件业简况\n\n日期：2024-07-31\n\n上半年，我国软件业务收入62350亿元，同比增长11.5%。\n'

const longName = 'a_very_long_name_of_a_file_without_any_place_where_it_could_be_broken_into_lines.txt'

const site = await ownSite(
  await ownDatabase({
    sources: ['own-2024,2025-01-24,primary'],
    rows: { 'own-2024': ['software_revenue,CN,2024,level,137276,亿元,,,actual,'] },
    inbox: {
      '月报/2024年上半年全国软件和信息技术服务业主要经济指标完成情况表及说明（征求意见稿）.txt': release,
      [longName]: `${release} 低空经济规模达5060亿元。`,
      '重复.txt': release,
      'undated.txt': '软件业简况\n\n1—4月，软件业务收入38027亿元，同比增长11.6%。\n',
      'empty.docx': '',
      'cut.docx': wordFile(wordParagraph(['2024年，软件业务收入137276亿元。'])).subarray(0, 400),
      'page.html':
        '<html><head><meta charset="utf-8"></head><body><h1>简况</h1><p>2024年，我国软件业务收入137276亿元。</p><p><img src="a.png"><del>上海9999</del></p></body></html>',
    },
  }),
)
const words = {
  zh: {
    path: '/sources',
    heading: '收件箱',
    says: [
      ['empty.docx', '文件为空', '未能读取'],
      ['cut.docx', '文件不完整（可能没有下载完），请重新下载'],
      ['重复.txt', '与另一文件内容相同'],
      ['undated.txt', '这份文件是哪一天发布的？2 个数字在等：--date 2024-05-20'],
      ['page.html', '1 张图片未读', '划去的文字 1 处未读：上海9999'],
      ['合计 7 个文件', '已读 4，内容相同 1，未能读取 2'],
    ],
  },
  en: {
    path: '/sources?lang=en',
    heading: 'Inbox',
    says: [
      ['empty.docx', 'The file is empty', 'Unreadable'],
      ['cut.docx', 'It is not whole (perhaps cut off in the download); download it again'],
      ['重复.txt', 'Same content as another file'],
      ['undated.txt', 'On which day was this file issued? 2 numbers waiting: --date 2024-05-20'],
      ['page.html', 'Not read: pictures, 1', 'Not read: struck text, 1: 上海9999'],
      ['All 7 files', '4 read, 1 of the same content, 2 unreadable'],
    ],
  },
} as const

describe.each(Object.values(words))('$heading', ({ path, heading, says }) => {
  test('shows every file with its reason and both accounts, within any width, and axe finds nothing', async () => {
    const { page } = await visit(path, { origin: site })
    await drawn(page)
    const inbox = page.getByRole('region', { name: heading })
    for (const [file, ...texts] of says) {
      const row = inbox
        .getByRole('row')
        .filter({ has: page.locator(`th:text("${file}")`) })
        .last()
      expect(await row.count()).toBe(1)
      for (const text of texts) expect(await row.textContent()).toContain(text)
    }
    const numbers = await inbox.getByRole('row').last().locator('.number').allTextContents()
    expect(numbers).toEqual(['5', '2', '0', '1'])
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await drawn(page)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([width, overflow <= 0]).toEqual([width, true])
      expect([width, (await askAxe(page)).violations]).toEqual([width, []])
    }
  })
})

test('in English no reason or question has a word of Chinese', async () => {
  const { page } = await visit('/sources?lang=en', { origin: site })
  await drawn(page)
  const notes = await page.locator('.inbox-note').allTextContents()
  expect(notes.length).toBeGreaterThan(4)
  const own = notes.filter((note) => !/上海9999|\.txt$/.test(note))
  for (const note of own) expect(note).toMatch(/^[^\u3000-\u9fff]+$/)
})

test('the page of a document with a long name fits a phone', async () => {
  const { page } = await visit('/sources', { width: 390, origin: site })
  await drawn(page)
  await page
    .locator('.table-sources')
    .last()
    .getByRole('row')
    .filter({ hasText: longName })
    .getByRole('link')
    .click()
  await page.waitForURL(/\/sources\/doc-/)
  await drawn(page)
  expect(await page.locator('main').textContent()).toContain(longName)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

/** The texts of the header, and on how many lines each stands. */
const linesOfHeader = (page: Page) =>
  page.locator('.site-header').evaluate((header) => {
    const walker = document.createTreeWalker(header, NodeFilter.SHOW_TEXT)
    const found: [string, number][] = []
    while (walker.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      if (walker.currentNode.parentElement?.tagName !== 'OPTION')
        found.push([walker.currentNode.textContent ?? '', range.getClientRects().length])
    }
    return found
  })

test.each(['zh', 'en'])('the header in %s has every item on one line at any width', async (language) => {
  const { page } = await visit(`/sources?lang=${language}`, { origin: site })
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await drawn(page)
    const lines = await linesOfHeader(page)
    expect(lines.length).toBeGreaterThan(7)
    expect([width, lines.filter(([, count]) => count > 1)]).toEqual([width, []])
  }
})
