import { describe, expect, test } from 'vitest'
import { groupDigits } from '#data/model/quantity.ts'
import type { Answer } from '#server/answers.ts'
import { drawn, visit } from '../support/browser.ts'

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

describe.each([390, 1024, 1440] as const)('at %i px', (width) => {
  test('no words of a row run into each other, no value or date is broken, and nothing is wider than the page', async () => {
    const { page } = await visit('/targets', { width })
    await drawn(page)
    const seen = await page.evaluate(() => {
      const linesOf = (text: Node) => {
        const range = document.createRange()
        range.selectNodeContents(text)
        return [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1)
      }
      const textsIn = (row: Element) => {
        const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
        const texts: { text: string; box: DOMRect }[] = []
        while (walker.nextNode()) {
          const { currentNode } = walker
          const boxes = linesOf(currentNode)
          texts.push(...boxes.map((box) => ({ text: currentNode.textContent ?? '', box })))
        }
        return texts
      }
      const runInto = (a: DOMRect, b: DOMRect) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
      const rows = [...document.querySelectorAll('.target-row')]
      const collisions = rows.flatMap((row) => {
        const texts = textsIn(row)
        return texts.flatMap((one, at) =>
          texts
            .slice(at + 1)
            .flatMap((other) => (runInto(one.box, other.box) ? [`${one.text}|${other.text}`] : [])),
        )
      })
      const whole = [...document.querySelectorAll('.target-row .target-value, .target-row .source-link')]
      const tops = (each: Element) => new Set(linesOf(each).map(({ top }) => Math.round(top / 8))).size
      return {
        rows: rows.length,
        collisions,
        broken: whole.filter((each) => tops(each) > 1).map(({ textContent }) => textContent),
        across: document.documentElement.scrollWidth - innerWidth,
      }
    })
    expect(seen.rows).toBeGreaterThan(5)
    expect({ ...seen, rows: 0 }).toEqual({ rows: 0, collisions: [], broken: [], across: 0 })
  })
})

test('once due, a target says so in grey, without a verdict or a pace, and an old figure says its age', async () => {
  const { page } = await visit('/targets?region=420000')
  await drawn(page)
  const row = page.locator('.target-row').filter({ hasText: '5G基站' }).first()
  const text = (await row.textContent()) ?? ''
  expect(text).toContain('到期，尚无当期数')
  expect(text).not.toContain('按此速度可达')
  expect(text).toMatch(/早于数据截止 \d+ 个月/)
  const state = row.locator('.target-state')
  const [weight, colour] = await state.evaluate((each) => {
    const { fontWeight, color } = getComputedStyle(each)
    return [fontWeight, color]
  })
  const muted = await page.locator('.lead').evaluate((each) => getComputedStyle(each).color)
  expect([weight, colour]).toEqual(['400', muted])
})
