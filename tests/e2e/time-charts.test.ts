import { expect, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'
import { overlaps, textBoxesOn } from '../support/text-boxes.ts'
import { charts, walkOverlaps } from '../walks/overlaps.ts'

walkOverlaps(charts.slice(0, 3), [390])

test('the measure of overlaps sees one', async () => {
  const { page } = await visit(charts[0] ?? '/')
  await drawn(page)
  await page
    .locator('.plot svg text')
    .first()
    .evaluate((text) => {
      const copy = text.cloneNode(true) as Element
      copy.textContent = '压着'
      text.after(copy)
    })
  expect((await textBoxesOn(page)).flatMap((boxes) => overlaps(boxes))).toContainEqual(
    expect.stringContaining('压着'),
  )
})

test('电信业务总量 opens with growth; its levels show one price base and lead back to growth', async () => {
  const { page } = await visit('/indicators/telecom_volume')
  await drawn(page)
  expect(await page.locator('figure h2').first().textContent()).toBe('电信业务总量同比增长')
  await page.goto(new URL('/indicators/telecom_volume?measure=level&basis=year', page.url()).href)
  await drawn(page)
  expect(await page.locator('.chart-subtitle').first().textContent()).toContain('仅2022年，价格基期相同')
  expect(await page.getByRole('table').first().textContent()).toContain('65,556')
  await page.getByRole('link', { name: '改看同比增速' }).click()
  await page.waitForURL(/measure=yoy_pct/)
})
